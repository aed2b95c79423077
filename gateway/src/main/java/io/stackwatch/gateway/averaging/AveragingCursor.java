package io.stackwatch.gateway.averaging;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.BatchCodec;
import io.stackwatch.connectors.opcua.mapping.Mapped;
import io.stackwatch.connectors.opcua.mapping.NodeReading;
import io.stackwatch.core.averaging.Hold;
import io.stackwatch.core.averaging.PlacedSample;
import io.stackwatch.core.averaging.Sample;
import io.stackwatch.core.averaging.SampleGrid;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.MadeChannel;
import io.stackwatch.gateway.records.MadeFrameRecords;
import io.stackwatch.gateway.records.MadeRecords;
import io.stackwatch.gateway.records.MadeStation;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.SourceGapRecords;
import io.stackwatch.gateway.registry.DerivedStations;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches of OPC UA sources become samples, minutes and hours, together with the cursor's place in one transaction (decision
 * record 0026). Frames that are made are kept before they are journaled, so that a crash makes neither two of one nor none.
 *
 * <p>Batches are folded in memory and written a second's worth at a time; after a crash those since the last transaction come
 * again. Safe for use by several threads, which wait for each other.
 */
public final class AveragingCursor {

    /** The cursor's name in the store, and in the journal. */
    public static final String NAME = "averaging";

    /** Who brings batches. */
    public static final String BATCHES = "opcua";

    private static final Logger LOG = LoggerFactory.getLogger(AveragingCursor.class);

    private final RecordStore store;
    private final PlantNodes nodes;
    private final Supplier<RegistrySnapshot> registry;
    private final RuleParameters parameters;
    private final Republication republication;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final SourceWatch watch;
    private final SampleShelf shelf;
    private final HourMaker maker;
    private final Map<MadeChannel.Key, MadeChannel> channels = new LinkedHashMap<>();
    private final Map<Mn, Set<MadeChannel.Key>> bySource = new HashMap<>();
    private final Map<Mn, MadeStation> stations = new LinkedHashMap<>();
    private final Set<MadeChannel.Key> changedChannels = new HashSet<>();
    private final Set<Mn> changedStations = new HashSet<>();
    private CursorPlace place;
    private CursorPlace saved;
    private long unreadable;

    /**
     * A cursor that continues where it was.
     *
     * @param store where it keeps everything
     * @param nodes what nodes are
     * @param registry outlets and limits, for the reference oxygen
     * @param parameters the dated rows
     * @param flags what the data marks mean
     * @param republication who journals the frames
     */
    public AveragingCursor(
            RecordStore store,
            PlantNodes nodes,
            Supplier<RegistrySnapshot> registry,
            RuleParameters parameters,
            FlagTable flags,
            Republication republication) {
        this.store = store;
        this.nodes = nodes;
        this.registry = registry;
        this.parameters = parameters;
        this.republication = republication;
        Means means = new Means(parameters, flags);
        this.watch = new SourceWatch(store.read(MadeRecords::sources), store.read(SourceGapRecords::unfilled));
        this.shelf = new SampleShelf(store, hour -> means.termsOf(hour).grid());
        this.maker = new HourMaker(store, shelf, watch, means, parameters);
        store.read(MadeRecords::channels).forEach(this::remember);
        store.read(MadeRecords::stations).forEach(station -> stations.put(station.station(), station));
        this.place = place();
        this.saved = place;
    }

    /** How far it is, committed; the journal's cursor is to be rewound to that position before the first record. */
    public CursorPlace place() {
        return store.read(handle -> CursorPlace.find(handle, NAME)).orElse(new CursorPlace(0, Instant.EPOCH));
    }

    /** Batches that could not be read since the start; they stay in the journal. */
    public long unreadable() {
        oneAtATime.lock();
        try {
            return unreadable;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Takes records in order; those that were taken before are passed over. */
    public void apply(List<JournalRecord> records) {
        oneAtATime.lock();
        try {
            for (JournalRecord record : records) {
                if (record.sequence() > place.position()) {
                    take(record);
                    place = new CursorPlace(record.sequence(), record.arrival().arrivedAt());
                }
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Makes what is complete, keeps everything, and journals what waits.
     *
     * @param journalHead the journal's last durable record: while older records wait, the clock decides nothing
     */
    public void fire(Instant now, LongSupplier journalHead) {
        oneAtATime.lock();
        try {
            Making making = new Making();
            // in a busy city somebody's records always wait: then time is what the last one that we had says
            boolean caughtUp = journalHead.getAsLong() <= place.position();
            Instant asOf = caughtUp || now.isBefore(place.asOf()) ? now : place.asOf();
            RegistrySnapshot known = registry.get();
            stations.values().forEach(station -> maker.look(station, known, asOf, making));
            keep(making);
            republication.round(store);
        } finally {
            oneAtATime.unlock();
        }
    }

    private void keep(Making making) {
        Map<Mn, MadeStation> made = new HashMap<>();
        changedStations.forEach(name -> Optional.ofNullable(stations.get(name)).ifPresent(one -> made.put(name, one)));
        making.stations().forEach(station -> made.put(station.station(), station));
        boolean nothing = place.equals(saved)
                && made.isEmpty()
                && making.frames().isEmpty()
                && making.clean().isEmpty();
        if (nothing) {
            return;
        }
        store.write(handle -> {
            MadeRecords.saveSources(handle, watch.changedSources());
            SourceGapRecords.save(handle, watch.changedGaps());
            MadeRecords.saveChannels(
                    handle,
                    changedChannels.stream()
                            .flatMap(key -> Optional.ofNullable(channels.get(key)).stream())
                            .toList());
            MadeRecords.saveMinutes(handle, shelf.changed());
            MadeRecords.cleanMinutes(handle, making.clean());
            MadeRecords.saveStations(handle, made.values());
            MadeFrameRecords.insert(handle, making.frames());
            place.save(handle, NAME);
            return place;
        });
        saved = place;
        stations.putAll(made);
        shelf.clean(making.clean());
        shelf.saved(name -> Optional.ofNullable(stations.get(name))
                .map(MadeStation::madeUntil)
                .orElse(Instant.EPOCH));
        watch.saved();
        changedChannels.clear();
        changedStations.clear();
    }

    private void take(JournalRecord record) {
        Arrival arrival = record.arrival();
        if (!arrival.connector().equals(BATCHES) || arrival.disposition() != Arrival.Disposition.ACCEPTED) {
            return;
        }
        Optional<Batch> batch = BatchCodec.decode(arrival.bytes()).batch();
        if (batch.isEmpty()) {
            unreadable++;
            if (Long.bitCount(unreadable) == 1) {
                LOG.error("averaging=unreadable sequence={} times={}", record.sequence(), unreadable);
            }
            return;
        }
        take(batch.get(), record);
    }

    private void take(Batch batch, JournalRecord record) {
        Instant arrivedAt = record.arrival().arrivedAt();
        batch.match(
                live -> live(live, record.sequence(), arrivedAt),
                alive -> live(alive, record.sequence(), arrivedAt),
                lost -> done(() -> watch.lost(lost, arrivedAt)),
                resumed -> done(() -> resumed(resumed, arrivedAt)),
                history -> history(history, record.sequence(), arrivedAt),
                filled -> done(() -> watch.filled(filled, arrivedAt)));
    }

    private static boolean done(Runnable step) {
        step.run();
        return true;
    }

    private void resumed(Batch.Resumed resumed, Instant arrivedAt) {
        watch.resumed(resumed, arrivedAt);
        if (resumed.how() != Batch.How.TRANSFERRED) {
            // a subscription that was made anew tells every value again; until then nobody knows
            channelsOf(resumed.source()).forEach(channel -> put(channel.with(Optional.empty())));
        }
    }

    private boolean live(Batch batch, long sequence, Instant arrivedAt) {
        Hold.Alive alive = watch.alive(batch.source(), arrivedAt);
        Map<MadeChannel.Key, List<PlacedSample>> arrived = valuesOf(batch, sequence, arrivedAt, false);
        for (MadeChannel channel : channelsOf(batch.source())) {
            if (!nodes.isMapped(
                    channel.source(), channel.outlet(), channel.key().factor(), arrivedAt)) {
                put(channel.with(Optional.empty()));
                continue;
            }
            List<PlacedSample> values = arrived.getOrDefault(channel.key(), List.of());
            hold(channel, Hold.live(channel.newest(), values, alive, channel.expected()), arrivedAt);
            if (!values.isEmpty()) {
                PlacedSample last = values.get(values.size() - 1);
                boolean newer = channel.newest()
                        .filter(known -> known.sourceTime().isAfter(last.sourceTime()))
                        .isEmpty();
                if (newer) {
                    put(channel.with(Optional.of(last)));
                }
            }
        }
        return true;
    }

    private boolean history(Batch.History batch, long sequence, Instant arrivedAt) {
        watch.readBack(batch);
        valuesOf(batch, sequence, arrivedAt, true).forEach((key, values) -> Optional.ofNullable(channels.get(key))
                .ifPresent(channel -> hold(channel, Hold.readBack(values, channel.expected()), arrivedAt)));
        return true;
    }

    /** The values of a batch by what they are of, oldest first; channels that are new are there afterwards. */
    private Map<MadeChannel.Key, List<PlacedSample>> valuesOf(
            Batch batch, long sequence, Instant arrivedAt, boolean readBack) {
        Map<MadeChannel.Key, List<PlacedSample>> values = new LinkedHashMap<>();
        Mapped mapped = nodes.mapping().read(batch);
        nodes.notMapped(mapped.unmapped(), arrivedAt);
        for (NodeReading reading : mapped.readings()) {
            OutletId outlet = reading.outlet();
            MadeChannel.Key key = new MadeChannel.Key(DerivedStations.nameOf(batch.source(), outlet), reading.factor());
            MadeChannel known = channels.get(key);
            if (known == null || !known.expected().equals(reading.row().watch().expected())) {
                put(new MadeChannel(
                        key,
                        batch.source(),
                        outlet,
                        reading.row().watch().expected(),
                        known == null ? Optional.empty() : known.newest()));
            }
            values.computeIfAbsent(key, absent -> new ArrayList<>())
                    .add(new PlacedSample(
                            reading.at(), new Sample(reading.number(), reading.flag()), sequence, readBack));
        }
        values.values().forEach(list -> list.sort(Comparator.comparing(PlacedSample::sourceTime)));
        return values;
    }

    private void hold(MadeChannel channel, List<Hold> holds, Instant arrivedAt) {
        Instant earliest = arrivedAt.minus(parameters.duration("averaging.reach", arrivedAt));
        Mn name = channel.key().station();
        for (Hold hold : holds) {
            if (!hold.until().isAfter(earliest)) {
                continue;
            }
            Hold within = hold.from().isBefore(earliest) ? new Hold(hold.value(), earliest, hold.until()) : hold;
            if (!stations.containsKey(name)) {
                Instant first = SampleGrid.minuteOf(within.from());
                stations.put(name, new MadeStation(name, channel.source(), channel.outlet(), first));
                changedStations.add(name);
            }
            shelf.hold(
                    channel.key(),
                    within,
                    Optional.ofNullable(stations.get(name)).map(MadeStation::madeUntil),
                    arrivedAt);
        }
    }

    private List<MadeChannel> channelsOf(Mn source) {
        return bySource.getOrDefault(source, Set.of()).stream()
                .flatMap(key -> Optional.ofNullable(channels.get(key)).stream())
                .toList();
    }

    private void remember(MadeChannel channel) {
        channels.put(channel.key(), channel);
        bySource.computeIfAbsent(channel.source(), source -> new LinkedHashSet<>())
                .add(channel.key());
    }

    private void put(MadeChannel channel) {
        if (!channel.equals(channels.get(channel.key()))) {
            remember(channel);
            changedChannels.add(channel.key());
        }
    }
}
