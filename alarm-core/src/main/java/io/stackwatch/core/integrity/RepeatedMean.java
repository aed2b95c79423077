package io.stackwatch.core.integrity;

import java.time.Duration;
import java.util.Optional;

/** The same measured value for hours (恒值, F01); a value that is not above zero is another matter. */
final class RepeatedMean implements HourDetector {

    @Override
    public String code() {
        return "CONST";
    }

    @Override
    public boolean belongs(SeenHour hour, Optional<SeenHour> behind, Terms terms) {
        return hour.usable()
                && hour.measured().filter(value -> value.signum() > 0).isPresent()
                && behind.flatMap(SeenHour::measured)
                        .map(value -> value.compareTo(hour.measured().orElseThrow()) == 0)
                        .orElse(true);
    }

    @Override
    public Duration takes(Terms terms) {
        return terms.parameters().duration("detector.const.from-hours");
    }
}
