package io.stackwatch.core.transmission;

import java.util.Optional;
import java.util.function.Function;

/** Whether an hour of a factor had to be sent. */
public sealed interface Due {

    /** Calls the function of the variant. */
    <T> T match(Function<Yes, T> yes, Function<No, T> no);

    /** The reason why not; empty if it is due. */
    default Optional<Reason> whyNot() {
        return match(yes -> Optional.empty(), no -> Optional.of(no.reason()));
    }

    /** It had to be sent. */
    record Yes() implements Due {
        @Override
        public <T> T match(Function<Yes, T> yes, Function<No, T> no) {
            return yes.apply(this);
        }
    }

    /**
     * It had not.
     *
     * @param reason why not
     * @param document the declaration, grant or registration it rests on; may be empty text
     */
    record No(Reason reason, String document) implements Due {
        @Override
        public <T> T match(Function<Yes, T> yes, Function<No, T> no) {
            return no.apply(this);
        }
    }

    /** Why an hour need not be sent. */
    enum Reason {
        /** The outlet is in no version of the registry then. */
        NOT_REGISTERED,
        /** No logger is accepted for the outlet over the whole hour. */
        NOT_CONNECTED,
        /** The factor is not on the outlet's list. */
        NOT_ASSESSED,
        /** A stop (停运, 停产) was declared and accepted. */
        STOPPED,
        /** An officer granted an exemption. */
        EXEMPT,
        /** The hour of the day in which the instrument checks itself with a standard sample (标样核查). */
        STANDARD_CHECK,
        /** Missing while this system itself could not receive. */
        OWN_OUTAGE
    }
}
