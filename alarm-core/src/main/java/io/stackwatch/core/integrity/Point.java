package io.stackwatch.core.integrity;

import java.math.BigDecimal;
import java.time.Instant;

/** One usable hourly figure. */
record Point(WatchedHour hour, BigDecimal value) {

    Instant start() {
        return hour.start();
    }

    Shown shown() {
        return new Shown(hour.report().hour(), value, hour.report().evidence());
    }
}
