package io.stackwatch.simulator.plant;

import java.time.Instant;

/**
 * A stretch of time in which one pollutant comes out at a multiple of what it would be (工况异常).
 *
 * @param quantity which pollutant
 * @param factor the multiple, above zero
 * @param from first instant
 * @param to first instant after it
 */
public record Episode(Quantity quantity, double factor, Instant from, Instant to) {

    /** How long a change takes to come through. */
    private static final double RAMP_SECONDS = 300;

    public Episode {
        if (!quantity.isPollutant()) {
            throw new IllegalArgumentException("an episode needs a pollutant, not " + quantity.scenarioName());
        }
        if (!(factor > 0)) {
            throw new IllegalArgumentException("the factor of an episode must be above 0: " + factor);
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("an episode must end after it begins: " + from + " to " + to);
        }
    }

    /** The multiple at a second of the epoch: 1 outside, with a short rise after the start and fall before the end. */
    double factorAt(double second) {
        double inside = Math.min(second - from.getEpochSecond(), to.getEpochSecond() - second);
        double share = Math.max(0, Math.min(1, inside / RAMP_SECONDS));
        return 1 + (factor - 1) * share;
    }
}
