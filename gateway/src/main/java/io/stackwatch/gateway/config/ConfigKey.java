package io.stackwatch.gateway.config;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One setting: its name in the file, what it means, and how its text becomes a value.
 *
 * @param name dotted path in the file, such as {@code hj212.port}
 * @param defaultText used when neither the file nor the environment says otherwise
 * @param expected what a good value looks like, in words for the person who wrote a bad one
 * @param meaning what the setting does, for the table in docs/operations.md
 * @param parser empty for a text that is not acceptable
 */
public record ConfigKey<T>(
        String name, String defaultText, String expected, String meaning, Function<String, Optional<T>> parser) {

    /** The environment variable that overrides the file: {@code hj212.max-connections} is STACKWATCH_HJ212_MAX_CONNECTIONS. */
    public String environmentName() {
        return "STACKWATCH_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
