package io.stackwatch.gateway.access;

import io.stackwatch.core.access.PasswordRule;
import io.stackwatch.gateway.access.SignInAnswer.Opened;
import io.stackwatch.gateway.access.SignInAnswer.Shut;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of a change of a password. */
public sealed interface PasswordAnswer {

    /** Calls the function of the variant. */
    <T> T match(Function<Opened, T> changed, Supplier<T> wrong, Function<Shut, T> shut, Function<Unfit, T> unfit);

    /** It is changed, and a new session took the place of the old one. */
    record Changed(Opened session) implements PasswordAnswer {
        @Override
        public <T> T match(
                Function<Opened, T> changed, Supplier<T> wrong, Function<Shut, T> shut, Function<Unfit, T> unfit) {
            return changed.apply(session);
        }
    }

    /** The present password is another, or the account has none. */
    record Wrong() implements PasswordAnswer {
        @Override
        public <T> T match(
                Function<Opened, T> changed, Supplier<T> wrong, Function<Shut, T> shut, Function<Unfit, T> unfit) {
            return wrong.get();
        }
    }

    /** Too many wrong ones were given. */
    record Closed(Shut shut) implements PasswordAnswer {
        @Override
        public <T> T match(
                Function<Opened, T> changed, Supplier<T> wrong, Function<Shut, T> shut, Function<Unfit, T> unfit) {
            return shut.apply(this.shut);
        }
    }

    /** The new one is not taken. */
    record Unfit(PasswordRule.Fault fault, PasswordRule rule) implements PasswordAnswer {
        @Override
        public <T> T match(
                Function<Opened, T> changed, Supplier<T> wrong, Function<Shut, T> shut, Function<Unfit, T> unfit) {
            return unfit.apply(this);
        }
    }
}
