package io.stackwatch.gateway.notice.syslog;

import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.notice.Notice;
import io.stackwatch.core.notice.NoticeMessage;
import io.stackwatch.gateway.notice.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A message as RFC 5424 writes it, behind the count of its octets (RFC 6587 3.4.1). */
final class SyslogFrame {

    /** What every receiver over TLS should take (RFC 5425 4.3.1). */
    private static final int LONGEST = 8_192;

    private static final String BOM = "\uFEFF";

    private SyslogFrame() {}

    /**
     * The octets.
     *
     * @param facility 0 to 23
     * @param hostname ours; a hyphen if we do not say it
     */
    static byte[] of(NoticeMessage message, int facility, String hostname) {
        Instant time = message.tells().stream()
                .map(Notice::queuedAt)
                .min(Instant::compareTo)
                .orElseThrow()
                .truncatedTo(ChronoUnit.MILLIS);
        String head = "<" + (facility * 8 + severity(message.severity())) + ">1 " + time + " " + hostname
                + " stackwatch - NOTICE [notice@32473 id=\"" + message.id() + "\" level=\"" + message.severity()
                + "\" count=\"" + message.tells().size() + "\" to=\"" + escaped(message.to()) + "\"] " + BOM;
        String said = Wording.title(message) + " " + String.join(" ", Wording.lines(message));
        String line = head + Wording.cut(oneLine(said), LONGEST - head.getBytes(StandardCharsets.UTF_8).length);
        byte[] octets = line.getBytes(StandardCharsets.UTF_8);
        byte[] count = (octets.length + " ").getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[count.length + octets.length];
        System.arraycopy(count, 0, frame, 0, count.length);
        System.arraycopy(octets, 0, frame, count.length, octets.length);
        return frame;
    }

    /** Severities of RFC 5424 6.2.1: alert, error, warning, notice. */
    private static int severity(AlarmLevel level) {
        return switch (level) {
            case RED -> 1;
            case ORANGE -> 3;
            case YELLOW -> 4;
            case BLUE -> 5;
        };
    }

    /** A value of structured data (RFC 5424 6.3.3). */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("]", "\\]");
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(point -> line.appendCodePoint(Character.isISOControl(point) ? ' ' : point));
        return line.toString();
    }
}
