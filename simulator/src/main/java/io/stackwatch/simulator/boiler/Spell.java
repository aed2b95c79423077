package io.stackwatch.simulator.boiler;

import java.time.Instant;

/**
 * A stretch of time in which something lasts: a fire, a banking, a trip.
 *
 * @param from first instant
 * @param to first instant after it
 */
public record Spell(Instant from, Instant to) {

    public Spell {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a spell must end after it begins: " + from + " to " + to);
        }
    }

    /** Seconds since its beginning; negative before. */
    double since(double second) {
        return second - from.getEpochSecond();
    }

    /** Seconds since its end; negative before. */
    double past(double second) {
        return second - to.getEpochSecond();
    }

    /** How long it lasts. */
    double seconds() {
        return (double) to.getEpochSecond() - from.getEpochSecond();
    }

    boolean covers(double second) {
        return since(second) >= 0 && past(second) < 0;
    }
}
