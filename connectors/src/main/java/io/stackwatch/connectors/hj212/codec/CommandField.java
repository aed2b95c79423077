package io.stackwatch.connectors.hj212.codec;

/**
 * One field of a command's content: {@code RtdInterval:N4(30..3600)}.
 *
 * @param name the item's whole name; {@code xx-} at its beginning stands for any factor, {@code xxx} in it for a number
 * @param required whether it must be there
 * @param repeated whether it may be there more than once
 * @param joined whether the standard prints a comma before it
 * @param syntax what its value must look like
 */
public record CommandField(String name, boolean required, boolean repeated, boolean joined, FieldSyntax syntax) {

    private static final String ANY_FACTOR = "xx-";
    private static final String ANY_NUMBER = "xxx";

    /**
     * The field that this cell describes: {@code name:syntax}, in brackets if it may be left out, with {@code ~} before it if it
     * is joined and {@code +} behind it if it is repeated.
     */
    static CommandField parse(String cell) {
        boolean required = !cell.startsWith("[");
        String inner = required ? cell : cell.substring(1, cell.length() - 1);
        boolean joined = inner.startsWith("~");
        boolean repeated = inner.endsWith("+");
        String plain = inner.substring(joined ? 1 : 0, inner.length() - (repeated ? 1 : 0));
        int colon = plain.indexOf(':');
        return new CommandField(
                plain.substring(0, colon), required, repeated, joined, FieldSyntax.parse(plain.substring(colon + 1)));
    }

    /** Whether an item of this name is this field. */
    public boolean matches(String item) {
        if (name.startsWith(ANY_FACTOR)) {
            String suffix = name.substring(ANY_FACTOR.length() - 1);
            int code = item.length() - suffix.length();
            return code > 0
                    && item.endsWith(suffix)
                    && item.substring(0, code).chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
        }
        int number = name.indexOf(ANY_NUMBER);
        if (number < 0) {
            return name.equals(item);
        }
        String suffix = name.substring(number + ANY_NUMBER.length());
        int digits = item.length() - number - suffix.length();
        return digits >= 1
                && digits <= ANY_NUMBER.length()
                && item.startsWith(name.substring(0, number))
                && item.endsWith(suffix)
                && item.substring(number, number + digits).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
