package io.stackwatch.core.integrity;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** A measured value below zero by more than the drift that is allowed (负值, F07). */
final class NegativeHour implements HourDetector {

    @Override
    public String code() {
        return "NEG";
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
