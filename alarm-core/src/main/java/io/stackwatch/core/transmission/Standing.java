package io.stackwatch.core.transmission;

import java.util.function.Function;

/** How one hour of one factor stands in the count of transmission (regulation 1.3), with what decided it. */
public sealed interface Standing {

    /** Calls the function of the variant. */
    <T> T match(
            Function<NotDue, T> notDue,
            Function<Missing, T> missing,
            Function<NotValid, T> notValid,
            Function<Valid, T> valid);

    /** What the hour adds to the four counters. */
    default Counts counts() {
        return match(
                n -> Counts.NONE,
                m -> new Counts(1, 0, 1, 0),
                n -> new Counts(1, 1, 1, 0),
                v -> new Counts(1, 1, 1, 1));
    }

    /** What the hour adds to that which was taken out of the count. */
    default Excluded excluded() {
        return match(n -> Excluded.because(n.reason()), m -> Excluded.NONE, n -> Excluded.NONE, v -> Excluded.NONE);
    }

    /**
     * It had not to be sent.
     *
     * @param reason why not
     * @param decidedBy the registration, mark, grant or outage that decided; may be empty text
     */
    record NotDue(Due.Reason reason, String decidedBy) implements Standing {
        @Override
        public <T> T match(
                Function<NotDue, T> notDue,
                Function<Missing, T> missing,
                Function<NotValid, T> notValid,
                Function<Valid, T> valid) {
            return notDue.apply(this);
        }
    }

    /**
     * It had to be sent and had not come at the cut-off. Never zero, never within.
     *
     * @param late whether it came after the cut-off
     */
    record Missing(boolean late) implements Standing {
        @Override
        public <T> T match(
                Function<NotDue, T> notDue,
                Function<Missing, T> missing,
                Function<NotValid, T> notValid,
                Function<Valid, T> valid) {
            return missing.apply(this);
        }
    }

    /**
     * It came and does not count.
     *
     * @param reason why not
     * @param detail the flag or the numbers concerned
     * @param decidedBy the mark, check or report that decided; may be empty text
     */
    record NotValid(Reason reason, String detail, String decidedBy) implements Standing {
        @Override
        public <T> T match(
                Function<NotDue, T> notDue,
                Function<Missing, T> missing,
                Function<NotValid, T> notValid,
                Function<Valid, T> valid) {
            return notValid.apply(this);
        }
    }

    /** It came and counts. */
    record Valid() implements Standing {
        @Override
        public <T> T match(
                Function<NotDue, T> notDue,
                Function<Missing, T> missing,
                Function<NotValid, T> notValid,
                Function<Valid, T> valid) {
            return valid.apply(this);
        }
    }

    /** Why a received hour does not count, in the order in which the questions are asked. */
    enum Reason {
        /** The logger's flag of the hour is one that is not usable. */
        FLAGGED,
        /** Fewer valid minutes than an hour needs. */
        TOO_FEW_VALID_MINUTES,
        /** Neither flag nor minutes say that it counts. */
        VALIDITY_UNKNOWN,
        /** An equipment mark (自动监测设备标记) sets it aside. */
        MARKED_INVALID,
        /** The instrument was out of control (失控). */
        OUT_OF_CONTROL,
        /** The report carries no figure. */
        VALUE_MISSING,
        /** Outside of what the instrument can measure, or of what is physically possible. */
        OUT_OF_RANGE
    }
}
