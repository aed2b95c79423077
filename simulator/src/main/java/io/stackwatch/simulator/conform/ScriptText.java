package io.stackwatch.simulator.conform;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text of a script as bytes: UTF-8, with {@code \r}, {@code \n}, {@code \\} and {@code \xHH} for any byte. */
final class ScriptText {

    private ScriptText() {}

    static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            char escape = c == '\\' && at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (escape == 'x' && text.substring(at).matches("(?s)\\\\x[0-9A-Fa-f]{2}.*")) {
                bytes.write(Integer.parseInt(text.substring(at + 2, at + 4), 16));
                at += 4;
            } else if (escape == 'r' || escape == 'n' || escape == '\\') {
                bytes.write(escape == 'r' ? '\r' : escape == 'n' ? '\n' : '\\');
                at += 2;
            } else {
                int next = text.offsetByCodePoints(at, 1);
                bytes.writeBytes(text.substring(at, next).getBytes(StandardCharsets.UTF_8));
                at = next;
            }
        }
        return bytes.toByteArray();
    }
}
