package io.stackwatch.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of an attempt to sign in. */
public sealed interface SignInAnswer {

    /** Calls the function of the variant. */
    <T> T match(Function<Opened, T> opened, Supplier<T> refused, Function<Shut, T> shut);

    /**
     * A session began.
     *
     * @param token for the cookie; nobody keeps it here
     */
    record Opened(String token, Standing standing) implements SignInAnswer {
        @Override
        public <T> T match(Function<Opened, T> opened, Supplier<T> refused, Function<Shut, T> shut) {
            return opened.apply(this);
        }

        @Override
        public String toString() {
            return standing.toString();
        }
    }

    /** No: whether for the name, the password or anything else is not told. */
    record Refused() implements SignInAnswer {
        @Override
        public <T> T match(Function<Opened, T> opened, Supplier<T> refused, Function<Shut, T> shut) {
            return refused.get();
        }
    }

    /**
     * Not before an instant of the wall clock: too many wrong passwords were given under this name.
     *
     * @param left how long that is
     */
    record Shut(Instant until, Duration left) implements SignInAnswer {
        @Override
        public <T> T match(Function<Opened, T> opened, Supplier<T> refused, Function<Shut, T> shut) {
            return shut.apply(this);
        }
    }
}
