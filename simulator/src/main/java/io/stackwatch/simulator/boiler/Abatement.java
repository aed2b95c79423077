package io.stackwatch.simulator.boiler;

import io.stackwatch.simulator.plant.Noise;
import java.util.List;

/**
 * What is held back between furnace and stack: a wet scrubber that can trip (脱硫设施跳停), a DeNOx that needs heat, a bag
 * filter. Shares are 0 to 1. Immutable.
 */
final class Abatement {

    private static final double SCRUBBER = 0.978;
    private static final double DENOX = 0.86;
    private static final double FILTER = 0.9983;

    /** How long a tripped scrubber still drips, and how long it takes to work again, in seconds. */
    private static final double TRIPPING = 120;

    private static final double RECOVERING = 600;

    private final List<Spell> trips;
    private final Noise noise;

    Abatement(List<Spell> trips, Noise noise) {
        this.trips = List.copyOf(trips);
        this.noise = noise;
    }

    /** How much of the scrubber works. */
    double scrubbing(double second) {
        double works = 1;
        for (Spell trip : trips) {
            if (trip.covers(second)) {
                works = Math.min(works, Math.max(0, 1 - trip.since(second) / TRIPPING));
            } else if (trip.past(second) >= 0) {
                works = Math.min(works, Math.min(1, trip.past(second) / RECOVERING));
            }
        }
        return works;
    }

    /** Share of the sulphur dioxide that goes through. */
    double sulphurThrough(double second) {
        return through(SCRUBBER * scrubbing(second), 1, second);
    }

    /** Share of the nitrogen oxides that goes through: a cold or nearly empty furnace has no DeNOx. */
    double nitrogenThrough(double second, double warmth, double load) {
        double ready = Math.max(0, Math.min(1, Math.min((warmth - 0.5) / 0.3, (load - 0.15) / 0.15)));
        return through(DENOX * ready, 2, second);
    }

    /** Share of the fly ash that goes through: a little more when the bags are cold. */
    double dustThrough(double second, double warmth) {
        return (1 - FILTER) * (1 + 0.8 * (1 - warmth)) * wobble(3, second);
    }

    private double through(double held, int channel, double second) {
        return Math.min(1, (1 - held) * wobble(channel, second));
    }

    private double wobble(int channel, double second) {
        return 1 + 0.12 * noise.drift(channel, second) + 0.05 * noise.fast(channel, second);
    }
}
