package io.stackwatch.gateway.averaging;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;

/** The names of the stations that we are ourselves. */
final class StationNames {

    private StationNames() {}

    /** The station that speaks for an outlet with the values of a source. */
    static Mn of(Mn source, OutletId outlet) {
        return new Mn("OPC." + source + "." + outlet);
    }
}
