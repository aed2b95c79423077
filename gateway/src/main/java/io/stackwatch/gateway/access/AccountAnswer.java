package io.stackwatch.gateway.access;

import io.stackwatch.core.enforcement.PersonId;
import java.util.Optional;
import java.util.function.Function;

/** What became of an act on an account. */
public sealed interface AccountAnswer {

    /** Calls the function of the variant. */
    <T> T match(Function<Done, T> done, Function<Unknown, T> unknown, Function<Not, T> not);

    /**
     * It was done.
     *
     * @param initialPassword told once, to be changed at once; kept nowhere
     */
    record Done(PersonId person, Optional<String> initialPassword) implements AccountAnswer {
        @Override
        public <T> T match(Function<Done, T> done, Function<Unknown, T> unknown, Function<Not, T> not) {
            return done.apply(this);
        }

        @Override
        public String toString() {
            return "account of " + person;
        }
    }

    /** There is no such account. */
    record Unknown(PersonId person) implements AccountAnswer {
        @Override
        public <T> T match(Function<Done, T> done, Function<Unknown, T> unknown, Function<Not, T> not) {
            return unknown.apply(this);
        }
    }

    /** It cannot be done now. */
    record Not(Reason reason) implements AccountAnswer {
        @Override
        public <T> T match(Function<Done, T> done, Function<Unknown, T> unknown, Function<Not, T> not) {
            return not.apply(this);
        }
    }

    /** Why an act on an account is not done. Names are shown and never change. */
    enum Reason {
        /** The person has one. */
        EXISTS,
        /** Nobody is registered under this identity now. */
        NOT_REGISTERED,
        /** It is the last administrator's that is not locked. */
        LAST_ADMINISTRATOR
    }
}
