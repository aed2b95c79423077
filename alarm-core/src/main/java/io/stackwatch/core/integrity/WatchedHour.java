package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.ReportedNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An hour as it was reported, in its newest version, beside what was in force for it.
 *
 * @param report mean, converted mean and mark
 * @param min the smallest value within the hour, if sent, in the unit of the report
 * @param max the largest, likewise
 * @param heldAgainst limit, reference oxygen and range of the hour
 */
public record WatchedHour(
        HourReport report, Optional<BigDecimal> min, Optional<BigDecimal> max, HeldAgainst heldAgainst) {

    /** First instant of the hour. */
    public Instant start() {
        return report.hour().start();
    }

    Optional<BigDecimal> measured() {
        return report.avg().map(ReportedNumber::number);
    }

    /** The figure that is held against the limit: converted, or as measured if the logger converts nothing. */
    Optional<BigDecimal> judged() {
        return report.zsAvg().or(report::avg).map(ReportedNumber::number);
    }

    /** The judged figure as a share of the limit: compared without dividing. */
    boolean isAtLeast(BigDecimal share) {
        return heldAgainst
                .limit()
                .flatMap(limit -> judged().map(value -> value.compareTo(limit.multiply(share)) >= 0))
                .orElse(false);
    }
}
