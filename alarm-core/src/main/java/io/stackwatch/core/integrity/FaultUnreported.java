package io.stackwatch.core.integrity;

import java.time.Duration;
import java.util.Optional;

/** A fault of the equipment that nobody has reported by a mark for half a day (故障未报). */
final class FaultUnreported implements HourDetector {

    @Override
    public String code() {
        return "FAULT_12H";
    }

    @Override
    public boolean belongs(SeenHour hour, Optional<SeenHour> behind, Terms terms) {
        return hour.flag().equals("D") && !hour.explained();
    }

    @Override
    public Duration takes(Terms terms) {
        return terms.parameters().duration("detector.fault.longer-than");
    }

    @Override
    public boolean strictly() {
        return true;
    }
}
