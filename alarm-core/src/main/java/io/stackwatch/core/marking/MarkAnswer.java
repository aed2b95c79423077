package io.stackwatch.core.marking;

import java.util.List;
import java.util.function.Function;

/** Which mark counts for an hour of a factor, or why none does. */
public sealed interface MarkAnswer {

    /** Calls the function of the variant. */
    <T> T match(Function<Counts, T> counts, Function<None, T> none);

    /** Every mark that touches the hour, also those that do not count. */
    List<Considered> considered();

    /**
     * One counts.
     *
     * @param effect what it changes
     * @param by which
     * @param considered every mark that touches the hour
     */
    record Counts(MarkEffect effect, Considered by, List<Considered> considered) implements MarkAnswer {

        public Counts {
            considered = List.copyOf(considered);
        }

        @Override
        public <T> T match(Function<Counts, T> counts, Function<None, T> none) {
            return counts.apply(this);
        }
    }

    /**
     * None does.
     *
     * @param reason why not
     * @param considered every mark that touches the hour
     */
    record None(Reason reason, List<Considered> considered) implements MarkAnswer {

        public None {
            considered = List.copyOf(considered);
        }

        @Override
        public <T> T match(Function<Counts, T> counts, Function<None, T> none) {
            return none.apply(this);
        }
    }

    /** Why no mark counts. */
    enum Reason {
        /** None touches the hour: the enterprise has no objection to its data. */
        NO_MARK,
        /** Some touch it, and none counts. */
        NONE_COUNTS
    }
}
