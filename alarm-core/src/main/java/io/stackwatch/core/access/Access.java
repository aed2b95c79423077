package io.stackwatch.core.access;

import java.util.List;
import java.util.function.Function;

/** Whether a request is let through. */
public sealed interface Access {

    /** Calls the function of the variant. */
    <T> T match(Function<Permitted, T> permitted, Function<Refused, T> refused);

    /**
     * It is.
     *
     * @param grants those that permit it; empty if anybody may
     */
    record Permitted(List<Grant> grants) implements Access {
        public Permitted {
            grants = List.copyOf(grants);
        }

        @Override
        public <T> T match(Function<Permitted, T> permitted, Function<Refused, T> refused) {
            return permitted.apply(this);
        }
    }

    /** It is not. */
    record Refused(Reason reason) implements Access {
        @Override
        public <T> T match(Function<Permitted, T> permitted, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }

    /** Why a request is not let through. Names are shown and never change. */
    enum Reason {
        /** Nobody is signed in, or the session has ended. */
        NOT_SIGNED_IN,
        /** Unsafe method without the token of the session. */
        CSRF,
        /** The request comes from a page of another server. */
        FOREIGN_ORIGIN,
        /** The first password must be changed before anything else. */
        MUST_CHANGE_PASSWORD,
        /** No grant has a role that may. */
        ROLE,
        /** The request names somebody else as the one who acts. */
        NOT_YOU,
        /** No grant with such a role reaches what the request is about. */
        REACH
    }
}
