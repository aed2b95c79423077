package io.stackwatch.connectors.hj212.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Times of the wire: 14 digits to the second, 17 to the millisecond, Beijing time.
 *
 * <p>No edition states a zone; local time is an inference that no frame contradicts.
 */
public final class ProtocolTime {

    /** The zone that the wire's digits are read in. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT);

    private ProtocolTime() {}

    /** The instant that 14 or 17 digits mean; empty for anything else, also for a thirteenth month. */
    public static Optional<Instant> parse(String text) {
        int length = text.length();
        if (length != 14 && length != 17) {
            return Optional.empty();
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        int millis = length == 17 ? digits(text, 14, 17) : 0;
        try {
            return Optional.of(LocalDateTime.of(
                            digits(text, 0, 4),
                            digits(text, 4, 6),
                            digits(text, 6, 8),
                            digits(text, 8, 10),
                            digits(text, 10, 12),
                            digits(text, 12, 14),
                            millis * 1_000_000)
                    .atZone(ZONE)
                    .toInstant());
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    /** {@code yyyyMMddHHmmss}, as DataTime and SystemTime want it. */
    public static String seconds(Instant instant) {
        return SECONDS.format(instant.atZone(ZONE));
    }

    /** {@code yyyyMMddHHmmssSSS}, as QN wants it. */
    public static String millis(Instant instant) {
        return MILLIS.format(instant.atZone(ZONE));
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
