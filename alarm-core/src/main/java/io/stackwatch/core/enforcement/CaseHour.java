package io.stackwatch.core.enforcement;

import io.stackwatch.core.measurement.FactorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * An hour that a case file is about.
 *
 * @param candidate the candidate case that was opened on it
 * @param factor which factor exceeded
 * @param start its first instant
 */
public record CaseHour(CaseId candidate, FactorCode factor, Instant start) implements Comparable<CaseHour> {

    private static final Comparator<CaseHour> ORDER = Comparator.comparing(CaseHour::start)
            .thenComparing(hour -> hour.factor().value())
            .thenComparing(CaseHour::candidate);

    /** First instant behind it. */
    public Instant end() {
        return start.plus(Duration.ofHours(1));
    }

    /** Reads what {@link #toString} wrote. */
    public static CaseHour parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no hour of a case: '" + text + "'");
        }
        return new CaseHour(new CaseId(parts[0]), new FactorCode(parts[1]), Instant.parse(parts[2]));
    }

    @Override
    public int compareTo(CaseHour other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return candidate + " " + factor + " " + start;
    }
}
