package io.stackwatch.core.measurement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Half-open stretch of time {@code [start, end)} over which something was averaged or is counted.
 *
 * <p>Legal hours and days are made with an explicit zone; a datum that speaks of exactly the end belongs to the next
 * window.
 *
 * @param start first instant inside
 * @param end first instant behind
 */
public record Window(Instant start, Instant end) implements Comparable<Window> {

    public Window {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("window ends at " + end + ", not after its start " + start);
        }
    }

    /** The clock hour of a zone that an instant lies in; always 60 minutes long. */
    public static Window hourContaining(Instant instant, ZoneId zone) {
        Instant start = instant.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        return new Window(start, start.plus(Duration.ofHours(1)));
    }

    /** The calendar day of a zone: from its first instant to the first instant of the next. */
    public static Window day(LocalDate day, ZoneId zone) {
        return new Window(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The calendar day of a zone that an instant lies in. */
    public static Window dayContaining(Instant instant, ZoneId zone) {
        return day(instant.atZone(zone).toLocalDate(), zone);
    }

    /** Whether an instant lies inside. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** How long both last together; zero if they do not meet. */
    public Duration overlap(Window other) {
        Instant from = start.isAfter(other.start) ? start : other.start;
        Instant to = end.isBefore(other.end) ? end : other.end;
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    /** How long it lasts. */
    public Duration length() {
        return Duration.between(start, end);
    }

    @Override
    public int compareTo(Window other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : end.compareTo(other.end);
    }
}
