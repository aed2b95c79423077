package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;

/**
 * How far minutes and hours of a derived station are made.
 *
 * @param station who speaks
 * @param source whose values they are
 * @param outlet for which outlet
 * @param madeUntil minutes before it are made
 */
public record MadeStation(Mn station, Mn source, OutletId outlet, Instant madeUntil) {

    /** The same, made further. */
    public MadeStation until(Instant instant) {
        return new MadeStation(station, source, outlet, instant);
    }
}
