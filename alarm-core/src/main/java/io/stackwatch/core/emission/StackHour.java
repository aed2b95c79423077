package io.stackwatch.core.emission;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.MinuteEvidence;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an outlet's hour when a factor's mass is made.
 *
 * @param hour which hour of which factor
 * @param gauges what was reported in the hour, by factor: concentrations and what the flow is made of
 * @param minuteEvidence how the outlet's valid minutes are proved
 * @param duct the registered duct, if there is one
 */
public record StackHour(
        FactorHour hour, Map<FactorCode, Gauge> gauges, MinuteEvidence minuteEvidence, Optional<Duct> duct) {

    public StackHour {
        gauges = Map.copyOf(gauges);
    }

    Optional<Gauge> gauge(FactorCode factor) {
        return Optional.ofNullable(gauges.get(factor));
    }
}
