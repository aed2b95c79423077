package io.stackwatch.connectors.opcua.batch;

/** How long a text is as bytes, without making them: it is asked for each value. */
final class Utf8 {

    private Utf8() {}

    static int length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x800) {
                // half of a pair that is four bytes, a lone half is one '?', and everything else is three
                if (!Character.isSurrogate(c)) {
                    length += 2;
                } else if (isPair(text, i)) {
                    length += 2;
                    i++;
                }
            } else if (c >= 0x80) {
                length++;
            }
        }
        return length;
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }
}
