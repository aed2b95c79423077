package io.stackwatch.gateway.notice.robot;

import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.gateway.notice.Wording;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A message in the markdown that chat groups show. */
public final class Markdown {

    private Markdown() {}

    /** Title, body, facts and number, of at most so many UTF-8 bytes; what is cut is never the number. */
    public static String of(NoticeMessage message, int bytes) {
        String number = "\n\n" + plain(Wording.number(message));
        String said = "### " + plain(Wording.title(message)) + "\n"
                + Wording.lines(message).stream()
                        .map(line -> "\n> " + plain(line) + "\n")
                        .collect(Collectors.joining());
        return Wording.cut(said, bytes - number.getBytes(StandardCharsets.UTF_8).length) + number;
    }

    /** A text in which nothing is markup: what would be is written in its full-width form. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> plain.appendCodePoint(isMarkup(point) ? point + 0xFEE0 : point));
        return plain.toString();
    }

    private static boolean isMarkup(int point) {
        return "<>*`[]#_~|\\@!&".indexOf(point) >= 0;
    }
}
