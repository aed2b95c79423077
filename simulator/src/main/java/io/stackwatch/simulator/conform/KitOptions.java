package io.stackwatch.simulator.conform;

import java.time.Duration;

/**
 * How cases are played.
 *
 * @param pace what every time in a script is multiplied with; 1 as written
 * @param within how long an answer may take where the script does not say
 * @param linger how long is listened at the end of a case for what nobody asked for
 * @param parallel how many cases are played at once
 */
public record KitOptions(double pace, Duration within, Duration linger, int parallel) {

    /** The most cases at once. */
    public static final int MOST_PARALLEL = 64;

    private static final KitOptions DEFAULTS = new KitOptions(1, Duration.ofSeconds(5), Duration.ofMillis(200), 8);

    public KitOptions {
        if (!(pace > 0 && pace <= 100)) {
            throw new IllegalArgumentException("pace must be above 0 and at most 100: " + pace);
        }
        if (within.isNegative() || within.isZero() || linger.isNegative()) {
            throw new IllegalArgumentException("times must be positive: " + within + ", " + linger);
        }
        if (parallel < 1 || parallel > MOST_PARALLEL) {
            throw new IllegalArgumentException("parallel must be 1 to " + MOST_PARALLEL + ": " + parallel);
        }
    }

    /** As the scripts are written. */
    public static KitOptions defaults() {
        return DEFAULTS;
    }

    /** These options with another pace. */
    public KitOptions withPace(double factor) {
        return new KitOptions(factor, within, linger, parallel);
    }

    /** These options with another wait for answers. */
    public KitOptions withWithin(Duration wait) {
        return new KitOptions(pace, wait, linger, parallel);
    }

    /** These options with another wait at the end of a case. */
    public KitOptions withLinger(Duration wait) {
        return new KitOptions(pace, within, wait, parallel);
    }

    /** These options with another number of cases at once. */
    public KitOptions withParallel(int cases) {
        return new KitOptions(pace, within, linger, cases);
    }
}
