package io.stackwatch.core.access;

import io.stackwatch.core.enforcement.PersonId;
import io.stackwatch.core.exceedance.RuleParameters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Which passwords are taken. Long ones of any characters: no classes of characters are asked for, and nothing expires by date.
 *
 * @param shortest in characters (code points)
 * @param longest in bytes of UTF-8
 */
public record PasswordRule(int shortest, int longest) {

    /** Why a password is not taken. Names are shown and never change. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        /** It is, or contains, the account's name. */
        ACCOUNT_NAME,
        /** It is the one that is to be replaced. */
        UNCHANGED
    }

    /** As the parameters say at an instant. */
    public static PasswordRule at(RuleParameters parameters, Instant instant) {
        return new PasswordRule(
                parameters.count("password.shortest", instant), parameters.count("password.longest", instant));
    }

    /** What is wrong with a new password of an account; empty if it is taken. */
    public Optional<Fault> fault(PersonId account, String password) {
        if (password.getBytes(StandardCharsets.UTF_8).length > longest) {
            return Optional.of(Fault.TOO_LONG);
        }
        String plain = password.toLowerCase(Locale.ROOT);
        String rest = plain.replace(account.value(), "");
        if (plain.length() > rest.length() && rest.length() < shortest) {
            return Optional.of(Fault.ACCOUNT_NAME);
        }
        return password.codePointCount(0, password.length()) < shortest
                ? Optional.of(Fault.TOO_SHORT)
                : Optional.empty();
    }
}
