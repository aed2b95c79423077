package io.stackwatch.simulator.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Times as a logger writes and reads them: 14 digits to the second, 17 to the millisecond, in its zone. */
public record WireTime(ZoneId zone) {

    private static final DateTimeFormatter SECOND = pattern("uuuuMMddHHmmss");
    private static final DateTimeFormatter MILLISECOND = pattern("uuuuMMddHHmmssSSS");

    /** 14 digits. */
    public String second(Instant instant) {
        return SECOND.format(instant.atZone(zone));
    }

    /** 17 digits. */
    public String millisecond(Instant instant) {
        return MILLISECOND.format(instant.atZone(zone));
    }

    /** The instant that 14 or 17 digits mean; empty for anything else, also for a thirteenth month. */
    public Optional<Instant> parse(String text) {
        if (text.length() != 14 && text.length() != 17) {
            return Optional.empty();
        }
        try {
            DateTimeFormatter format = text.length() == 14 ? SECOND : MILLISECOND;
            return Optional.of(LocalDateTime.parse(text, format).atZone(zone).toInstant());
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
