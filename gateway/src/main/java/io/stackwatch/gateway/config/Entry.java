package io.stackwatch.gateway.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a YAML file and the line on which it begins: a text, a list, or fields.
 *
 * @param line from 1
 * @param text what stands there, for messages too
 * @param items the items of a list
 * @param fields the fields of a mapping; a second field with the same name is kept as {@code <name> (again)}
 */
public record Entry(int line, Form form, String text, List<Entry> items, Map<String, Entry> fields) {

    /** What kind of value it is. */
    public enum Form {
        TEXT,
        LIST,
        MAPPING
    }

    /** How deep a file may be nested. */
    private static final int DEEPEST = 16;

    /** The whole file; an empty one is an empty text. */
    public static Entry read(String yaml) throws IOException {
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            JsonToken first = parser.nextToken();
            return first == null ? text(1, "") : value(parser, first, 0);
        }
    }

    private static Entry value(JsonParser parser, JsonToken token, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("nested too deeply");
        }
        int line = parser.currentTokenLocation().getLineNr();
        return switch (token) {
            case START_OBJECT -> mapping(parser, line, depth);
            case START_ARRAY -> list(parser, line, depth);
            default -> text(line, token == JsonToken.VALUE_NULL ? "" : parser.getText());
        };
    }

    private static Entry mapping(JsonParser parser, int line, int depth) throws IOException {
        Map<String, Entry> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Entry value = value(parser, parser.nextToken(), depth + 1);
            fields.put(fields.containsKey(name) ? name + " (again)" : name, value);
        }
        return new Entry(line, Form.MAPPING, "fields", List.of(), fields);
    }

    private static Entry list(JsonParser parser, int line, int depth) throws IOException {
        List<Entry> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token, depth + 1));
        }
        return new Entry(line, Form.LIST, "a list", items, Map.of());
    }

    private static Entry text(int line, String text) {
        return new Entry(line, Form.TEXT, text.strip(), List.of(), Map.of());
    }
}
