package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;

/** One clock hour of an outlet, all its factors: what is loaded together. */
public record OutletHour(OutletId outlet, Instant start) {

    /** The outlet's hour that a factor's hour belongs to. */
    public static OutletHour of(FactorHour hour) {
        return new OutletHour(hour.outlet(), hour.start());
    }
}
