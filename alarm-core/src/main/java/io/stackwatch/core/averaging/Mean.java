package io.stackwatch.core.averaging;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.measurement.DataFlag;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** An arithmetic mean of samples or of minutes, exact, or why there is none. */
public sealed interface Mean {

    /** Calls the function of the variant. */
    <T> T match(Function<Taken, T> taken, Function<TooFew, T> tooFew, Supplier<T> nothing);

    /** The mean, if one was taken. */
    default Optional<Fraction> value() {
        return match(taken -> Optional.of(taken.mean()), tooFew -> Optional.empty(), Optional::empty);
    }

    /**
     * Enough were usable.
     *
     * @param mean exact, not rounded
     * @param usable how many it is the mean of
     */
    record Taken(Fraction mean, int usable) implements Mean {
        @Override
        public <T> T match(Function<Taken, T> taken, Function<TooFew, T> tooFew, Supplier<T> nothing) {
            return taken.apply(this);
        }
    }

    /**
     * Something was known, and not enough of it could be used.
     *
     * @param flag the mark of most of those that could not; of marks that are equally frequent the one that came first
     * @param usable how many could be used
     */
    record TooFew(DataFlag flag, int usable) implements Mean {
        @Override
        public <T> T match(Function<Taken, T> taken, Function<TooFew, T> tooFew, Supplier<T> nothing) {
            return tooFew.apply(this);
        }
    }

    /** Nothing at all was known: there is no report to make. */
    record Nothing() implements Mean {
        @Override
        public <T> T match(Function<Taken, T> taken, Function<TooFew, T> tooFew, Supplier<T> nothing) {
            return nothing.get();
        }
    }
}
