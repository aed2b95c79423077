package io.stackwatch.connectors.hj212.codec;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads data segments (数据段) in one pass, into arrays that are used again: strings and decimals are made only when asked
 * for, numbers can be had without making anything.
 *
 * <p>Header fields come by name, in any order and case; items {@code code-suffix=value} by index, as sent. What was read
 * is valid until the next {@link #read}. For one thread at a time. For an immutable view see {@link DataSegment}. Grammar:
 * HJ 212-2017 6.3.3, with the field's liberties: stray and missing separators, blanks, text between {@code //}.
 */
@SuppressWarnings("EnumOrdinal") // indexes arrays that live and die with the reader; nothing is stored
public final class SegmentReader {

    /** The longest text that is taken for a number. */
    static final int MAX_NUMBER_LENGTH = 40;

    private static final HeaderField[] FIELDS = HeaderField.values();
    private static final byte[] NOTHING = new byte[0];
    private static final int FIRST_ITEMS = 64;
    private static final int MAX_FAST_DIGITS = 18;

    /** {@link #scale} of a value that is no plain number of at most 18 digits. */
    private static final int NOT_FAST = -1;

    private final int maxItems;
    private final NameCache names = new NameCache();
    private final int[] fieldFrom = new int[FIELDS.length];
    private final int[] fieldTo = new int[FIELDS.length];

    private byte[] bytes = NOTHING;
    private int end;
    private int at;
    private int quirks;
    private int items;
    /** Five numbers an item: name from, name to, hyphen, value from, value to. */
    private int[] places = new int[FIRST_ITEMS * 5];

    private long[] unscaled = new long[FIRST_ITEMS];
    private byte[] scales = new byte[FIRST_ITEMS];
    private boolean textIsClosed;

    /** A reader that refuses to hold more items than this. */
    public SegmentReader(CodecLimits limits) {
        this.maxItems = limits.maxItems();
    }

    /** Reads this frame's segment, forgetting the one before. */
    public SegmentReader read(Frame frame) {
        return read(frame.bytes(), frame.segmentFrom(), frame.segmentTo());
    }

    /** Reads the segment at this place, forgetting the one before. */
    public SegmentReader read(byte[] source, int from, int to) {
        bytes = source;
        end = to;
        at = from;
        quirks = 0;
        items = 0;
        textIsClosed = true;
        Arrays.fill(fieldFrom, -1);
        if (header()) {
            content();
        } else {
            note(Quirk.NO_CONTENT);
        }
        return this;
    }

    /** Whether this liberty was taken. */
    public boolean has(Quirk quirk) {
        return (quirks & 1 << quirk.ordinal()) != 0;
    }

    /** Whether any liberty was taken. */
    public boolean hasQuirks() {
        return quirks != 0;
    }

    /** Whether this header field stands there, be it empty. */
    public boolean has(HeaderField field) {
        return fieldFrom[field.ordinal()] >= 0;
    }

    /** This header field's text; empty also where the field is missing ({@link #has(HeaderField)} tells). */
    public String text(HeaderField field) {
        int f = field.ordinal();
        return fieldFrom[f] < 0 ? "" : WireText.decode(bytes, fieldFrom[f], fieldTo[f]);
    }

    /** This header field as a number of at most six digits, or -1 where it is missing or anything else. */
    public int number(HeaderField field) {
        int f = field.ordinal();
        int from = fieldFrom[f];
        int length = fieldTo[f] - from;
        if (from < 0 || length < 1 || length > 6) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < fieldTo[f]; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Whether this header field is exactly this ASCII text. */
    public boolean is(HeaderField field, String text) {
        int f = field.ordinal();
        return fieldFrom[f] >= 0 && NameCache.same(bytes, fieldFrom[f], fieldTo[f], text);
    }

    /** How many bytes this header field's value has; -1 where it is missing. */
    public int length(HeaderField field) {
        int f = field.ordinal();
        return fieldFrom[f] < 0 ? -1 : fieldTo[f] - fieldFrom[f];
    }

    /** Copies this header field's bytes to a place in a target that has room; returns the index behind the last. */
    public int copy(HeaderField field, byte[] target, int to) {
        int f = field.ordinal();
        if (fieldFrom[f] < 0) {
            return to;
        }
        int length = fieldTo[f] - fieldFrom[f];
        System.arraycopy(bytes, fieldFrom[f], target, to, length);
        return to + length;
    }

    /** The command, or -1. */
    public int command() {
        return number(HeaderField.CN);
    }

    /** How many items the content has. */
    public int items() {
        return items;
    }

    /** The whole name of an item. */
    public String name(int item) {
        int p = item * 5;
        return names.name(bytes, places[p], places[p + 1]);
    }

    /** The name up to its last hyphen: usually a factor's code; the whole name where there is none. */
    public String code(int item) {
        int p = item * 5;
        int hyphen = places[p + 2];
        return names.name(bytes, places[p], hyphen < 0 ? places[p + 1] : hyphen);
    }

    /** The name behind its last hyphen; empty where there is none. */
    public String suffix(int item) {
        int p = item * 5;
        int hyphen = places[p + 2];
        return hyphen < 0 ? "" : names.name(bytes, hyphen + 1, places[p + 1]);
    }

    /** The value as sent, without blanks around it and without the {@code //} around text. */
    public String text(int item) {
        int p = item * 5;
        return WireText.decode(bytes, places[p + 3], places[p + 4]);
    }

    /** Whether a comma, and no semicolon, stands before the item. */
    public boolean isJoined(int item) {
        for (int i = places[item * 5] - 1; i >= 0 && (isSeparator(bytes[i]) || bytes[i] == ' '); i--) {
            if (bytes[i] != ' ') {
                return bytes[i] == ',';
            }
        }
        return false;
    }

    /** Whether the value stands between {@code //}. */
    public boolean isQuoted(int item) {
        int p = item * 5;
        int from = places[p + 3];
        int to = places[p + 4];
        return from >= 2
                && to + 1 < end
                && bytes[from - 1] == '/'
                && bytes[from - 2] == '/'
                && bytes[to] == '/'
                && bytes[to + 1] == '/';
    }

    /** Whether the value is a plain decimal number of at most 18 digits, to be had as {@link #unscaled} and {@link #scale}. */
    public boolean isFastNumber(int item) {
        return scales[item] != NOT_FAST;
    }

    /** All digits of a fast number, with its sign. */
    public long unscaled(int item) {
        return unscaled[item];
    }

    /** How many digits of a fast number stand behind its point. */
    public int scale(int item) {
        return scales[item];
    }

    /** Whether the value is a number at all. */
    public boolean isNumber(int item) {
        return isFastNumber(item) || slowNumber(item) != null;
    }

    /** The value as a decimal with the scale it was sent with; {@link NumberFormatException} if it is none. */
    public BigDecimal number(int item) {
        if (isFastNumber(item)) {
            return BigDecimal.valueOf(unscaled[item], scales[item]);
        }
        BigDecimal slow = slowNumber(item);
        if (slow == null) {
            throw new NumberFormatException("not a number: item " + item);
        }
        return slow;
    }

    private boolean header() {
        byte[] bytes = this.bytes;
        int end = this.end;
        int i = at;
        while (i < end) {
            byte b = bytes[i];
            if (isSeparator(b) || b == ' ') {
                i++;
                continue;
            }
            int keyFrom = i;
            while (i < end && bytes[i] != '=' && !isSeparator(bytes[i])) {
                i++;
            }
            if (i == end || bytes[i] != '=') {
                note(Quirk.STRAY_TEXT);
                continue;
            }
            int keyTo = i++;
            if (HeaderKey.opensContent(bytes, keyFrom, keyTo)) {
                at = i;
                return true;
            }
            int valueFrom = i;
            while (i < end && !isSeparator(bytes[i])) {
                if (bytes[i] == '=' && HeaderKey.opensContent(bytes, Math.max(valueFrom, i - 2), i)) {
                    note(Quirk.STRAY_SEPARATOR);
                    field(keyFrom, keyTo, valueFrom, i - 2);
                    at = i + 1;
                    return true;
                }
                i++;
            }
            if ((i < end && bytes[i] == ',') || (i + 1 < end && isSeparator(bytes[i + 1]))) {
                note(Quirk.STRAY_SEPARATOR);
            }
            field(keyFrom, keyTo, valueFrom, i);
        }
        return false;
    }

    private void field(int keyFrom, int keyTo, int valueFrom, int valueTo) {
        HeaderField field = HeaderKey.of(bytes, keyFrom, keyTo);
        if (field == null) {
            note(Quirk.UNKNOWN_FIELD);
            return;
        }
        if (!HeaderKey.isSpeltAsPrinted(bytes, keyFrom, keyTo, field)) {
            note(Quirk.KEY_CASE);
        }
        int f = field.ordinal();
        if (fieldFrom[f] >= 0) {
            note(Quirk.REPEATED_FIELD);
            return;
        }
        int from = valueFrom;
        int to = valueTo;
        while (from < to && bytes[from] == ' ') {
            from++;
        }
        while (from < to && bytes[to - 1] == ' ') {
            to--;
        }
        fieldFrom[f] = from;
        fieldTo[f] = to;
    }

    private void content() {
        int from = at;
        int to = end;
        if (to - from >= 2 && bytes[to - 1] == '&' && bytes[to - 2] == '&') {
            to -= 2;
        } else {
            note(Quirk.CONTENT_NOT_CLOSED);
        }
        if (from < to && bytes[from] == '&') {
            if (from + 1 < to && bytes[from + 1] == '&') {
                from += 2;
            } else {
                note(Quirk.SINGLE_AMPERSAND);
                from++;
            }
        } else {
            note(Quirk.CONTENT_NOT_OPENED);
        }
        int i = from;
        while (i < to) {
            byte b = bytes[i];
            if (isSeparator(b) || b == ' ') {
                i++;
            } else if (items == maxItems) {
                note(Quirk.TOO_MANY_ITEMS);
                return;
            } else {
                i = item(i, to);
            }
        }
    }

    private int item(int from, int to) {
        byte[] bytes = this.bytes;
        if (items == scales.length) {
            grow();
        }
        int i = from;
        int hyphen = -1;
        byte b = 0;
        while (i < to && (b = bytes[i]) != '=' && !isSeparator(b)) {
            if (b == '-') {
                hyphen = i;
            }
            i++;
        }
        int nameTo = i;
        while (nameTo > from && bytes[nameTo - 1] == ' ') {
            nameTo--;
        }
        int p = items * 5;
        places[p] = from;
        places[p + 1] = nameTo;
        places[p + 2] = hyphen < nameTo ? hyphen : -1;
        if (i == to || b != '=') {
            note(Quirk.STRAY_TEXT);
            return value(i, i, i, NOT_FAST, 0);
        }
        i++;
        while (i < to && bytes[i] == ' ') {
            i++;
        }
        if (i + 1 < to && bytes[i] == '/' && bytes[i + 1] == '/') {
            int close = closingSlashes(i + 2, to);
            if (close >= 0) {
                return value(i + 2, close, close + 2, NOT_FAST, 0);
            }
        }
        return plainValue(i, to);
    }

    private int plainValue(int from, int to) {
        byte[] bytes = this.bytes;
        int i = from;
        boolean negative = false;
        if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
            negative = bytes[i] == '-';
            i++;
        }
        long number = 0;
        int digits = 0;
        int point = -1;
        boolean fast = true;
        while (i < to) {
            byte b = bytes[i];
            int digit = b - '0';
            if (digit >= 0 && digit <= 9) {
                number = number * 10 + digit;
                digits++;
            } else if (isSeparator(b)) {
                break;
            } else if (b == '.' && point < 0) {
                point = digits;
            } else {
                fast = false;
            }
            i++;
        }
        int valueTo = i;
        while (valueTo > from && bytes[valueTo - 1] == ' ') {
            valueTo--;
        }
        if (!fast || digits == 0 || digits > MAX_FAST_DIGITS) {
            return value(from, valueTo, i, NOT_FAST, 0);
        }
        return value(from, valueTo, i, point < 0 ? 0 : digits - point, negative ? -number : number);
    }

    private int value(int from, int to, int next, int scale, long number) {
        int p = items * 5;
        places[p + 3] = from;
        places[p + 4] = to;
        scales[items] = (byte) scale;
        unscaled[items] = number;
        items++;
        return next;
    }

    /** The {@code //} that ends a text: the first one that a separator or the end follows. */
    private int closingSlashes(int from, int to) {
        if (textIsClosed) {
            for (int i = from; i + 1 < to; i++) {
                if (bytes[i] == '/' && bytes[i + 1] == '/' && (i + 2 == to || isSeparator(bytes[i + 2]))) {
                    return i;
                }
            }
            // remembered, so that many opened texts do not each search to the end
            textIsClosed = false;
            note(Quirk.TEXT_NOT_CLOSED);
        }
        return -1;
    }

    private @Nullable BigDecimal slowNumber(int item) {
        int p = item * 5;
        return DecimalText.parse(bytes, places[p + 3], places[p + 4]);
    }

    private void grow() {
        int size = Math.min(maxItems, scales.length * 2);
        places = Arrays.copyOf(places, size * 5);
        unscaled = Arrays.copyOf(unscaled, size);
        scales = Arrays.copyOf(scales, size);
    }

    private void note(Quirk quirk) {
        quirks |= 1 << quirk.ordinal();
    }

    private static boolean isSeparator(byte b) {
        return b == ';' || b == ',';
    }
}
