package io.stackwatch.simulator.scenario;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of the file with its place in it: every value is asked for with what is expected, every error has a line. */
final class Section {

    private final String file;
    private final String path;
    private final int line;
    private final Map<String, Node> values;
    private final @Nullable Section defaults;

    private Section(String file, String path, int line, Map<String, Node> values, @Nullable Section defaults) {
        this.file = file;
        this.path = path;
        this.line = line;
        this.values = values;
        this.defaults = defaults;
    }

    static Section of(String file, String path, @Nullable Node node, Set<String> known) throws ScenarioRefused {
        int line = node == null ? 1 : line(node);
        if (!(node instanceof MappingNode mapping)) {
            throw refused(file, line, path.isEmpty() ? "(file)" : path, "a mapping with " + known, found(node));
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!known.contains(key)) {
                throw refused(
                        file, line(tuple.getKeyNode()), join(path, key), "one of " + sorted(known), "'" + key + "'");
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw refused(file, line(tuple.getKeyNode()), join(path, key), "each key once", "a second one");
            }
        }
        return new Section(file, path, line, values, null);
    }

    /** The same, with values taken from {@code other} where this one has none. */
    Section orElse(Section other) {
        return new Section(file, path, line, values, other);
    }

    boolean has(String key) {
        return values.containsKey(key) || (defaults != null && defaults.has(key));
    }

    String text(String key) throws ScenarioRefused {
        Node node = node(key);
        if (node == null) {
            throw refused(key, "a value", "nothing");
        }
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw refused(key, "a text", found(node));
        }
        return scalar.getValue().trim();
    }

    String text(String key, String otherwise) throws ScenarioRefused {
        return has(key) ? text(key) : otherwise;
    }

    double number(String key, double otherwise) throws ScenarioRefused {
        if (!has(key)) {
            return otherwise;
        }
        try {
            return Double.parseDouble(text(key));
        } catch (NumberFormatException e) {
            throw refused(key, "a number", text(key));
        }
    }

    double positive(String key, double otherwise) throws ScenarioRefused {
        double value = number(key, otherwise);
        if (!(value > 0)) {
            throw refused(key, "a number above 0", text(key));
        }
        return value;
    }

    long whole(String key, long otherwise) throws ScenarioRefused {
        if (!has(key)) {
            return otherwise;
        }
        try {
            return Long.parseLong(text(key));
        } catch (NumberFormatException e) {
            throw refused(key, "a whole number", text(key));
        }
    }

    boolean yes(String key, boolean otherwise) throws ScenarioRefused {
        if (!has(key)) {
            return otherwise;
        }
        return switch (text(key)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw refused(key, "yes or no", text(key));
        };
    }

    /** Such as {@code 30s}, {@code 1h30m}, {@code 0}. */
    Duration duration(String key, Duration otherwise) throws ScenarioRefused {
        if (!has(key)) {
            return otherwise;
        }
        String text = text(key);
        try {
            return text.equals("0") ? Duration.ZERO : Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw refused(key, "a duration such as 30s, 10m or 1h30m", text);
        }
    }

    /** The texts of a list, or nothing if the key is absent. */
    Optional<List<String>> texts(String key) throws ScenarioRefused {
        if (!has(key)) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            if (!(item instanceof ScalarNode scalar)) {
                throw refused(file, line(item), join(path, key), "a list of texts", found(item));
            }
            texts.add(scalar.getValue());
        }
        return Optional.of(texts);
    }

    /** The sections of a list; none if the key is absent. */
    List<Section> sections(String key, Set<String> known) throws ScenarioRefused {
        List<Section> sections = new ArrayList<>();
        int index = 0;
        for (Node item : items(key)) {
            sections.add(of(file, join(path, key) + "[" + index++ + "]", item, known));
        }
        return sections;
    }

    Optional<Section> section(String key, Set<String> known) throws ScenarioRefused {
        Node node = node(key);
        return node == null ? Optional.empty() : Optional.of(of(file, join(path, key), node, known));
    }

    /** The nodes of a list, for those who want to go on after a bad one. */
    List<Node> items(String key) throws ScenarioRefused {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw refused(key, "a list", found(node));
        }
        return sequence.getValue();
    }

    ScenarioRefused refused(String key, String expected, String found) {
        Node node = node(key);
        return refused(file, node == null ? line : line(node), join(path, key), expected, found);
    }

    private @Nullable Node node(String key) {
        Node own = values.get(key);
        return own != null || defaults == null ? own : defaults.node(key);
    }

    private static ScenarioRefused refused(String file, int line, String key, String expected, String found) {
        return new ScenarioRefused(new ScenarioProblem(file, line, key, expected, found));
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static List<String> sorted(Set<String> known) {
        return known.stream().sorted().toList();
    }

    private static String found(@Nullable Node node) {
        if (node == null) {
            return "nothing";
        }
        return switch (node.getNodeId()) {
            case scalar -> "'" + ((ScalarNode) node).getValue() + "'";
            case sequence -> "a list";
            case mapping -> "a mapping";
            default -> "something else";
        };
    }
}
