package io.stackwatch.simulator.conform.packet;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Wire text for people: bounded, control characters written out, passwords and keys replaced. */
public final class Shown {

    private static final int LONGEST = 400;
    private static final Pattern SECRET = Pattern.compile("\\b(PW|NewPW|NewSK)=([^;,&]+)");

    private Shown() {}

    /** Text of the wire. */
    public static String text(String text) {
        String open = SECRET.matcher(text).replaceAll("$1=***");
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < open.length() && shown.length() < LONGEST; i++) {
            char c = open.charAt(i);
            switch (c) {
                case '\r' -> shown.append("\\r");
                case '\n' -> shown.append("\\n");
                default -> {
                    if (c < ' ' || (c >= 0x7F && c < 0xA0)) {
                        shown.append(String.format("\\x%02X", (int) c));
                    } else {
                        shown.append(c);
                    }
                }
            }
        }
        return shown.length() < LONGEST ? shown.toString() : shown + "... (" + text.length() + " characters)";
    }

    /** Bytes of the wire, which may be ciphertext. */
    public static String bytes(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text(text.indexOf('\uFFFD') < 0 ? text : new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
