package io.stackwatch.gateway.records;

import io.stackwatch.core.averaging.PlacedSample;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.util.Optional;

/**
 * One factor that a source gives for an outlet.
 *
 * @param key station and factor
 * @param source who gives it
 * @param outlet for which outlet
 * @param expected how long a value stands for itself where nobody was watching
 * @param newest its newest value; empty if nothing was heard since the source was made anew
 */
public record MadeChannel(Key key, Mn source, OutletId outlet, Duration expected, Optional<PlacedSample> newest) {

    /** A factor of a derived station. */
    public record Key(Mn station, FactorCode factor) {}

    /** The same with another newest value. */
    public MadeChannel with(Optional<PlacedSample> value) {
        return new MadeChannel(key, source, outlet, expected, value);
    }
}
