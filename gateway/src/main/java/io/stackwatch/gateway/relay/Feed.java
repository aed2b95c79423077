package io.stackwatch.gateway.relay;

import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RelayItem;
import io.stackwatch.gateway.records.RelayItem.Lane;
import io.stackwatch.gateway.records.RelayItems;
import io.stackwatch.gateway.relay.packet.Prepared;
import io.stackwatch.gateway.relay.target.RelayTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which frames of the ledger are in the line's hands, and which go there next: new ones at once while there is room, all
 * others out of the ledger, realtime before backlog. For the relay's thread.
 */
final class Feed {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final int LOADED_AT_ONCE = 1_000;
    private static final int BACKLOG_LOW = 200;
    private static final int BACKLOG_LOADED = 400;
    private static final long BACKLOG_LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RelayTarget target;
    private final String name;
    private final Journal journal;
    private final RecordStore store;
    private final int realtimeBound;
    private final Consumer<Outcome> outcomes;
    /** By sequence, whether it was handed over as realtime. */
    private final Map<Long, Boolean> held = new HashMap<>();

    private List<Letter> letters = new ArrayList<>();
    private int realtimeHeld;
    private boolean spilled = true;
    private long lastOffered;
    private long backlogLookNanos = Long.MIN_VALUE;

    /** @param outcomes told of frames that cannot be handed over because their record is gone */
    Feed(RelayTarget target, RelayParts parts, Consumer<Outcome> outcomes) {
        this.target = target;
        this.name = target.name().value();
        this.journal = parts.journal();
        this.store = parts.store();
        this.realtimeBound = parts.options().realtimeHeld();
        this.outcomes = outcomes;
    }

    /** The line does not hold this frame any more. */
    void outOfHand(long sequence) {
        Boolean realtime = held.remove(sequence);
        realtimeHeld -= Boolean.TRUE.equals(realtime) ? 1 : 0;
    }

    /** New frames may have gone by unseen: they are looked up in the ledger. */
    void missed() {
        spilled = true;
    }

    /** Whether the line holds every realtime frame that there is. */
    boolean isComplete() {
        return !spilled;
    }

    /**
     * Gathers what goes to the line next; to be fetched by {@link #gathered} also if this fails half-way.
     *
     * @param batch the records that were read last
     * @param entered those of them that were entered into the ledger
     */
    void gather(List<JournalRecord> batch, List<RelayItem> entered, Instant now, long nanos) {
        Instant young = now.minus(target.delivery().realtimeWithin());
        offerNew(batch, entered, young);
        if (spilled) {
            loadYoung(young);
        }
        if (nanos >= backlogLookNanos && held.size() - realtimeHeld < BACKLOG_LOW) {
            loadBacklog(now, young, nanos);
        }
    }

    /** What was gathered since the last time. */
    List<Letter> gathered() {
        List<Letter> now = letters;
        letters = new ArrayList<>();
        return now;
    }

    private void offerNew(List<JournalRecord> batch, List<RelayItem> entered, Instant young) {
        Map<Long, byte[]> bytes = new HashMap<>();
        batch.forEach(record -> bytes.put(record.sequence(), record.arrival().bytes()));
        for (RelayItem item : entered) {
            byte[] frame = bytes.get(item.sequence());
            if (frame == null
                    || item.lane() != Lane.REALTIME
                    || !item.arrivedAt().isAfter(young)) {
                continue;
            }
            if (spilled || realtimeHeld >= realtimeBound) {
                spilled = true;
                return;
            }
            hold(item, frame, true);
            lastOffered = item.sequence();
        }
    }

    private void loadYoung(Instant young) {
        int room = Math.min(LOADED_AT_ONCE, realtimeBound - realtimeHeld);
        if (room <= 0) {
            return;
        }
        List<RelayItem> items = store.read(handle -> RelayItems.young(handle, name, lastOffered, young, room));
        for (RelayItem item : items) {
            load(item, true);
            lastOffered = item.sequence();
        }
        spilled = items.size() == room;
    }

    private void loadBacklog(Instant now, Instant young, long nanos) {
        List<RelayItem> items =
                store.read(handle -> RelayItems.backlog(handle, name, now, young, BACKLOG_LOADED + held.size()));
        int loaded = 0;
        for (RelayItem item : items) {
            if (loaded < BACKLOG_LOADED && !held.containsKey(item.sequence())) {
                load(item, false);
                loaded++;
            }
        }
        if (loaded < BACKLOG_LOADED) {
            backlogLookNanos = nanos + BACKLOG_LOOK_NANOS;
        }
    }

    private void load(RelayItem item, boolean realtime) {
        if (held.containsKey(item.sequence())) {
            return;
        }
        Optional<JournalRecord> record = journal.read(item.sequence());
        if (record.isPresent()) {
            hold(item, record.get().arrival().bytes(), realtime);
        } else {
            LOG.error("relay={} sequence={} is not in the journal any more", name, item.sequence());
            held.put(item.sequence(), false);
            outcomes.accept(new Outcome(Outcome.Kind.REFUSED, item, false, Optional.of(Prepared.Why.GONE)));
        }
    }

    private void hold(RelayItem item, byte[] bytes, boolean realtime) {
        held.put(item.sequence(), realtime);
        realtimeHeld += realtime ? 1 : 0;
        letters.add(new Letter(item, realtime ? Lane.REALTIME : Lane.BACKLOG, bytes));
    }
}
