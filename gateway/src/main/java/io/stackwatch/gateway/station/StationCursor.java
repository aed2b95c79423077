package io.stackwatch.gateway.station;

import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.PacketSetRecords;
import io.stackwatch.gateway.records.PacketSetRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StationFile;
import io.stackwatch.gateway.records.StationRecords;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Journal records become what is known of stations and strangers, together with the cursor's place in one transaction.
 *
 * <p>Records are folded in memory and written a second's worth at a time, so that the store has one writer's time left for
 * verdicts. After a crash the records since the last transaction come again; nothing is counted twice. What comes of a
 * record does not depend on how records were cut into batches. Safe for use by several threads, which wait for each other.
 */
public final class StationCursor {

    /** The cursor's name in the store, and in the journal. */
    public static final String NAME = "stations";

    private static final Logger LOG = LoggerFactory.getLogger(StationCursor.class);

    /** Records that are folded before they are written. */
    private static final int MOST_PENDING = 2_000;

    /** Stations whose trail stays in memory. */
    private static final int MOST_TRAILS = 20_000;

    private static final int MOST_STRANGERS_OF_HOST = 200;
    private static final int MOST_STRANGERS = 10_000;

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final Quarantine quarantine = new Quarantine(MOST_STRANGERS_OF_HOST, MOST_STRANGERS);
    private final Observer observer;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Map<String, StationTrail> trails = new LinkedHashMap<>(64, 0.75f, true);
    private final Set<String> changed = new HashSet<>();
    private final List<Stranger> strangers = new ArrayList<>();
    private final LongAdder packetsNotKept = new LongAdder();
    private int pending;
    private CursorPlace place;

    /**
     * A cursor that continues where it was.
     *
     * @param store where it writes
     * @param registry whose frames are watched, also where they are refused
     */
    public StationCursor(RecordStore store, Supplier<RegistrySnapshot> registry) {
        this.store = store;
        this.registry = registry;
        this.observer = new Observer(arrival -> registry.get().profileOf(arrival));
        this.place = store.read(handle -> CursorPlace.find(handle, NAME)).orElse(new CursorPlace(0, Instant.EPOCH));
    }

    /** How far it is, committed; the journal's cursor is to be rewound to that position before the first record. */
    public CursorPlace place() {
        return store.read(handle -> CursorPlace.find(handle, NAME)).orElse(new CursorPlace(0, Instant.EPOCH));
    }

    /**
     * Takes records in order; those that were taken before are passed over. A failure of the store is thrown, and then the
     * same records may be brought again.
     */
    public void apply(List<JournalRecord> records) {
        oneAtATime.lock();
        try {
            List<Observation> seen = new ArrayList<>();
            CursorPlace next = place;
            int more = 0;
            List<Stranger> met = new ArrayList<>();
            for (JournalRecord record : records) {
                if (record.sequence() > next.position()) {
                    observe(record).ifPresent(seen::add);
                    Stranger.of(record).ifPresent(met::add);
                    next = new CursorPlace(record.sequence(), record.arrival().arrivedAt());
                    more++;
                }
            }
            load(seen);
            for (Observation one : seen) {
                trail(one.station()).take(one);
                changed.add(one.station());
            }
            strangers.addAll(met);
            place = next;
            pending += more;
            if (pending >= MOST_PENDING) {
                write();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Writes what was folded since the last time. */
    public void fire() {
        oneAtATime.lock();
        try {
            write();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Split uploads that lack packets and were forgotten, or are too long to be counted, since the start. */
    public long packetsNotKept() {
        return packetsNotKept.sum();
    }

    private Optional<Observation> observe(JournalRecord record) {
        try {
            return observer.of(record)
                    .filter(seen -> seen.accepted()
                            || record.arrival()
                                    .station()
                                    .flatMap(mn -> registry.get().settingsAt(mn, seen.at()))
                                    .isPresent());
        } catch (RuntimeException failed) {
            LOG.error("stations=unreadable sequence={} why={}", record.sequence(), failed.toString());
            return Optional.empty();
        }
    }

    private void load(List<Observation> seen) {
        Set<String> missing = new HashSet<>();
        for (Observation one : seen) {
            if (!trails.containsKey(one.station())) {
                missing.add(one.station());
            }
        }
        if (!missing.isEmpty()) {
            Map<String, StationFile> files = store.read(handle -> StationRecords.load(handle, missing));
            Map<String, List<PacketSetRow>> sets = store.read(handle -> PacketSetRecords.load(handle, missing));
            for (String station : missing) {
                trails.put(
                        station,
                        new StationTrail(
                                files.getOrDefault(station, StationFile.EMPTY), sets.getOrDefault(station, List.of())));
            }
        }
    }

    private StationTrail trail(String station) {
        return trails.computeIfAbsent(station, absent -> new StationTrail(StationFile.EMPTY));
    }

    private void write() {
        if (pending == 0) {
            return;
        }
        StationRowsToSave rows = new StationRowsToSave();
        changed.forEach(station -> trail(station).collect(rows));
        store.write(handle -> {
            rows.save(handle);
            quarantine.keep(handle, strangers);
            place.save(handle, NAME);
            return pending;
        });
        packetsNotKept.add(rows.notKept().size());
        changed.forEach(station -> trail(station).saved());
        changed.clear();
        strangers.clear();
        pending = 0;
        forgetOldTrails();
    }

    private void forgetOldTrails() {
        Iterator<String> oldestFirst = trails.keySet().iterator();
        for (int tooMany = trails.size() - MOST_TRAILS; tooMany > 0 && oldestFirst.hasNext(); tooMany--) {
            oldestFirst.next();
            oldestFirst.remove();
        }
    }
}
