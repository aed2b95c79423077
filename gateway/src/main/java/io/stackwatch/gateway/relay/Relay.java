package io.stackwatch.gateway.relay;

import io.stackwatch.core.registry.Registry;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.ParkedRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RelayItem;
import io.stackwatch.gateway.records.RelayItems;
import io.stackwatch.gateway.records.SetAsideRecords;
import io.stackwatch.gateway.relay.RelayStatus.Condition;
import io.stackwatch.gateway.relay.Selection.Forward;
import io.stackwatch.gateway.relay.packet.Dispatch;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private static final long CURSOR_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final RelayTarget target;
    private final String name;
    private final Journal journal;
    private final RecordStore store;
    private final Supplier<Registry> registry;
    private final Selector selector;
    private final Answering answering;
    private final PlatformLine line;
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final Resending resending;
    private final Feed feed;
    private final Clock clock;
    private final LongSupplier nanos;
    private final RelayOptions options;
    private final RelayCounts counts = new RelayCounts();
    private final CountDownLatch stopping = new CountDownLatch(1);

    private @Nullable Thread thread;
    private long cursorNanos;
    private volatile @Nullable RelayCursor cursor;
    private final AtomicLong open = new AtomicLong();
    private volatile Optional<String> problem = Optional.empty();

    Relay(RelayTarget target, RelayParts parts, OpenAsks asks, Answering answering, PlatformRequests requests) {
        this.target = target;
        this.name = target.name().value();
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
        this.feed = new Feed(target, parts, outcomes::add);
        this.resending = new Resending(name, journal, store, selector, registry);
    }

    /** Begins. May be called once. On return the place from which it reads is settled. */
    synchronized void start() {
        if (thread != null) {
            throw new IllegalStateException("relay " + name + " was started before");
        }
        RelayCursor begun = RelayCursor.begin(target, journal, store, clock.instant());
        cursor = begun;
        open.set(store.read(handle -> RelayItems.count(handle, name)));
        resending.load();
        cursorNanos = nanos.getAsLong();
        Thread relay = new Thread(() -> run(begun), "relay-" + name);
        relay.setDaemon(true);
        thread = relay;
        line.start();
        relay.start();
        LOG.info("relay={} position={} open={}", name, begun.place(), open.get());
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

    Resending resending() {
        return resending;
    }

    /** The last journal record that was looked at; 0 before the start. */
    long place() {
        RelayCursor begun = cursor;
        return begun == null ? 0 : begun.place();
    }

    /** How it is doing now. */
    RelayStatus status() {
        LineState now = line.state();
        RelayCursor begun = cursor;
        Optional<Instant> oldestOpen = begun == null ? Optional.empty() : begun.oldestOpen();
        Duration lag = oldestOpen
                .filter(oldest -> open.get() > 0)
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .orElse(Duration.ZERO);
        return new RelayStatus(
                target,
                condition(now),
                now.since(),
                now.silent(),
                place(),
                Math.max(0, journal.head() - place()),
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

    private void run(RelayCursor from) {
        try {
            while (stopping.getCount() > 0) {
                if (!step(from)) {
                    pause(options.turn());
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("relay={} stopping", name);
        } catch (RuntimeException e) {
            LOG.error("relay={} stopped; reason={}", name, e.toString(), e);
            problem = Optional.of(e.toString());
        }
        finish(from);
    }

    /** A turn; one that fails is made good by the next: what was not committed is read again. */
    private boolean step(RelayCursor from) throws InterruptedException {
        try {
            return turn(from);
        } catch (RuntimeException e) {
            say("a turn failed: " + e.getMessage());
            pause(options.retry());
            feed.missed();
            from.back();
            return false;
        }
    }

    private void finish(RelayCursor from) {
        await(line.drain(options.drain()));
        await(line.close());
        try {
            Turn last = new Turn();
            takeOutcomes(last);
            last.place(from.place(), clock.instant());
            store.write(handle -> {
                last.write(handle, name, RelayCursor.nameOf(target), clock.instant());
                return last;
            });
            open.addAndGet(last.growth());
            from.move();
        } catch (RuntimeException e) {
            LOG.error("relay={} could not keep its last outcomes, they are sent again; reason={}", name, e.toString());
        }
    }

    /** One look around; whether there is more to read at once. */
    private boolean turn(RelayCursor from) throws InterruptedException {
        Turn turn = new Turn();
        boolean room = open.get() < options.mostOpen();
        List<JournalRecord> batch = room ? from.next(options.batch()) : List.of();
        if (room) {
            resending.enter(turn, clock.instant());
        }
        select(batch, turn);
        // last of all: what is taken here is lost if anything fails before the commit
        takeOutcomes(turn);
        long now = nanos.getAsLong();
        boolean moveCursors = now - cursorNanos >= CURSOR_NANOS;
        long seen = batch.isEmpty() ? from.place() : batch.get(batch.size() - 1).sequence();
        if (moveCursors || !turn.isEmpty()) {
            turn.place(seen, clock.instant());
            commit(turn);
            open.addAndGet(turn.growth() + resending.committed());
            counts.entered(turn.entered().size());
        }
        // only now: a place without its entries must never be kept
        from.dealtWith(seen);
        if (moveCursors) {
            cursorNanos = now;
            from.move();
        }
        try {
            feed.gather(batch, turn.entered(), clock.instant(), now);
        } finally {
            line.offer(feed.gathered(), feed.isComplete());
        }
        return batch.size() == options.batch();
    }

    private void takeOutcomes(Turn turn) {
        for (Outcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            turn.take(outcome);
            counts.outcome(outcome.kind());
            if (outcome.kind().isOutOfHand()) {
                feed.outOfHand(outcome.item().sequence());
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
                    turn.write(handle, name, RelayCursor.nameOf(target), clock.instant());
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
            LOG.error("relay={} position={} {}", name, place(), what);
            problem = Optional.of(what);
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
