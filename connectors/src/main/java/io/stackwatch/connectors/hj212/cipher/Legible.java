package io.stackwatch.connectors.hj212.cipher;

/**
 * Whether bytes can be the content of a data segment: a name and {@code =} first, and nothing unprintable.
 *
 * <p>Sixteen random bytes pass once in some thousand, the shortest real upload once in a million; together with the
 * checksum that is enough to tell the right key from a wrong one.
 */
final class Legible {

    private static final int LONGEST_NAME = 40;

    private Legible() {}

    static boolean content(byte[] bytes, int from, int to) {
        return beginsWithName(bytes, from, to) && isPrintable(bytes, from, to);
    }

    /** The same for bytes that no checksum vouches for: ASCII only. */
    static boolean asciiContent(byte[] bytes, int from, int to) {
        int seen = 0;
        for (int i = from; i < to; i++) {
            seen |= bytes[i];
        }
        return seen >= 0 && content(bytes, from, to);
    }

    private static boolean beginsWithName(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == ';' || bytes[at] == ',')) {
            at++;
        }
        int name = at;
        while (at < to && isNameCharacter(bytes[at])) {
            at++;
        }
        if (at == name || at - name > LONGEST_NAME) {
            return false;
        }
        while (at < to && bytes[at] == ' ') {
            at++;
        }
        return at < to && bytes[at] == '=';
    }

    /** Line ends and tabs stand in log texts; bytes above ASCII are some Chinese encoding. */
    private static boolean isPrintable(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if ((b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n') || b == 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNameCharacter(byte b) {
        int lower = b | 0x20;
        return (lower >= 'a' && lower <= 'z') || (b >= '0' && b <= '9') || b == '-' || b == '_';
    }
}
