package io.stackwatch.connectors.hj212.codec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Numbers that do not fit the reader's fast way: many digits, or an exponent as {@code 1.2E-5}. Bounded in both. */
final class DecimalText {

    private static final int MAX_EXPONENT_DIGITS = 2;

    private DecimalText() {}

    static @Nullable BigDecimal parse(byte[] bytes, int from, int to) {
        if (to - from < 1 || to - from > SegmentReader.MAX_NUMBER_LENGTH || !isDecimal(bytes, from, to)) {
            return null;
        }
        return new BigDecimal(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    /** {@code [+-] digits [. digits] [e [+-] one or two digits]}: what {@link BigDecimal} takes without growing huge. */
    private static boolean isDecimal(byte[] bytes, int from, int to) {
        int i = sign(bytes, from, to);
        int digits = 0;
        boolean point = false;
        for (; i < to && (bytes[i] | 0x20) != 'e'; i++) {
            if (bytes[i] == '.' && !point) {
                point = true;
            } else if (bytes[i] >= '0' && bytes[i] <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && (i == to || isExponent(bytes, sign(bytes, i + 1, to), to));
    }

    private static boolean isExponent(byte[] bytes, int from, int to) {
        if (from == to || to - from > MAX_EXPONENT_DIGITS) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static int sign(byte[] bytes, int from, int to) {
        return from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
    }
}
