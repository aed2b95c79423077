package io.stackwatch.connectors.hj212.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Item names as strings that are made once: a bounded table in which a newer name displaces an older one. Names of up to
 * eight ASCII characters, which nearly all are, are looked up by their bytes as one number.
 */
final class NameCache {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SLOT_BITS = 9;
    private static final int SHORT = 8;
    private static final int LONGEST = 24;
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final long[] keys = new long[1 << SLOT_BITS];
    private final @Nullable String[] names = new String[1 << SLOT_BITS];
    private final @Nullable String[] longNames = new String[1 << SLOT_BITS];

    String name(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > SHORT || length == 0 || from + SHORT > bytes.length) {
            return longName(bytes, from, to);
        }
        long key = (long) LONGS.get(bytes, from) & (-1L >>> ((SHORT - length) * 8));
        int slot = (int) ((key * SPREAD) >>> (Long.SIZE - SLOT_BITS));
        String known = names[slot];
        // the length tells a name from the same name with zero bytes behind it
        if (known != null && keys[slot] == key && known.length() == length) {
            return known;
        }
        if ((key & NOT_ASCII) != 0) {
            return WireText.decode(bytes, from, to);
        }
        String name = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        keys[slot] = key;
        names[slot] = name;
        return name;
    }

    private String longName(byte[] bytes, int from, int to) {
        if (from == to) {
            return "";
        }
        if (to - from > LONGEST) {
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
        int slot = (hash ^ (hash >>> 15)) & ((1 << SLOT_BITS) - 1);
        String known = longNames[slot];
        if (known != null && same(bytes, from, to, known)) {
            return known;
        }
        String name = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        longNames[slot] = name;
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
