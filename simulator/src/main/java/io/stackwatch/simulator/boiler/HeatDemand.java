package io.stackwatch.simulator.boiler;

import io.stackwatch.simulator.plant.Noise;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How much heat a town asks of its boiler on a day of the heating season, as a share of the rated output.
 *
 * <p>Most before dawn, least in the early afternoon; drifts with the weather. The boiler follows half an hour behind.
 * Immutable.
 */
final class HeatDemand {

    private static final double LEAST = 0.35;
    private static final double MOST = 1.02;
    private static final double[] LAGS = {0, 600, 1_200, 1_800};

    private final Noise noise;
    private final ZoneId zone;

    HeatDemand(Noise noise, ZoneId zone) {
        this.noise = noise;
        this.zone = zone;
    }

    /** What is asked at a second of the epoch. */
    double asked(double second) {
        double hour =
                Instant.ofEpochSecond((long) second).atZone(zone).toLocalTime().toSecondOfDay() / 3_600.0;
        double day = Math.cos((hour - 5) / 24 * 2 * Math.PI);
        double share = 0.70 + 0.14 * day + 0.12 * noise.drift(0, second);
        return Math.max(LEAST, Math.min(MOST, share));
    }

    /** What a boiler gives that follows it. */
    double followed(double second) {
        double sum = 0;
        for (double lag : LAGS) {
            sum += asked(second - lag);
        }
        return sum / LAGS.length;
    }
}
