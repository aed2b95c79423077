package io.stackwatch.simulator.fault;

import java.time.Instant;

/**
 * When a fault strikes.
 *
 * @param kind which
 * @param from first instant, in the fleet's time
 * @param to first instant after it
 * @param every each how-manieth frame is hit: 1 for all of them
 */
public record Strike(FaultKind kind, Instant from, Instant to, int every) {

    public Strike {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a fault must end after it begins: " + from + " to " + to);
        }
        if (every < 1) {
            throw new IllegalArgumentException("'every' must be 1 or more: " + every);
        }
    }

    /** Whether it is on at that instant. */
    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
