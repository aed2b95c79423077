package io.stackwatch.gateway.counting;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Station;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StationTraceRecords;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.timetable.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes down when stations are connected, by looking now and then: evidence of why hours are missing. A cut between two looks
 * is seen by the later beginning of the connection; connections of an earlier process end when this one first looks. For one
 * thread at a time.
 */
public final class LinkWatch implements WakeUp {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final Function<Mn, Optional<Instant>> connectedSince;
    private Instant nextLook = Instant.MIN;

    /** @param connectedSince since when a station is connected; empty if it is not; never waits */
    public LinkWatch(
            RecordStore store, Supplier<RegistrySnapshot> registry, Function<Mn, Optional<Instant>> connectedSince) {
        this.store = store;
        this.registry = registry;
        this.connectedSince = connectedSince;
    }

    @Override
    public void fire(Instant now) {
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(EVERY);
        Map<Mn, Instant> known = store.read(StationTraceRecords::openLinks);
        Map<Mn, Instant> opened = byName();
        Map<Mn, Instant> closed = byName();
        known.keySet().forEach(station -> closed.put(station, now));
        TreeSet<Mn> stations = new TreeSet<>(Comparator.comparing(Mn::value));
        registry.get().registry().rows().stations().stream().map(Station::mn).forEach(stations::add);
        for (Mn station : stations) {
            connectedSince
                    .apply(station)
                    .map(since -> since.truncatedTo(ChronoUnit.MILLIS))
                    .ifPresent(since -> {
                        if (since.equals(known.get(station))) {
                            closed.remove(station);
                        } else {
                            opened.put(station, since);
                            closed.computeIfPresent(station, (mn, at) -> since);
                        }
                    });
        }
        if (!opened.isEmpty() || !closed.isEmpty()) {
            store.write(handle -> {
                StationTraceRecords.close(handle, closed);
                StationTraceRecords.open(handle, opened);
                return opened;
            });
        }
    }

    private static Map<Mn, Instant> byName() {
        return new TreeMap<>(Comparator.comparing(Mn::value));
    }
}
