package io.stackwatch.gateway.averaging;

import io.stackwatch.core.averaging.Hold;
import io.stackwatch.core.averaging.MinuteOfSamples;
import io.stackwatch.core.averaging.SampleGrid;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.MadeChannel;
import io.stackwatch.gateway.records.MadeMinute;
import io.stackwatch.gateway.records.MadeRecords;
import io.stackwatch.gateway.records.RecordStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The minutes that are being worked on, an hour of a station at a time; read from the store when first touched. For one thread. */
final class SampleShelf {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RecordStore store;
    private final Function<Instant, SampleGrid> grids;
    private final Map<Place, Map<Instant, Map<FactorCode, MadeMinute>>> hours = new HashMap<>();
    private final Map<MadeMinute.Key, MadeMinute> changed = new LinkedHashMap<>();
    private final Map<Mn, SortedMap<Instant, Instant>> dirty = new HashMap<>();

    /** @param grids the grid of an hour, by its start */
    SampleShelf(RecordStore store, Function<Instant, SampleGrid> grids) {
        this.store = store;
        this.grids = grids;
        store.read(MadeRecords::dirty).forEach(this::dirty);
    }

    private void dirty(MadeMinute minute) {
        minute.dirtyAt()
                .ifPresent(since -> dirty.computeIfAbsent(minute.channel().station(), absent -> new TreeMap<>())
                        .putIfAbsent(minute.samples().start(), since));
    }

    /** The minutes of a station that say something else than the frames that were made of them, with since when. */
    SortedMap<Instant, Instant> dirty(Mn station) {
        return dirty.getOrDefault(station, new TreeMap<>());
    }

    private record Place(Mn station, Instant hour) {}

    /** The minutes of an hour of which anything is known, by start and factor. */
    Map<Instant, Map<FactorCode, MadeMinute>> hour(Mn station, Instant start) {
        return hours.computeIfAbsent(new Place(station, start), this::load);
    }

    private Map<Instant, Map<FactorCode, MadeMinute>> load(Place place) {
        Map<Instant, Map<FactorCode, MadeMinute>> minutes = new TreeMap<>();
        store.read(handle -> MadeRecords.minutes(
                        handle, place.station(), place.hour(), place.hour().plus(HOUR)))
                .forEach(minute -> minutes.computeIfAbsent(minute.samples().start(), start -> new TreeMap<>())
                        .put(minute.channel().factor(), minute));
        return minutes;
    }

    /**
     * A value held.
     *
     * @param madeUntil minutes before it have been made: what changes one of them makes it dirty
     * @param now when that was
     */
    void hold(MadeChannel.Key channel, Hold hold, Optional<Instant> madeUntil, Instant now) {
        Instant minute = SampleGrid.minuteOf(hold.from());
        for (; minute.isBefore(hold.until()); minute = minute.plus(MINUTE)) {
            Instant hourStart = hourOf(minute);
            Map<FactorCode, MadeMinute> factors =
                    hour(channel.station(), hourStart).getOrDefault(minute, Map.of());
            MadeMinute known = factors.get(channel.factor());
            MinuteOfSamples before =
                    known == null ? MinuteOfSamples.empty(grids.apply(hourStart), minute) : known.samples();
            MinuteOfSamples after = before.with(hold);
            if (!after.equals(before)) {
                Optional<Instant> dirtySince = known == null ? Optional.empty() : known.dirtyAt();
                Optional<Instant> dirtyAt = dirtySince.or(
                        () -> madeUntil.filter(after.start()::isBefore).map(until -> now));
                put(new MadeMinute(channel, after, dirtyAt));
            }
        }
    }

    private void put(MadeMinute minute) {
        Instant start = minute.samples().start();
        hour(minute.channel().station(), hourOf(start))
                .computeIfAbsent(start, absent -> new TreeMap<>())
                .put(minute.channel().factor(), minute);
        changed.put(minute.key(), minute);
        dirty(minute);
    }

    /** The frames that say what these minutes say are made. */
    void clean(Set<MadeMinute.Key> minutes) {
        for (MadeMinute.Key key : minutes) {
            Map<FactorCode, MadeMinute> factors =
                    hour(key.channel().station(), hourOf(key.start())).getOrDefault(key.start(), Map.of());
            MadeMinute minute = factors.get(key.channel().factor());
            dirty(key.channel().station()).remove(key.start());
            if (minute != null) {
                factors.put(
                        key.channel().factor(), new MadeMinute(minute.channel(), minute.samples(), Optional.empty()));
            }
        }
    }

    Collection<MadeMinute> changed() {
        return changed.values();
    }

    /** What has changed is kept, and whole hours before an instant need not stay in memory. */
    void saved(Function<Mn, Instant> madeUntil) {
        changed.clear();
        hours.keySet().removeIf(place -> !place.hour().plus(HOUR).isAfter(madeUntil.apply(place.station())));
    }

    static Instant hourOf(Instant instant) {
        return instant.truncatedTo(ChronoUnit.HOURS);
    }
}
