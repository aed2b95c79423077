package io.stackwatch.core.integrity;

import java.time.Duration;
import java.util.Optional;

/** A measured value outside of what the instrument can measure (超量程); nothing without a registered range. */
final class OutOfRange implements HourDetector {

    @Override
    public String code() {
        return "RANGE";
    }

    @Override
    public boolean belongs(SeenHour hour, Optional<SeenHour> behind, Terms terms) {
        boolean above = terms.rangeMost()
                .filter(most -> hour.measured()
                        .filter(value -> value.compareTo(most) > 0)
                        .isPresent())
                .isPresent();
        boolean below = terms.rangeLeast()
                .filter(least -> hour.measured()
                        .filter(value -> value.compareTo(least) < 0)
                        .isPresent())
                .isPresent();
        return hour.usable() && (above || below);
    }

    @Override
    public Duration takes(Terms terms) {
        return Duration.ofHours(1);
    }
}
