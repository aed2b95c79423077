package io.stackwatch.simulator.conform.packet;

import java.util.ArrayList;
import java.util.List;

/**
 * A name and its value.
 *
 * @param text both as they stood
 * @param name what stands in front of the first equals sign; the whole text where there is none
 * @param value what stands behind it; empty where there is none
 */
public record Item(String text, String name, String value) {

    private static final String QUOTE = "//";

    /** The items of a text between separators; text between two {@code //} is not cut (HJ 212-2017 Table C.40). */
    static List<Item> split(String text, String separators) {
        List<Item> items = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            if (text.startsWith(QUOTE, i)) {
                quoted = !quoted;
                i++;
            } else if (i == text.length() || (!quoted && separators.indexOf(text.charAt(i)) >= 0)) {
                if (i > from) {
                    items.add(of(text.substring(from, i)));
                }
                from = i + 1;
            }
        }
        return List.copyOf(items);
    }

    private static Item of(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Item(text, text, "")
                : new Item(text, text.substring(0, equals), text.substring(equals + 1));
    }
}
