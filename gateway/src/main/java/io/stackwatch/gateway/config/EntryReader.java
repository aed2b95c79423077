package io.stackwatch.gateway.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.stackwatch.gateway.config.Entry.Form;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks a mapping of the file for typed values. What cannot be used is noted with its line, and the value that would hold
 * without it is given back, so that one reading finds every problem.
 */
public final class EntryReader {

    private final String source;
    private final String path;
    private final Entry mapping;
    private final List<ConfigProblem> problems;
    private final Set<String> asked = new LinkedHashSet<>();

    /** Over the value at a path of a source, noting what is wrong in {@code problems}. */
    public EntryReader(String source, String path, Entry entry, List<ConfigProblem> problems) {
        this.source = source;
        this.path = path;
        this.problems = problems;
        if (entry.form() == Form.MAPPING) {
            this.mapping = entry;
        } else {
            if (!entry.text().isEmpty()) {
                problems.add(new ConfigProblem(source, entry.line(), path, entry.text(), "fields with values"));
            }
            this.mapping = new Entry(entry.line(), Form.MAPPING, "", List.of(), Map.of());
        }
    }

    /** Over a whole file; empty if it cannot be read, which is noted with its line. */
    public static Optional<EntryReader> file(String source, String yaml, List<ConfigProblem> problems) {
        try {
            return Optional.of(new EntryReader(source, "(file)", Entry.read(yaml), problems));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(new ConfigProblem(source, line, "(file)", e.getOriginalMessage(), "readable YAML"));
        } catch (IOException e) {
            problems.add(new ConfigProblem(source, 1, "(file)", String.valueOf(e.getMessage()), "readable YAML"));
        }
        return Optional.empty();
    }

    /** The value of a field, read by a function that throws IllegalArgumentException; empty where it is missing or wrong. */
    public <T> Optional<T> value(String name, String expected, Function<String, T> reading) {
        return field(name).flatMap(entry -> one(name, entry, expected, reading));
    }

    /** As {@link #value}, and the field must be there. */
    public <T> Optional<T> required(String name, String expected, Function<String, T> reading) {
        if (field(name).isEmpty()) {
            problem(mapping.line(), name, "nothing", expected);
        }
        return value(name, expected, reading);
    }

    /** As {@link #value}; what stands there is not said when it is wrong. */
    public <T> Optional<T> secret(String name, String expected, Function<String, T> reading) {
        Optional<Entry> entry = field(name);
        try {
            return entry.map(given -> reading.apply(given.text()));
        } catch (IllegalArgumentException e) {
            problem(entry.map(Entry::line).orElse(0), name, "something else", expected);
            return Optional.empty();
        }
    }

    /** The constant that a field names, in any case. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return value(
                name,
                Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")),
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    /** A duration. */
    public Duration duration(String name, Duration otherwise) {
        return value(name, "an ISO 8601 duration such as PT10S", text -> {
                    try {
                        return Duration.parse(text);
                    } catch (DateTimeException e) {
                        throw new IllegalArgumentException(text, e);
                    }
                })
                .orElse(otherwise);
    }

    /** A whole number. */
    public int number(String name, int otherwise) {
        return value(name, "a whole number", Integer::valueOf).orElse(otherwise);
    }

    /** Yes or no. */
    public boolean yes(String name, boolean otherwise) {
        return value(name, "yes or no", EntryReader::yesOrNo).orElse(otherwise);
    }

    /** The items of a list. */
    public <T> Set<T> set(String name, String expected, Function<String, T> reading) {
        Set<T> values = new LinkedHashSet<>();
        for (Entry item : items(name)) {
            one(name, item, expected, reading).ifPresent(values::add);
        }
        return values;
    }

    /** The items of a list, as entries. */
    public List<Entry> items(String name) {
        Optional<Entry> entry = field(name);
        if (entry.isPresent() && entry.get().form() != Form.LIST) {
            problem(entry.get().line(), name, entry.get().text(), "a list");
        }
        return entry.map(Entry::items).orElse(List.of());
    }

    /** The fields of a mapping whose names are free, as texts. */
    public Map<String, Entry> entries(String name) {
        Optional<Entry> entry = field(name);
        if (entry.isPresent() && entry.get().form() != Form.MAPPING) {
            problem(entry.get().line(), name, entry.get().text(), "pairs of names and values");
        }
        return entry.map(Entry::fields).orElse(Map.of());
    }

    /** A mapping below this one; an empty one where it is missing. */
    public EntryReader below(String name) {
        Entry entry = field(name).orElse(new Entry(mapping.line(), Form.MAPPING, "", List.of(), Map.of()));
        return new EntryReader(source, path + "." + name, entry, problems);
    }

    /** Whether a field is there. */
    public boolean has(String name) {
        return field(name).isPresent();
    }

    /** The line on which the mapping begins. */
    public int line() {
        return mapping.line();
    }

    /** Notes the fields that nobody asked for. */
    public void nothingElse() {
        mapping.fields().forEach((name, entry) -> {
            if (!asked.contains(name)) {
                problem(entry.line(), name, entry.text(), "one of " + asked);
            }
        });
    }

    /** Notes a problem of a field. */
    public void problem(int line, String name, String found, String expected) {
        problems.add(new ConfigProblem(source, line, path + "." + name, found, expected));
    }

    private Optional<Entry> field(String name) {
        asked.add(name);
        return Optional.ofNullable(mapping.fields().get(name));
    }

    private <T> Optional<T> one(String name, Entry entry, String expected, Function<String, T> reading) {
        if (entry.form() == Form.TEXT) {
            try {
                return Optional.of(reading.apply(entry.text()));
            } catch (IllegalArgumentException e) {
                // said below, with its line
            }
        }
        problem(entry.line(), name, entry.text(), expected);
        return Optional.empty();
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
