package io.stackwatch.core.alarm;

import io.stackwatch.core.measurement.Concentration;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The newest minutes of a factor, of which those that did not come are left out.
 *
 * @param minutes in any order; kept in order of time
 * @param interval how long each is
 * @param allowed the limit in force
 * @param now the moment
 */
public record MinutesCase(List<SeenMinute> minutes, Duration interval, Concentration allowed, Instant now) {

    public MinutesCase {
        minutes =
                minutes.stream().sorted(Comparator.comparing(SeenMinute::start)).toList();
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("no interval: " + interval);
        }
    }
}
