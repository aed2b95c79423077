package io.stackwatch.core.marking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Whether a working condition lasts within what its industry allows. */
public sealed interface Allowance {

    /** Calls the function of the variant. */
    <T> T match(Function<Within, T> within, Function<Beyond, T> beyond, Function<NoRow, T> noRow);

    /** The row that allows something, if there is one. */
    default Optional<AllowedDuration> row() {
        return match(within -> Optional.of(within.by()), beyond -> Optional.of(beyond.by()), none -> Optional.empty());
    }

    /** The first instant that is not allowed any more, counted from the beginning of the condition. */
    default Instant until(Instant start) {
        return match(within -> start.plus(within.allowed()), beyond -> start.plus(beyond.allowed()), none -> start);
    }

    /**
     * Within.
     *
     * @param by the row
     * @param allowed how long it may last, of this occurrence and of the year
     */
    record Within(AllowedDuration by, Duration allowed) implements Allowance {
        @Override
        public <T> T match(Function<Within, T> within, Function<Beyond, T> beyond, Function<NoRow, T> noRow) {
            return within.apply(this);
        }
    }

    /**
     * Beyond: the part behind what is allowed is judged.
     *
     * @param by the row
     * @param allowed how long it may last, of this occurrence and of the year; zero if the year is used up
     * @param excess by how much it is longer
     * @param usedInTheYear how much of the year's hours earlier conditions of the row's group have used
     */
    record Beyond(AllowedDuration by, Duration allowed, Duration excess, Duration usedInTheYear) implements Allowance {

        /** What is beyond, in one line for people; where the hours of a year are bounded, with those that were used. */
        public String said() {
            String year = by.inAYear()
                    .map(most -> "; " + usedInTheYear + " of the " + most + " of the calendar year were used before ("
                            + by.source() + ", " + by.mark() + ")")
                    .orElse("");
            return by.id() + " allows " + allowed + ", beyond by " + excess + year;
        }

        @Override
        public <T> T match(Function<Within, T> within, Function<Beyond, T> beyond, Function<NoRow, T> noRow) {
            return beyond.apply(this);
        }
    }

    /** No row allows anything; it is judged. */
    record NoRow(Reason why) implements Allowance {
        @Override
        public <T> T match(Function<Within, T> within, Function<Beyond, T> beyond, Function<NoRow, T> noRow) {
            return noRow.apply(this);
        }
    }

    /** Why no row allows anything. */
    enum Reason {
        /** The table has none for the standard categories of the outlet. */
        NOT_FOR_THIS_INDUSTRY,
        /** It has some for them, none for this kind of mark. */
        NOT_FOR_THIS_KIND,
        /** It has one, which does not hold then. */
        NOT_IN_FORCE
    }
}
