package io.stackwatch.core.integrity;

import java.time.Duration;
import java.util.Optional;

/** A measured value of zero for hours while the data are marked as normal (零值). */
final class ZeroValue implements HourDetector {

    @Override
    public String code() {
        return "ZERO";
    }

    @Override
    public boolean belongs(SeenHour hour, Optional<SeenHour> behind, Terms terms) {
        return hour.usable()
                && hour.measured().filter(value -> value.signum() == 0).isPresent();
    }

    @Override
    public Duration takes(Terms terms) {
        return terms.parameters().duration("detector.zero.from-hours");
    }
}
