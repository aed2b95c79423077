package io.stackwatch.gateway.averaging;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.BatchCodec;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.MadeFrameRecords;
import io.stackwatch.gateway.records.MadeRecords;
import io.stackwatch.gateway.records.MadeStation;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.SourceGapRecords;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * again. Safe for use by several threads, which wait for each other; {@link #progress} waits for nobody.
 */
public final class AveragingCursor {

    /** The cursor's name in the store, and in the journal. */
    public static final String NAME = "averaging";

    /** Who brings batches. */
    public static final String BATCHES = "opcua";

    private static final Logger LOG = LoggerFactory.getLogger(AveragingCursor.class);

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final Republication republication;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final SourceWatch watch;
    private final SampleShelf shelf;
    private final HourMaker maker;
    private final ChannelBook channels;
    private final StationBook stations;
    private final BatchFold fold;
    private volatile AveragingProgress progress;
    private CursorPlace place;
    private CursorPlace saved;

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
        this.registry = registry;
        this.republication = republication;
        Means means = new Means(parameters, flags);
        this.watch = new SourceWatch(store.read(MadeRecords::sources), store.read(SourceGapRecords::unfilled));
        this.shelf = new SampleShelf(store, hour -> means.termsOf(hour).grid());
        this.maker = new HourMaker(store, shelf, watch, means, parameters);
        this.channels = new ChannelBook(store.read(MadeRecords::channels));
        this.stations = new StationBook(store.read(MadeRecords::stations));
        this.fold = new BatchFold(nodes, parameters, watch, shelf, channels, stations);
        this.place = place();
        this.saved = place;
        this.progress = AveragingProgress.at(place);
    }

    /** How far it is, committed; the journal's cursor is to be rewound to that position before the first record. */
    public CursorPlace place() {
        return store.read(handle -> CursorPlace.find(handle, NAME)).orElse(new CursorPlace(0, Instant.EPOCH));
    }

    /** How far it is, in memory, and what it has done since the start. */
    public AveragingProgress progress() {
        return progress;
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
            progress = progress.moved(place);
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
            stations.all().forEach(station -> maker.look(station, known, asOf, making));
            keep(making);
            republication.round(store);
        } finally {
            oneAtATime.unlock();
        }
    }

    private void keep(Making making) {
        Map<Mn, MadeStation> made = stations.toKeep(making.stations());
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
            MadeRecords.saveChannels(handle, channels.changed());
            MadeRecords.saveMinutes(handle, shelf.changed());
            MadeRecords.cleanMinutes(handle, making.clean());
            MadeRecords.saveStations(handle, made.values());
            MadeFrameRecords.insert(handle, making.frames());
            place.save(handle, NAME);
            return place;
        });
        saved = place;
        stations.saved(made);
        shelf.clean(making.clean());
        shelf.saved(name -> stations.madeUntil(name).orElse(Instant.EPOCH));
        watch.saved();
        channels.saved();
        progress = progress.made(making.frames());
    }

    private void take(JournalRecord record) {
        Arrival arrival = record.arrival();
        if (!arrival.connector().equals(BATCHES) || arrival.disposition() != Arrival.Disposition.ACCEPTED) {
            return;
        }
        Optional<Batch> batch = BatchCodec.decode(arrival.bytes()).batch();
        if (batch.isPresent()) {
            fold.take(batch.get(), record.sequence(), arrival.arrivedAt());
            return;
        }
        progress = progress.oneRefused();
        long refused = progress.refused();
        if (Long.bitCount(refused) == 1) {
            LOG.error("averaging=unreadable sequence={} times={}", record.sequence(), refused);
        }
    }
}
