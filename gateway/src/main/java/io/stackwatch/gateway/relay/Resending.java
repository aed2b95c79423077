package io.stackwatch.gateway.relay;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.ActTable;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RelayAct;
import io.stackwatch.gateway.records.RelayActs;
import io.stackwatch.gateway.records.RelayFigures;
import io.stackwatch.gateway.records.RelayHour;
import io.stackwatch.gateway.records.RelayHours;
import io.stackwatch.gateway.records.RelayItem;
import io.stackwatch.gateway.records.RelayItem.Lane;
import io.stackwatch.gateway.records.RelayItems;
import io.stackwatch.gateway.trail.ToldActs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * What people have sent again: looked up in the journal some records at a time and entered as backlog, in the relay's
 * transactions. A frame that is still open is not entered twice.
 */
final class Resending {

    private static final int RECORDS_PER_TURN = 200;

    /** Records are ordered by when they were durable; their arrivals may be out of order by so much. */
    private static final Duration DISORDER = Duration.ofMinutes(5);

    private final String target;
    private final Journal journal;
    private final RecordStore store;
    private final Selector selector;
    private final Supplier<Registry> registry;
    private final Queue<RelayAct> acts = new ConcurrentLinkedQueue<>();
    private Optional<Step> step = Optional.empty();

    Resending(String target, Journal journal, RecordStore store, Selector selector, Supplier<Registry> registry) {
        this.target = target;
        this.journal = journal;
        this.store = store;
        this.selector = selector;
        this.registry = registry;
    }

    /** One transaction's part of an act. */
    private static final class Step {
        private final RelayAct act;
        private final List<RelayItem> items;
        private final long position;
        private long entered;

        Step(RelayAct act, List<RelayItem> items, long position) {
            this.act = act;
            this.items = items;
            this.position = position;
        }
    }

    /** Takes up what an earlier run did not finish. */
    void load() {
        acts.addAll(store.read(handle -> RelayActs.open(handle, target)));
    }

    /**
     * Keeps an order; the relay takes it up with its next turn.
     *
     * @param place how far the relay has read: what lies behind is sent anyway
     */
    RelayAct order(String actor, String reason, Instant from, Instant until, Instant at, long place) {
        long first = firstArrivedSince(from.minus(DISORDER), place);
        long last = firstArrivedSince(until.plus(DISORDER), place) - 1;
        RelayAct wanted = new RelayAct(
                0, target, at, actor, reason, from, until, first, Math.max(first - 1, last), 0, 0, Optional.empty());
        RelayAct kept = store.write(handle -> {
            RelayAct row = RelayActs.add(handle, wanted);
            ToldActs.tell(handle, ActTable.RESENDING, row.number());
            return row;
        });
        acts.add(kept);
        return kept;
    }

    /** The first record that arrived at or behind an instant; one behind {@code place} if none did. */
    private long firstArrivedSince(Instant instant, long place) {
        long low = Math.max(1, journal.tail());
        long high = place + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            Optional<JournalRecord> record = journal.read(middle);
            if (record.isPresent() && !record.get().arrival().arrivedAt().isBefore(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Adds the next step of the oldest act to a turn. */
    void enter(Turn turn, Instant now) {
        RelayAct act = acts.peek();
        if (act == null) {
            return;
        }
        Registry known = registry.get();
        List<RelayItem> items = new ArrayList<>();
        long position = act.position();
        long until = Math.min(act.lastSequence(), position + RECORDS_PER_TURN);
        while (position < until) {
            position++;
            journal.read(position).flatMap(record -> wanted(record, act, known)).ifPresent(items::add);
        }
        Step next = new Step(act, items, position);
        step = Optional.of(next);
        turn.also(handle -> write(handle, next, now));
    }

    private Optional<RelayItem> wanted(JournalRecord record, RelayAct act, Registry known) {
        Arrival arrival = record.arrival();
        if (arrival.arrivedAt().isBefore(act.from()) || !arrival.arrivedAt().isBefore(act.until())) {
            return Optional.empty();
        }
        return selector.select(arrival, known)
                .match(
                        forward -> Optional.of(RelayItem.waiting(
                                record.sequence(), arrival.station().orElseThrow(), arrival.arrivedAt(), Lane.BACKLOG)),
                        leave -> Optional.empty());
    }

    private void write(Handle handle, Step some, Instant now) {
        some.entered = 0;
        Map<RelayHour.Key, RelayFigures> again = new HashMap<>();
        for (RelayItem item : some.items) {
            if (RelayItems.enterIfAbsent(handle, target, item)) {
                some.entered++;
                Mn station = item.station();
                again.merge(
                        Turn.hour(station, item.arrivedAt()),
                        new RelayFigures(0, 1, 0, 0, 0, 0, 0),
                        RelayFigures::plus);
            }
        }
        RelayHours.add(handle, target, again);
        boolean done = some.position >= some.act.lastSequence();
        RelayActs.advance(
                handle,
                some.act.number(),
                some.position,
                some.act.entered() + some.entered,
                done ? Optional.of(now) : Optional.empty());
    }

    /** The turn is committed: goes on behind it; says how many frames it has entered. */
    long committed() {
        if (step.isEmpty()) {
            return 0;
        }
        Step done = step.get();
        step = Optional.empty();
        acts.remove();
        if (done.position < done.act.lastSequence()) {
            acts.add(advanced(done));
        }
        return done.entered;
    }

    private static RelayAct advanced(Step done) {
        RelayAct act = done.act;
        return new RelayAct(
                act.number(),
                act.target(),
                act.at(),
                act.actor(),
                act.reason(),
                act.from(),
                act.until(),
                act.firstSequence(),
                act.lastSequence(),
                done.position,
                act.entered() + done.entered,
                Optional.empty());
    }
}
