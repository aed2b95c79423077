package io.stackwatch.gateway.averaging;

import io.stackwatch.core.averaging.SampleGrid;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.MadeChannel;
import io.stackwatch.gateway.records.MadeStation;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The derived stations that ever spoke, and until when minutes of each are made. For one thread. */
final class StationBook {

    private final Map<Mn, MadeStation> stations = new LinkedHashMap<>();
    private final Set<Mn> changed = new HashSet<>();

    StationBook(Collection<MadeStation> known) {
        known.forEach(station -> stations.put(station.station(), station));
    }

    /** All of them, in the order in which they were first heard. */
    List<MadeStation> all() {
        return List.copyOf(stations.values());
    }

    /** Until when a station is made; empty if it never spoke. */
    Optional<Instant> madeUntil(Mn station) {
        return Optional.ofNullable(stations.get(station)).map(MadeStation::madeUntil);
    }

    /** Something is known of a channel's station from an instant on: if it is the first, its minutes begin there. */
    void heard(MadeChannel channel, Instant from) {
        Mn name = channel.key().station();
        if (!stations.containsKey(name)) {
            stations.put(name, new MadeStation(name, channel.source(), channel.outlet(), SampleGrid.minuteOf(from)));
            changed.add(name);
        }
    }

    /** What is to be kept: those that are new, and those that were made further. */
    Map<Mn, MadeStation> toKeep(Collection<MadeStation> made) {
        Map<Mn, MadeStation> kept = new HashMap<>();
        changed.forEach(name -> Optional.ofNullable(stations.get(name)).ifPresent(one -> kept.put(name, one)));
        made.forEach(station -> kept.put(station.station(), station));
        return kept;
    }

    /** These are kept. */
    void saved(Map<Mn, MadeStation> kept) {
        stations.putAll(kept);
        changed.clear();
    }
}
