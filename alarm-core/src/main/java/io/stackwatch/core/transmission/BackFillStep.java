package io.stackwatch.core.transmission;

import java.time.Instant;
import java.util.function.Function;

/** What is done about the missing hours of one station at one moment, always with its reason. */
public sealed interface BackFillStep {

    /** Calls the function of the variant. */
    <T> T match(Function<Ask, T> ask, Function<Wait, T> wait, Function<Leave, T> leave);

    /**
     * The logger is asked for a range of hours, both ends inclusive, as HJ 212 counts them.
     *
     * @param firstHour start of the first hour
     * @param lastHour start of the last hour
     */
    record Ask(Instant firstHour, Instant lastHour) implements BackFillStep {
        @Override
        public <T> T match(Function<Ask, T> ask, Function<Wait, T> wait, Function<Leave, T> leave) {
            return ask.apply(this);
        }
    }

    /**
     * Not yet.
     *
     * @param reason why not
     * @param until when it is worth looking again
     */
    record Wait(Reason reason, Instant until) implements BackFillStep {
        @Override
        public <T> T match(Function<Ask, T> ask, Function<Wait, T> wait, Function<Leave, T> leave) {
            return wait.apply(this);
        }
    }

    /**
     * Not any more, as far as is known now.
     *
     * @param reason why not
     * @param detail what excuses the hours, each excuse once; empty text for other reasons
     */
    record Leave(Reason reason, String detail) implements BackFillStep {

        Leave(Reason reason) {
            this(reason, "");
        }

        @Override
        public <T> T match(Function<Ask, T> ask, Function<Wait, T> wait, Function<Leave, T> leave) {
            return leave.apply(this);
        }
    }

    /** Why nothing is asked. */
    enum Reason {
        /** Nothing is missing that may be asked for. */
        NOTHING_MISSING,
        /** Every missing hour was excused since: a duty that was taken back, a stop that was accepted, an exemption. */
        EXCUSED,
        /** The station has no connection. */
        NOT_CONNECTED,
        /** The link is new: a logger may fill the gap by itself. */
        MAY_COME_BY_ITSELF,
        /** The last request to this station is too fresh. */
        PACED,
        /** Every missing hour was asked for a short while ago. */
        ASKED_RECENTLY,
        /** Every missing hour was asked for as often as it may be. */
        GIVEN_UP
    }
}
