package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.FactorCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Oxygen that cannot be of a running source: at or above that of air, or below zero (氧含量异常, F06). */
final class OxygenBad implements HourDetector {

    @Override
    public String code() {
        return "O2_BAD";
    }

    @Override
    public boolean belongs(SeenHour hour, Optional<SeenHour> behind, Terms terms) {
        BigDecimal most = terms.parameters().decimal("oxygen.ceiling");
        return hour.usable()
                && hour.measured()
                        .filter(value -> value.compareTo(most) > 0 || value.signum() < 0)
                        .isPresent();
    }

    @Override
    public Duration takes(Terms terms) {
        return Duration.ofHours(1);
    }

    @Override
    public Set<String> factors() {
        return Set.of(FactorCode.OXYGEN.value());
    }
}
