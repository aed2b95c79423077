package io.stackwatch.core.supervision;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Answer to: may this happen to the month. */
public sealed interface MonthDecision {

    /** Calls the function of the variant. */
    <T> T match(Function<Taken, T> taken, Function<Refused, T> refused);

    /** It may. */
    record Taken(MonthClosing after) implements MonthDecision {
        @Override
        public <T> T match(Function<Taken, T> taken, Function<Refused, T> refused) {
            return taken.apply(this);
        }
    }

    /**
     * It may not.
     *
     * @param reason why not
     * @param from when it may at the earliest, if time is what is missing
     */
    record Refused(Reason reason, Optional<Instant> from) implements MonthDecision {
        @Override
        public <T> T match(Function<Taken, T> taken, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }

    /** Why not, in the order in which the questions are asked. Names are shown and never change. */
    enum Reason {
        /** The month was not opened. */
        NOT_OPENED,
        /** This has happened before. */
        ALREADY_DONE,
        /** The month is frozen: its figures change only by an officer's recomputation. */
        ALREADY_FROZEN,
        /** The month is not frozen: its next figure is counted by itself. */
        NOT_FROZEN,
        /** Another step comes before. */
        OUT_OF_ORDER,
        /** It is not due yet. */
        TOO_EARLY,
        /** Nobody is named, or no reason is given. */
        NO_REASON_GIVEN
    }
}
