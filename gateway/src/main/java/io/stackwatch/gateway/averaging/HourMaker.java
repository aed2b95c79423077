package io.stackwatch.gateway.averaging;

import io.stackwatch.core.averaging.FactorMean;
import io.stackwatch.core.averaging.SampleGrid;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.gateway.records.MadeFrame;
import io.stackwatch.gateway.records.MadeFrameRecords;
import io.stackwatch.gateway.records.MadeMinute;
import io.stackwatch.gateway.records.MadeStation;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes the frames of minutes and hours that are complete, and makes those anew of which something else is known now. A frame
 * that would say what the last one said is not made. For one thread.
 */
final class HourMaker {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Hours of one station in one look; the rest waits for the next. */
    private static final int MOST_HOURS = 6;

    private final RecordStore store;
    private final SampleShelf shelf;
    private final SourceWatch watch;
    private final Means means;
    private final RuleParameters parameters;
    private long lastNumber;
    private Instant lastMadeAt = Instant.EPOCH;

    HourMaker(RecordStore store, SampleShelf shelf, SourceWatch watch, Means means, RuleParameters parameters) {
        this.store = store;
        this.shelf = shelf;
        this.watch = watch;
        this.means = means;
        this.parameters = parameters;
        this.lastNumber = store.read(MadeFrameRecords::last);
    }

    /** Adds to {@code making} what of a station is complete or has changed. */
    void look(MadeStation station, RegistrySnapshot registry, Instant now, Making making) {
        Instant ready = readyUntil(station, now);
        NavigableSet<Instant> dirty = dirtyOf(station, now);
        NavigableSet<Instant> hours = new TreeSet<>();
        dirty.forEach(minute -> hours.add(SampleShelf.hourOf(minute)));
        Instant last = SampleShelf.hourOf(station.madeUntil()).plus(HOUR.multipliedBy(MOST_HOURS));
        Instant until = ready.isAfter(last) ? last : ready;
        Instant hour = SampleShelf.hourOf(station.madeUntil());
        for (; hour.isBefore(until); hour = hour.plus(HOUR)) {
            hours.add(hour);
        }
        for (Instant start : hours) {
            hour(station, start, until, dirty, registry, now, making);
        }
        if (until.isAfter(station.madeUntil())) {
            making.add(station.until(until));
        }
    }

    /** Minutes before it are complete: the source is decided so far, or their hours have waited long enough. */
    private Instant readyUntil(MadeStation station, Instant now) {
        Instant byClock = SampleShelf.hourOf(now.minus(parameters.duration("averaging.grace", now)));
        Instant ready = watch.decidedUntil(station.source())
                .map(until -> until.minus(parameters.duration("averaging.settle", now)))
                .map(SampleGrid::minuteOf)
                .filter(byClock::isBefore)
                .orElse(byClock);
        return ready.isAfter(station.madeUntil()) ? ready : station.madeUntil();
    }

    /** While something is being read back, what has changed waits; but not for ever. */
    private NavigableSet<Instant> dirtyOf(MadeStation station, Instant now) {
        NavigableSet<Instant> dirty = new TreeSet<>();
        boolean filling = watch.isBeingFilled(station.source());
        Duration patience = parameters.duration("averaging.grace", now);
        shelf.dirty(station.station()).forEach((minute, since) -> {
            if (dirty.size() < MOST_HOURS * 60
                    && !(filling && since.plus(patience).isAfter(now))) {
                dirty.add(minute);
            }
        });
        return dirty;
    }

    private void hour(
            MadeStation station,
            Instant hour,
            Instant ready,
            NavigableSet<Instant> dirty,
            RegistrySnapshot registry,
            Instant now,
            Making making) {
        Map<Instant, Map<FactorCode, MadeMinute>> known = shelf.hour(station.station(), hour);
        NavigableSet<Instant> wanted = new TreeSet<>(dirty.subSet(hour, hour.plus(HOUR)));
        known.keySet().stream()
                .filter(minute -> !minute.isBefore(station.madeUntil()) && minute.isBefore(ready))
                .forEach(wanted::add);
        Instant end = hour.plus(HOUR);
        boolean complete = !end.isAfter(ready) && (!wanted.isEmpty() || end.isAfter(station.madeUntil()));
        if (wanted.isEmpty() && !complete) {
            return;
        }
        SortedMap<Instant, SortedMap<FactorCode, FactorMean>> minutes = new TreeMap<>();
        known.forEach((minute, factors) -> {
            if (complete || wanted.contains(minute)) {
                minutes.put(minute, means.minute(station.outlet(), hour, factors, registry));
            }
        });
        boolean late = end.plus(parameters.duration("averaging.grace", hour)).isBefore(now);
        int decimals = means.termsOf(hour).decimals();
        Map<MadeFrame.Key, MadeFrame> before = new HashMap<>();
        for (int command : new int[] {Contents.MINUTES, Contents.HOURS}) {
            store.read(handle -> MadeFrameRecords.of(handle, station.station(), command, hour, end))
                    .forEach(frame -> before.put(frame.key(), frame));
        }
        for (Instant minute : wanted) {
            SortedMap<FactorCode, FactorMean> said = minutes.getOrDefault(minute, new TreeMap<>());
            Contents.of(minute, said, decimals)
                    .forEach((part, content) -> version(
                            new MadeFrame.Key(station.station(), Contents.MINUTES, minute, part),
                            content,
                            late,
                            now,
                            before,
                            making));
            known.getOrDefault(minute, Map.of()).values().forEach(one -> making.clean(one.key()));
        }
        if (complete) {
            Contents.of(hour, means.hour(hour, minutes), decimals)
                    .forEach((part, content) -> version(
                            new MadeFrame.Key(station.station(), Contents.HOURS, hour, part),
                            content,
                            late,
                            now,
                            before,
                            making));
        }
    }

    private void version(
            MadeFrame.Key key,
            String content,
            boolean late,
            Instant now,
            Map<MadeFrame.Key, MadeFrame> before,
            Making making) {
        MadeFrame last = before.get(key);
        if (last != null && last.content().equals(content)) {
            return;
        }
        int version = last == null ? 1 : last.version() + 1;
        // a request number of its own for every frame, also of those that are made together
        lastMadeAt = now.isAfter(lastMadeAt) ? now : lastMadeAt.plusMillis(1);
        making.add(new MadeFrame(
                key.station(),
                key.command(),
                key.start(),
                key.part(),
                version,
                lastMadeAt,
                ++lastNumber,
                late || version > 1,
                content,
                Optional.empty()));
    }
}
