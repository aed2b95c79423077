package io.stackwatch.connectors.hj212.codec;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a value must look like, in the standard's shorthand and a little more.
 *
 * <p>{@code N4}, {@code N14.2} numbers of so many digits before and behind the point; {@code C6} at most so many characters;
 * {@code T14}, {@code T17} a moment to the second or millisecond, {@code T6} hhmmss, {@code T4} hhmm; {@code K16} exactly so
 * many printable characters, never shown. {@code (30..3600)} bounds a number, {@code (0|1)} lists what it may be.
 *
 * @param text the shorthand
 * @param kind its letter
 * @param length its first number
 * @param decimals digits behind the point
 * @param allowed the values that are allowed; empty for all
 * @param least the smallest number that is allowed
 * @param most the largest number that is allowed
 */
public record FieldSyntax(
        String text, char kind, int length, int decimals, List<String> allowed, BigDecimal least, BigDecimal most) {

    private static final Pattern SHORTHAND =
            Pattern.compile("([NCTK])(\\d+)(?:\\.(\\d+))?(?:\\((?:(\\d+)\\.\\.(\\d+)|([\\d|]+))\\))?");
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+)(?:\\.(\\d+))?");
    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3])[0-5]\\d([0-5]\\d)?");
    private static final BigDecimal ENDLESS = new BigDecimal("1E+30");

    public FieldSyntax {
        allowed = List.copyOf(allowed);
    }

    static FieldSyntax parse(String text) {
        Matcher parts = SHORTHAND.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no syntax of a field: " + text);
        }
        return new FieldSyntax(
                text,
                parts.group(1).charAt(0),
                Integer.parseInt(parts.group(2)),
                parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3)),
                parts.group(6) == null ? List.of() : List.of(parts.group(6).split("\\|", -1)),
                parts.group(4) == null ? ENDLESS.negate() : new BigDecimal(parts.group(4)),
                parts.group(5) == null ? ENDLESS : new BigDecimal(parts.group(5)));
    }

    /** Whether the value must not be shown to anybody. */
    public boolean isSecret() {
        return kind == 'K';
    }

    /** Whether this value is one. */
    public boolean accepts(String value) {
        return switch (kind) {
            case 'N' -> isNumber(value);
            case 'T' -> isTime(value);
            case 'K' -> value.length() == length && value.chars().allMatch(c -> c > ' ' && c < 0x7F && isHarmless(c));
            default ->
                !value.isEmpty()
                        && value.length() <= length
                        && value.equals(value.strip())
                        && value.chars().allMatch(c -> c >= ' ' && c != 0x7F && isHarmless(c));
        };
    }

    /** What is wanted, in words. */
    public String words() {
        String what =
                switch (kind) {
                    case 'N' ->
                        decimals == 0
                                ? "a whole number of at most " + length + " digits"
                                : "a number of at most " + length + " digits before and " + decimals
                                        + " behind the point";
                    case 'T' ->
                        length + " digits of "
                                + (length == 17
                                        ? "yyyyMMddHHmmssSSS"
                                        : length == 14 ? "yyyyMMddHHmmss" : length == 6 ? "HHmmss" : "HHmm");
                    case 'K' -> "exactly " + length + " printable characters";
                    default -> "1 to " + length + " characters without ; , = &";
                };
        if (!allowed.isEmpty()) {
            return what + ", one of " + String.join(" ", allowed);
        }
        return most.compareTo(ENDLESS) == 0 ? what : what + ", from " + least + " to " + most;
    }

    private boolean isNumber(String value) {
        Matcher parts = NUMBER.matcher(value);
        if (!parts.matches()
                || parts.group(1).length() > length
                || (parts.group(2) != null && parts.group(2).length() > decimals)) {
            return false;
        }
        if (!allowed.isEmpty()) {
            return allowed.contains(value);
        }
        BigDecimal number = new BigDecimal(value);
        return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }

    private boolean isTime(String value) {
        if (value.length() != length) {
            return false;
        }
        return length >= 14
                ? ProtocolTime.parse(value).isPresent()
                : CLOCK.matcher(value).matches();
    }

    /** The characters that hold a segment together cannot be said in it. */
    private static boolean isHarmless(int c) {
        return c != ';' && c != ',' && c != '=' && c != '&';
    }
}
