package io.stackwatch.core.integrity;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A concentration below zero by more than the drift that is allowed (负值, F07 of the bureau's indicators, which names SO2, NOx and
 * particulates). The pressure in a stack is rightly below that of the air around it, and a temperature may be below zero.
 */
final class NegativeHour implements HourDetector {

    private static final Set<String> CONCENTRATIONS = Set.of("a21026", "a21002", "a34013");

    @Override
    public String code() {
        return "NEG";
    }

    @Override
    public Set<String> factors() {
        return CONCENTRATIONS;
    }

    @Override
    public boolean belongs(SeenHour hour, Optional<SeenHour> behind, Terms terms) {
        BigDecimal least = terms.parameters().decimal("detector.neg.below");
        return hour.usable()
                && hour.measured().filter(value -> value.compareTo(least) < 0).isPresent();
    }

    @Override
    public Duration takes(Terms terms) {
        return Duration.ofHours(1);
    }
}
