package io.stackwatch.core.integrity;

import java.time.Duration;
import java.util.Optional;

/** Data that are marked as not normal for longer than a day (长期非N标记). */
final class FlaggedLong implements HourDetector {

    @Override
    public String code() {
        return "FLAG_LONG";
    }

    @Override
    public boolean belongs(SeenHour hour, Optional<SeenHour> behind, Terms terms) {
        return !hour.usable() && !hour.flag().isEmpty();
    }

    @Override
    public Duration takes(Terms terms) {
        return terms.parameters().duration("detector.flag-long.longer-than");
    }

    @Override
    public boolean strictly() {
        return true;
    }
}
