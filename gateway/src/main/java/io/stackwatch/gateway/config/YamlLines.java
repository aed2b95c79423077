package io.stackwatch.gateway.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML file as dotted keys, each with its text and its line. Lists are not settings and are reported. */
final class YamlLines {

    /** A text and where it stands. */
    record Line(String text, int number) {}

    private final String source;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final List<ConfigProblem> problems = new ArrayList<>();

    private YamlLines(String source) {
        this.source = source;
    }

    static YamlLines read(String source, String yaml) {
        YamlLines file = new YamlLines(source);
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            file.walk(parser);
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            file.problems.add(new ConfigProblem(source, line, "(file)", broken.getOriginalMessage(), "readable YAML"));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
        return file;
    }

    Map<String, Line> lines() {
        return lines;
    }

    List<ConfigProblem> problems() {
        return problems;
    }

    private void walk(JsonParser parser) throws IOException {
        Deque<String> path = new ArrayDeque<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case FIELD_NAME -> path.addLast(parser.currentName());
                case START_OBJECT -> {}
                case END_OBJECT -> path.pollLast();
                case START_ARRAY -> {
                    problems.add(problem(parser, path, "a list", "a single value"));
                    parser.skipChildren();
                    path.pollLast();
                }
                default -> scalar(parser, path);
            }
        }
    }

    private void scalar(JsonParser parser, Deque<String> path) throws IOException {
        if (path.isEmpty()) {
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
                problems.add(problem(parser, path, parser.getText(), "keys with values"));
            }
            return;
        }
        String key = String.join(".", path);
        Line line = new Line(parser.getText(), parser.currentTokenLocation().getLineNr());
        if (lines.putIfAbsent(key, line) != null) {
            problems.add(problem(parser, path, line.text(), "each key once"));
        }
        path.pollLast();
    }

    private ConfigProblem problem(JsonParser parser, Deque<String> path, String found, String expected) {
        String key = path.isEmpty() ? "(file)" : String.join(".", path);
        return new ConfigProblem(source, parser.currentTokenLocation().getLineNr(), key, found, expected);
    }
}
