package io.stackwatch.connectors.hj212.codec;

import org.jspecify.annotations.Nullable;

/** The names of header fields as bytes, in whatever case. */
final class HeaderKey {

    private HeaderKey() {}

    /** The field with this key; none for a key that no edition knows. */
    static @Nullable HeaderField of(byte[] bytes, int from, int to) {
        if (to - from > 4) {
            return null;
        }
        int packed = 0;
        for (int i = from; i < to; i++) {
            packed = packed << 8 | (bytes[i] & 0xDF);
        }
        return switch (packed) {
            case 'Q' << 8 | 'N' -> HeaderField.QN;
            case 'S' << 8 | 'T' -> HeaderField.ST;
            case 'C' << 8 | 'N' -> HeaderField.CN;
            case 'P' << 8 | 'W' -> HeaderField.PW;
            case 'M' << 8 | 'N' -> HeaderField.MN;
            case 'R' << 8 | 'F' -> HeaderField.RF;
            case 'P' << 16 | 'N' << 8 | 'O' -> HeaderField.PNO;
            case 'P' << 24 | 'N' << 16 | 'U' << 8 | 'M' -> HeaderField.PNUM;
            case 'F' << 24 | 'L' << 16 | 'A' << 8 | 'G' -> HeaderField.FLAG;
            default -> null;
        };
    }

    /** Whether the key has the case of the standard. */
    static boolean isSpeltAsPrinted(byte[] bytes, int from, int to, HeaderField field) {
        return NameCache.same(bytes, from, to, field.key());
    }

    /** Whether the key is {@code CP}. */
    static boolean opensContent(byte[] bytes, int from, int to) {
        return to - from == 2 && (bytes[from] | 0x20) == 'c' && (bytes[from + 1] | 0x20) == 'p';
    }
}
