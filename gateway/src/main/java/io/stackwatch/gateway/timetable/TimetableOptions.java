package io.stackwatch.gateway.timetable;

import java.time.Duration;

/**
 * How often the timetable wakes its sleepers, and how long it waits for one that works when it is stopped.
 *
 * @param every wall time between two wake-ups
 * @param patience how long stopping waits for a wake-up that is under way
 */
public record TimetableOptions(Duration every, Duration patience) {

    public TimetableOptions {
        if (every.compareTo(Duration.ofMillis(10)) < 0 || every.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("wake-ups come every 10 ms to 1 h, not every " + every);
        }
        if (patience.isNegative() || patience.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("patience is 0 to 10 min, not " + patience);
        }
    }

    /** The values used when nothing is configured. */
    public static TimetableOptions defaults() {
        return new TimetableOptions(Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    /** The same with another interval. */
    public TimetableOptions withEvery(Duration interval) {
        return new TimetableOptions(interval, patience);
    }

    /** The same with another patience. */
    public TimetableOptions withPatience(Duration wait) {
        return new TimetableOptions(every, wait);
    }
}
