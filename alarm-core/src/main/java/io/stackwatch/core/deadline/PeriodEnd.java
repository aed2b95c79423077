package io.stackwatch.core.deadline;

import java.time.LocalDate;
import java.util.function.Function;

/** Answer to: when does a period that began on a day end. */
public sealed interface PeriodEnd {

    /** Calls the function of the variant. */
    <T> T match(Function<Ends, T> ends, Function<Halted, T> halted, Function<NotCounted, T> notCounted);

    /** Whether its last day lies before a day. */
    default boolean passedBefore(LocalDate day) {
        return match(ends -> ends.calculation().last().isBefore(day), halted -> false, notCounted -> false);
    }

    /** It ends on a day that is known. */
    record Ends(PeriodCalculation calculation) implements PeriodEnd {
        @Override
        public <T> T match(Function<Ends, T> ends, Function<Halted, T> halted, Function<NotCounted, T> notCounted) {
            return ends.apply(this);
        }
    }

    /**
     * It does not run: something whose end is not known goes on.
     *
     * @param period which period
     * @param event the day on which it began
     * @param since what goes on
     */
    record Halted(Period period, LocalDate event, Tolling since) implements PeriodEnd {
        @Override
        public <T> T match(Function<Ends, T> ends, Function<Halted, T> halted, Function<NotCounted, T> notCounted) {
            return halted.apply(this);
        }
    }

    /**
     * It cannot be counted; it has not passed, as far as anybody knows.
     *
     * @param period which period
     * @param event the day on which it began
     * @param why such as a year whose holidays are not known
     */
    record NotCounted(Period period, LocalDate event, String why) implements PeriodEnd {
        @Override
        public <T> T match(Function<Ends, T> ends, Function<Halted, T> halted, Function<NotCounted, T> notCounted) {
            return notCounted.apply(this);
        }
    }
}
