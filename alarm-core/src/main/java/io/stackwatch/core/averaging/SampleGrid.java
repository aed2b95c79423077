package io.stackwatch.core.averaging;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The instants at which a factor is sampled: every step from the start of each minute (HJ 75-2017: at least one reading per
 * 5 s). A minute has the instants from its start on, and not that of its end. Immutable.
 */
public record SampleGrid(Duration step) {

    private static final long MINUTE = 60_000;

    public SampleGrid {
        if (step.isNegative() || step.isZero() || MINUTE % step.toMillis() != 0) {
            throw new IllegalArgumentException("a step divides the minute: " + step);
        }
    }

    /** How many samples a minute has. */
    public int perMinute() {
        return Math.toIntExact(MINUTE / step.toMillis());
    }

    /** The minute that an instant lies in, by its start. */
    public static Instant minuteOf(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }

    /** The first instant of the grid that is not before this one. */
    public Instant notBefore(Instant instant) {
        Instant minute = minuteOf(instant);
        long nanos = Duration.between(minute, instant).toNanos();
        long step = this.step.toNanos();
        return minute.plusNanos((nanos + step - 1) / step * step);
    }

    /** The place of an instant of the grid in its minute, from 0. */
    public int slotOf(Instant gridInstant) {
        return Math.toIntExact(
                Duration.between(minuteOf(gridInstant), gridInstant).toMillis() / step.toMillis());
    }
}
