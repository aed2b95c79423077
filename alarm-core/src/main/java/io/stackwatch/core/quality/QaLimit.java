package io.stackwatch.core.quality;

import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/**
 * How often a check is made and what it must come to: a row of {@code qa-limits.csv}.
 *
 * @param check which check
 * @param measurand of what
 * @param mode made how; empty for every mode
 * @param basis what the percentages are parts of; empty if there are none
 * @param interval how often; empty if nothing is said
 * @param pass bounds of the technical requirement: one of them is enough
 * @param outOfControl bounds of control: both must be exceeded
 * @param unit what the bounds beside the percentages count
 */
public record QaLimit(
        QaCheck check,
        Measurand measurand,
        Optional<QaMode> mode,
        Optional<QaBasis> basis,
        Optional<Period> interval,
        Bounds pass,
        Bounds outOfControl,
        String unit,
        Effective effective,
        String source,
        Verification mark) {

    /** Bounds of a deviation's size; at a bound it is kept. */
    public record Bounds(Optional<BigDecimal> percent, Optional<BigDecimal> absolute) {}

    /** Whether this row is about such a check at an instant. */
    boolean covers(QaCheck what, Measurand of, QaMode how, Instant at) {
        return check == what && measurand == of && mode.map(how::equals).orElse(true) && effective.contains(at);
    }
}
