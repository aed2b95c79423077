package io.stackwatch.core.emission;

import io.stackwatch.core.measurement.FactorHour;

/** An hour as it counts in totals. */
public record AccountedHour(FactorHour hour, HourEmission emission) {}
