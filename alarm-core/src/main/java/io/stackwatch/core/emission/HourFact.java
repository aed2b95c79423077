package io.stackwatch.core.emission;

import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.transmission.Due;
import java.util.Optional;

/**
 * What is known of an hour when totals are made.
 *
 * @param hour which hour of which factor
 * @param due whether it had to be sent
 * @param recorded its mass as the instruments gave it, measured or absent; empty if nothing was reported of it
 * @param over whether its report can no longer come in time
 * @param marked the instruments that equipment marks take away
 */
public record HourFact(FactorHour hour, Due due, Optional<HourEmission> recorded, boolean over, TakenByMarks marked) {

    public HourFact {
        boolean substituted = recorded.map(emission -> emission.match(m -> false, s -> true, a -> false))
                .orElse(false);
        if (substituted) {
            throw new IllegalArgumentException("what is recorded is never substituted: " + hour);
        }
    }
}
