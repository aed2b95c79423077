package io.stackwatch.gateway.relay;

import java.time.Duration;
import java.time.LocalTime;

/**
 * When reconciliations are taken and how long figures are kept.
 *
 * @param at legal time of day at which the day before is taken
 * @param keep how long figures of hours are kept in which nothing is outstanding
 */
public record ReportOptions(LocalTime at, Duration keep) {

    public ReportOptions {
        if (keep.compareTo(Duration.ofDays(2)) < 0) {
            throw new IllegalArgumentException("figures are kept for at least two days, not for " + keep);
        }
    }

    /** Half past midnight; five weeks. */
    public static ReportOptions defaults() {
        return new ReportOptions(LocalTime.of(0, 30), Duration.ofDays(35));
    }
}
