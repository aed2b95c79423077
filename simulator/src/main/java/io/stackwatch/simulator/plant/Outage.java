package io.stackwatch.simulator.plant;

import java.time.Instant;

/**
 * A stretch of time in which the plant does not produce (停产): it runs down before and up again afterwards.
 *
 * @param from when it has come to a stop
 * @param to when it begins to run up
 */
public record Outage(Instant from, Instant to) {

    /** How long running down, or up, takes. */
    private static final double RAMP_SECONDS = 2_700;

    public Outage {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("an outage must end after it begins: " + from + " to " + to);
        }
    }

    /** The fraction of its output that the plant can have at a second of the epoch. */
    double runningAt(double second) {
        double before = (from.getEpochSecond() - second) / RAMP_SECONDS;
        double after = (second - to.getEpochSecond()) / RAMP_SECONDS;
        return Math.max(0, Math.min(1, Math.max(before, after)));
    }
}
