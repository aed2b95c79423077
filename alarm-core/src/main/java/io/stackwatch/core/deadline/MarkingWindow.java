package io.stackwatch.core.deadline;

import io.stackwatch.core.exceedance.RuleParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Until when an enterprise may file marks for a day, and from when on the day's exceedances may become candidate cases
 * (marking rules 2022 no. 21: until 12:00 of the next day).
 *
 * @param day the legal day that the marks speak of
 * @param closesAt first instant at which no mark is accepted any more
 * @param candidateFrom first instant at which a candidate case may be opened
 */
public record MarkingWindow(LocalDate day, Instant closesAt, Instant candidateFrom) {

    public MarkingWindow {
        if (candidateFrom.isBefore(closesAt)) {
            throw new IllegalArgumentException(
                    "a candidate case from " + candidateFrom + ", before the marking window closes at " + closesAt);
        }
    }

    /** The window of a day of a zone, by the parameters in force at the start of that day. */
    public static MarkingWindow of(LocalDate day, ZoneId zone, RuleParameters parameters) {
        Instant start = day.atStartOfDay(zone).toInstant();
        return new MarkingWindow(
                day,
                nextDay(day, parameters.timeOfDay("marking.window-closes", start), zone),
                nextDay(day, parameters.timeOfDay("marking.candidate-from", start), zone));
    }

    /** Whether marks are still accepted at a moment. */
    public boolean open(Instant now) {
        return now.isBefore(closesAt);
    }

    /** Whether a candidate case may be opened at a moment. */
    public boolean candidateAllowed(Instant now) {
        return !now.isBefore(candidateFrom);
    }

    private static Instant nextDay(LocalDate day, LocalTime time, ZoneId zone) {
        return day.plusDays(1).atTime(time).atZone(zone).toInstant();
    }
}
