package io.stackwatch.core.quality;

import io.stackwatch.core.exceedance.RuleParameter;
import java.util.function.Function;

/** Whether there is enough of what a mean is made of, with the row that says how much it needs. */
public sealed interface Sufficiency {

    /** Calls the function of the variant. */
    <T> T match(Function<Enough, T> enough, Function<TooFew, T> tooFew);

    /** Whether there is enough. */
    default boolean enough() {
        return match(enough -> true, tooFew -> false);
    }

    /**
     * There is enough.
     *
     * @param had how many are valid
     * @param needed how many are needed
     * @param row the row that says so
     */
    record Enough(int had, int needed, RuleParameter row) implements Sufficiency {
        @Override
        public <T> T match(Function<Enough, T> enough, Function<TooFew, T> tooFew) {
            return enough.apply(this);
        }
    }

    /**
     * There is not.
     *
     * @param had how many are valid
     * @param needed how many are needed
     * @param row the row that says so
     */
    record TooFew(int had, int needed, RuleParameter row) implements Sufficiency {
        @Override
        public <T> T match(Function<Enough, T> enough, Function<TooFew, T> tooFew) {
            return tooFew.apply(this);
        }
    }
}
