package io.stackwatch.gateway.relay;

import io.stackwatch.core.registry.Registry;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.Journal.StartAt;
import io.stackwatch.gateway.journal.JournalCursor;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.ParkedRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RelayItem;
import io.stackwatch.gateway.records.RelayItem.Lane;
import io.stackwatch.gateway.records.RelayItems;
import io.stackwatch.gateway.records.SetAsideRecords;
import io.stackwatch.gateway.relay.RelayStatus.Condition;
import io.stackwatch.gateway.relay.Selection.Forward;
import io.stackwatch.gateway.relay.packet.Dispatch;
import io.stackwatch.gateway.relay.packet.Prepared;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forwards to one platform: reads the journal behind a cursor of its own, enters what the platform is to get into the
 * ledger, hands it to the line, and keeps what becomes of it (decision record 0023).
 *
 * <p>One thread between {@link #start} and {@link #close}; it alone touches the target's rows. Everything that happened
 * since the last time is one transaction, together with the cursor's place.
 */
final class Relay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int LOADED_AT_ONCE = 1_000;
    private static final int BACKLOG_LOW = 200;
    private static final long BACKLOG_LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long CURSOR_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final RelayTarget target;
    private final String name;
    private final String cursorName;
    private final Journal journal;
    private final RecordStore store;
    private final Supplier<Registry> registry;
    private final Selector selector;
    private final Answering answering;
    private final PlatformLine line;
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final Resending resending;
    private final Clock clock;
    private final LongSupplier nanos;
    private final RelayOptions options;
    private final RelayCounts counts = new RelayCounts();
    private final CountDownLatch stopping = new CountDownLatch(1);
    /** What the line holds: by sequence, whether it was handed over as realtime. */
    private final Map<Long, Boolean> held = new HashMap<>();

    private @Nullable Thread thread;
    private int realtimeHeld;
    private boolean spilled = true;
    private long lastOffered;
    private long backlogLookNanos;
    private long cursorNanos;
    private volatile long place;
    private final AtomicLong open = new AtomicLong();
    private volatile Optional<Instant> oldestOpen = Optional.empty();
    private volatile Optional<String> problem = Optional.empty();

    Relay(RelayTarget target, RelayParts parts, OpenAsks asks, Answering answering, PlatformRequests requests) {
        this.target = target;
        this.name = target.name().value();
        this.cursorName = cursorOf(target);
        this.journal = parts.journal();
        this.store = parts.store();
        this.registry = () -> parts.registry().get().registry();
        this.answering = answering;
        this.clock = parts.clock();
        this.nanos = parts.nanos();
        this.options = parts.options();
        this.selector = new Selector(target, asks);
        Dispatch dispatch = new Dispatch(target, new RegisteredKeys(parts.registry()));
        Outbox outbox = new Outbox(target.delivery(), dispatch::prepare, outcomes::add);
        this.line = new PlatformLine(parts.vertx(), target, outbox, requests, clock, nanos);
        this.resending = new Resending(name, journal, store, selector, registry);
    }

    /** The name of a target's cursor. */
    static String cursorOf(RelayTarget target) {
        return "relay-" + target.name();
    }

    /** The name of the cursor that keeps retention away from what is open for a target. */
    static String pinOf(RelayTarget target) {
        return "relay--" + target.name();
    }

    /** Begins. May be called once. On return the place from which it reads is settled. */
    synchronized void start() {
        if (thread != null) {
            throw new IllegalStateException("relay " + name + " was started before");
        }
        JournalCursor cursor = journal.cursor(cursorName, StartAt.HEAD);
        place = begin();
        cursor.rewindTo(place);
        open.set(store.read(handle -> RelayItems.count(handle, name)));
        resending.load();
        moveCursors(cursor);
        backlogLookNanos = nanos.getAsLong();
        cursorNanos = backlogLookNanos;
        Thread relay = new Thread(() -> run(cursor), "relay-" + name);
        relay.setDaemon(true);
        thread = relay;
        line.start();
        relay.start();
        LOG.info("relay={} position={} open={}", name, place, open.get());
    }

    private long begin() {
        long head = journal.head();
        long first = target.start() == RelayTarget.Start.NOW ? head : journal.tail() - 1;
        long kept = store.write(handle -> CursorPlace.find(handle, cursorName).orElseGet(() -> {
                    CursorPlace start = new CursorPlace(first, clock.instant());
                    start.save(handle, cursorName);
                    return start;
                }))
                .position();
        if (kept > head) {
            LOG.error("relay={} position={} is behind the journal's end {}: it goes on from there", name, kept, head);
        }
        return Math.min(kept, head);
    }

    /** Stops: waits a bounded time for receipts of what is under way, keeps what it knows. Repeating it is harmless. */
    @Override
    public void close() {
        stop();
        Thread relay;
        synchronized (this) {
            relay = thread;
        }
        if (relay == null) {
            return;
        }
        try {
            relay.join(options.drain().plus(CLOSING).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins to stop, and does not wait. */
    void stop() {
        stopping.countDown();
    }

    RelayTarget target() {
        return target;
    }

    PlatformLine line() {
        return line;
    }

    Resending resending() {
        return resending;
    }

    /** The last journal record that was looked at. */
    long place() {
        return place;
    }

    /** How it is doing now. */
    RelayStatus status() {
        LineState now = line.state();
        Duration lag = oldestOpen
                .filter(oldest -> open.get() > 0)
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .orElse(Duration.ZERO);
        return new RelayStatus(
                target,
                condition(now),
                now.since(),
                now.silent(),
                place,
                Math.max(0, journal.head() - place),
                lag,
                open.get(),
                now.underWay(),
                counts.with(line.counts()),
                problem.or(now::problem));
    }

    private Condition condition(LineState now) {
        if (!isRunning()) {
            return Condition.STOPPED;
        }
        if (problem.isPresent()) {
            return Condition.STORE_DOWN;
        }
        return now.connected() ? Condition.CONNECTED : Condition.AWAY;
    }

    private synchronized boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    private void run(JournalCursor cursor) {
        try {
            while (stopping.getCount() > 0) {
                if (!turn(cursor)) {
                    pause(options.turn());
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("relay={} stopping", name);
        } catch (RuntimeException e) {
            LOG.error("relay={} stopped; reason={}", name, e.toString(), e);
            problem = Optional.of(e.toString());
        }
        finish(cursor);
    }

    private void finish(JournalCursor cursor) {
        await(line.drain(options.drain()));
        await(line.close());
        try {
            Turn last = new Turn();
            takeOutcomes(last);
            last.place(place, clock.instant());
            store.write(handle -> {
                last.write(handle, name, cursorName, clock.instant());
                return last;
            });
            open.addAndGet(last.growth());
            moveCursors(cursor);
        } catch (RuntimeException e) {
            LOG.error("relay={} could not keep its last outcomes, they are sent again; reason={}", name, e.toString());
        }
    }

    /** One look around; whether there is more to read at once. */
    private boolean turn(JournalCursor cursor) throws InterruptedException {
        Turn turn = new Turn();
        takeOutcomes(turn);
        List<JournalRecord> batch = open.get() < options.mostOpen() ? read(cursor) : List.of();
        select(batch, turn);
        if (open.get() < options.mostOpen()) {
            resending.enter(turn, clock.instant());
        }
        long now = nanos.getAsLong();
        boolean moveCursors = now - cursorNanos >= CURSOR_NANOS;
        long seen = batch.isEmpty() ? place : batch.get(batch.size() - 1).sequence();
        if (moveCursors || !turn.isEmpty()) {
            turn.place(seen, clock.instant());
            commit(turn);
            open.addAndGet(turn.growth() + resending.committed());
            counts.entered(turn.entered().size());
        }
        // only now: a place without its entries must never be kept
        place = seen;
        if (moveCursors) {
            cursorNanos = now;
            moveCursors(cursor);
        }
        feed(batch, turn);
        return batch.size() == options.batch();
    }

    private List<JournalRecord> read(JournalCursor cursor) throws InterruptedException {
        try {
            return cursor.next(options.batch(), Duration.ZERO);
        } catch (RuntimeException e) {
            say("the journal cannot be read: " + e.getMessage());
            pause(options.retry());
            cursor.rewindTo(place);
            return List.of();
        }
    }

    private void takeOutcomes(Turn turn) {
        for (Outcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            turn.take(outcome);
            counts.outcome(outcome.kind());
            if (outcome.kind().isOutOfHand()) {
                Boolean realtime = held.remove(outcome.item().sequence());
                realtimeHeld -= Boolean.TRUE.equals(realtime) ? 1 : 0;
            }
        }
    }

    private void select(List<JournalRecord> batch, Turn turn) {
        Registry now = registry.get();
        for (JournalRecord record : batch) {
            try {
                select(record, now, turn);
            } catch (RuntimeException e) {
                park(record, e, turn);
            }
        }
    }

    private void select(JournalRecord record, Registry now, Turn turn) {
        selector.select(record.arrival(), now)
                .match(
                        forward -> {
                            enter(record, forward, turn);
                            return true;
                        },
                        leave -> {
                            counts.left(leave.why());
                            return false;
                        });
    }

    /** A record on which our own code fails must not stop the others. */
    private void park(JournalRecord record, RuntimeException failed, Turn turn) {
        LOG.error("relay={} sequence={} parked; reason={}", name, record.sequence(), failed.toString(), failed);
        ParkedRow row = new ParkedRow(
                "relay:" + name + ":" + record.sequence(), "RELAY", String.valueOf(failed), clock.instant());
        turn.also(handle -> SetAsideRecords.park(handle, List.of(row)));
    }

    private void enter(JournalRecord record, Forward forward, Turn turn) {
        Arrival arrival = record.arrival();
        turn.enter(RelayItem.waiting(
                record.sequence(), arrival.station().orElseThrow(), arrival.arrivedAt(), forward.lane()));
        forward.ask().ifPresent(ask -> answering.answered(turn, record, forward, ask));
    }

    /** Tries until it succeeds: nothing is lost meanwhile, the journal and the outcomes wait. */
    private void commit(Turn turn) throws InterruptedException {
        while (true) {
            try {
                store.write(handle -> {
                    turn.write(handle, name, cursorName, clock.instant());
                    return turn;
                });
                if (problem.isPresent()) {
                    LOG.info("relay={} the ledger can be written again", name);
                    problem = Optional.empty();
                }
                return;
            } catch (RuntimeException e) {
                say("the ledger cannot be written: " + e.getMessage());
                pause(options.retry());
            }
        }
    }

    private void say(String what) {
        if (!problem.equals(Optional.of(what))) {
            LOG.error("relay={} position={} {}", name, place, what);
            problem = Optional.of(what);
        }
    }

    /** Hands frames to the line: new ones at once, others from the ledger as there is room. */
    private void feed(List<JournalRecord> batch, Turn turn) {
        List<Letter> letters = new ArrayList<>();
        Instant now = clock.instant();
        Instant young = now.minus(target.delivery().realtimeWithin());
        offerNew(batch, turn, young, letters);
        if (spilled) {
            loadYoung(young, letters);
        }
        if (nanos.getAsLong() - backlogLookNanos >= 0 && held.size() - realtimeHeld < BACKLOG_LOW) {
            loadBacklog(now, young, letters);
        }
        line.offer(letters, !spilled);
    }

    private void offerNew(List<JournalRecord> batch, Turn turn, Instant young, List<Letter> letters) {
        Map<Long, byte[]> bytes = new HashMap<>();
        batch.forEach(record -> bytes.put(record.sequence(), record.arrival().bytes()));
        for (RelayItem item : turn.entered()) {
            byte[] frame = bytes.get(item.sequence());
            if (frame == null
                    || item.lane() != Lane.REALTIME
                    || !item.arrivedAt().isAfter(young)) {
                continue;
            }
            if (spilled || realtimeHeld >= options.realtimeHeld()) {
                spilled = true;
                return;
            }
            hold(item, frame, true, letters);
            lastOffered = item.sequence();
        }
    }

    private void loadYoung(Instant young, List<Letter> letters) {
        int room = Math.min(LOADED_AT_ONCE, options.realtimeHeld() - realtimeHeld);
        if (room <= 0) {
            return;
        }
        List<RelayItem> items = store.read(handle -> RelayItems.young(handle, name, lastOffered, young, room));
        for (RelayItem item : items) {
            lastOffered = item.sequence();
            load(item, true, letters);
        }
        spilled = items.size() == room;
    }

    private void loadBacklog(Instant now, Instant young, List<Letter> letters) {
        int wanted = BACKLOG_LOW * 2;
        List<RelayItem> items =
                store.read(handle -> RelayItems.backlog(handle, name, now, young, wanted + held.size()));
        int loaded = 0;
        for (RelayItem item : items) {
            if (loaded < wanted && !held.containsKey(item.sequence())) {
                load(item, false, letters);
                loaded++;
            }
        }
        if (loaded < wanted) {
            backlogLookNanos = nanos.getAsLong() + BACKLOG_LOOK_NANOS;
        }
    }

    private void load(RelayItem item, boolean realtime, List<Letter> letters) {
        if (held.containsKey(item.sequence())) {
            return;
        }
        Optional<JournalRecord> record = journal.read(item.sequence());
        if (record.isEmpty()) {
            LOG.error("relay={} sequence={} is not in the journal any more", name, item.sequence());
            outcomes.add(new Outcome(Outcome.Kind.REFUSED, item, false, Optional.of(Prepared.Why.GONE)));
            held.put(item.sequence(), false);
            return;
        }
        hold(item, record.get().arrival().bytes(), realtime, letters);
    }

    private void hold(RelayItem item, byte[] bytes, boolean realtime, List<Letter> letters) {
        held.put(item.sequence(), realtime);
        realtimeHeld += realtime ? 1 : 0;
        letters.add(new Letter(realtime ? item : behindNewData(item), bytes));
    }

    /** A frame of the realtime lane that has grown old. */
    private static RelayItem behindNewData(RelayItem item) {
        return new RelayItem(
                item.sequence(),
                item.station(),
                item.arrivedAt(),
                Lane.BACKLOG,
                item.state(),
                item.attempts(),
                item.rounds(),
                item.nextAt());
    }

    private void moveCursors(JournalCursor cursor) {
        if (place > cursor.position()) {
            cursor.advanceTo(place);
        }
        Optional<RelayItem> oldest = store.read(handle -> RelayItems.oldest(handle, name));
        oldestOpen = oldest.map(RelayItem::arrivedAt);
        long needed = oldest.map(item -> item.sequence() - 1).orElse(place);
        JournalCursor pin = journal.cursor(pinOf(target), StartAt.TAIL);
        if (pin.position() != needed) {
            pin.rewindTo(needed);
        }
    }

    /** Not an interrupt ends a wait here but the latch: an interrupt would close file channels under the journal. */
    private void pause(Duration length) throws InterruptedException {
        if (stopping.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("stopping");
        }
    }

    private void await(Future<Void> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(CLOSING.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("relay={} the line did not end cleanly; reason={}", name, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
