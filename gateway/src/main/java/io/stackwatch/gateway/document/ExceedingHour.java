package io.stackwatch.gateway.document;

import io.stackwatch.core.exceedance.Comparison;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.JudgedHour;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.OxygenContent;
import java.time.Instant;
import java.util.Optional;

/**
 * An hour above the limit as a document states it.
 *
 * @param start first instant of the hour
 * @param factor what people call the factor
 * @param value what was compared, mg/m3, exact
 * @param converted whether the value is at the reference oxygen
 * @param oxygen measured oxygen, if the limit has a reference
 * @param limit the limit in force
 * @param ratio by how many times the limit
 */
public record ExceedingHour(
        Instant start,
        String factor,
        Fraction value,
        boolean converted,
        Optional<OxygenContent> oxygen,
        Limit limit,
        Fraction ratio) {

    /** A judged hour; empty if it does not exceed. */
    public static Optional<ExceedingHour> of(JudgedHour hour, String factor) {
        return hour.verdict()
                .match(
                        within -> Optional.empty(),
                        exceeds -> Optional.of(of(hour.hour().start(), factor, exceeds.used(), exceeds.ratio())),
                        notJudged -> Optional.empty());
    }

    private static ExceedingHour of(Instant start, String factor, Comparison used, Fraction ratio) {
        return new ExceedingHour(
                start,
                factor,
                used.value(),
                used.limit().referenceOxygen().isPresent(),
                used.oxygen(),
                used.limit(),
                ratio);
    }
}
