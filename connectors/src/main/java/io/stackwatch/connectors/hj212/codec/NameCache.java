package io.stackwatch.connectors.hj212.codec;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Item names as strings that are made once: a bounded table in which a newer name displaces an older one. */
final class NameCache {

    private static final int SLOTS = 512;
    private static final int LONGEST = 24;

    private final @Nullable String[] slots = new String[SLOTS];

    String name(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return WireText.decode(bytes, from, to);
        }
        int hash = 0;
        int seen = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
            seen |= bytes[i];
        }
        if (seen < 0) {
            return WireText.decode(bytes, from, to);
        }
        int slot = (hash ^ hash >>> 15) & (SLOTS - 1);
        String known = slots[slot];
        if (known != null && same(bytes, from, to, known)) {
            return known;
        }
        String name = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        slots[slot] = name;
        return name;
    }

    /** Whether these bytes are this ASCII text. */
    static boolean same(byte[] bytes, int from, int to, String text) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i - from) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
