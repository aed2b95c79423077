package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Station;
import io.stackwatch.gateway.history.Hj212Entries;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.time.Instant;
import java.util.Optional;

/** The live registry, as the history asks it. */
record RegisteredStations(LiveRegistry registry) implements Hj212Entries.Stations {

    @Override
    public Optional<StationProfile> profileOf(Arrival arrival) {
        return registry.snapshot().profileOf(arrival);
    }

    @Override
    public Optional<OutletId> outletAt(Mn station, Instant instant) {
        return registry.snapshot().registry().stationAt(station, instant).map(Station::outlet);
    }
}
