package io.stackwatch.gateway.config;

import io.stackwatch.gateway.config.YamlLines.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings that were all read and checked. Immutable.
 *
 * <p>Order of precedence: environment, file, default.
 */
public final class Config {

    private final Map<String, Object> values;

    private Config(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads a file's content and the environment.
     *
     * @param source name of the file, for messages
     * @param yaml its content; empty for none
     * @param environment such as {@code System.getenv()}
     * @throws ConfigRefused with every problem that was found
     */
    public static Config read(String source, String yaml, Map<String, String> environment) throws ConfigRefused {
        YamlLines file = YamlLines.read(source, yaml);
        List<ConfigProblem> problems = new ArrayList<>(file.problems());
        Map<String, Object> values = new HashMap<>();
        for (ConfigKey<?> key : Settings.ALL) {
            values.put(key.name(), value(key, source, file, environment, problems));
        }
        file.lines().forEach((name, line) -> {
            if (!values.containsKey(name)) {
                problems.add(new ConfigProblem(source, line.number(), name, line.text(), nearest(name)));
            }
        });
        if (!problems.isEmpty()) {
            throw new ConfigRefused(problems);
        }
        Config config = new Config(values);
        if (config.opensToStrangers()) {
            Line line = file.lines().get(Settings.HTTP_HOST.name());
            throw new ConfigRefused(List.of(new ConfigProblem(
                    line == null ? "environment" : source,
                    line == null ? 0 : line.number(),
                    Settings.HTTP_HOST.name(),
                    config.get(Settings.HTTP_HOST),
                    Settings.LOOPBACK_OR_SIGN_IN)));
        }
        return config;
    }

    /** Whether others than this machine could come in without signing in; nothing may be started with that. */
    public boolean opensToStrangers() {
        return !get(Settings.API_SIGN_IN) && !Settings.LOOPBACK.contains(get(Settings.HTTP_HOST));
    }

    /** The same settings with one of them replaced; the text must be acceptable. */
    public <T> Config with(ConfigKey<T> key, String text) {
        T value = key.parser()
                .apply(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        key.name() + ": found '" + text + "', expected " + key.expected()));
        Map<String, Object> changed = new HashMap<>(values);
        changed.put(key.name(), value);
        return new Config(changed);
    }

    /** The value of a setting. */
    @SuppressWarnings("unchecked") // read() stored what this very key parsed
    public <T> T get(ConfigKey<T> key) {
        Object value = values.get(key.name());
        if (value == null) {
            throw new IllegalArgumentException("not in Settings.ALL: " + key.name());
        }
        return (T) value;
    }

    private static <T> Object value(
            ConfigKey<T> key,
            String source,
            YamlLines file,
            Map<String, String> environment,
            List<ConfigProblem> problems) {
        String fromEnvironment = environment.get(key.environmentName());
        Line fromFile = file.lines().get(key.name());
        String text =
                fromEnvironment != null ? fromEnvironment : fromFile != null ? fromFile.text() : key.defaultText();
        Optional<T> parsed = key.parser().apply(text);
        if (parsed.isPresent()) {
            return parsed.get();
        }
        problems.add(
                fromEnvironment != null || fromFile == null
                        ? new ConfigProblem("environment", 0, key.environmentName(), text, key.expected())
                        : new ConfigProblem(source, fromFile.number(), key.name(), text, key.expected()));
        return text;
    }

    private static String nearest(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return Settings.ALL.stream()
                .map(ConfigKey::name)
                .filter(known -> known.endsWith(last) || known.startsWith(name))
                .findFirst()
                .map(known -> "a key that exists; did you mean " + known + "?")
                .orElse("a key that exists (docs/operations.md lists them)");
    }
}
