package io.stackwatch.connectors.hj212.server;

import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.connectors.hj212.session.Session;
import io.stackwatch.connectors.hj212.session.StationBook;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * One event loop: its connections, what they share, and the way back for outcomes.
 *
 * <p>Outcomes come from any thread into one queue; however many come together, they cost one wake-up and one write per
 * connection. Everything but {@link #completed} runs on the event loop.
 */
final class Loop {

    /** What one read may bring at most is copied here; the network layer reads at most this much at once. */
    static final int SCRATCH = 64 * 1024;

    final Vertx vertx;
    final ServerOptions options;
    final ArrivalHandler handler;
    final Clock clock;
    final LongSupplier nanos;
    final Counting counting;
    final Links links;
    final Session session;
    final PeerLog log;
    final byte[] scratch = new byte[SCRATCH];

    private final Context context;
    private final Set<Connection> connections = new HashSet<>();
    private final Queue<PendingOutcome> outcomes = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final List<Connection> written = new ArrayList<>();
    private long ticker = -1;

    Loop(
            Vertx vertx,
            Context context,
            ServerOptions options,
            StationBook book,
            ArrivalHandler handler,
            Clock clock,
            LongSupplier nanos,
            Counting counting,
            Links links) {
        this.vertx = vertx;
        this.context = context;
        this.options = options;
        this.handler = handler;
        this.clock = clock;
        this.nanos = nanos;
        this.counting = counting;
        this.links = links;
        this.session = new Session(new SegmentReader(options.limits()), book, CommandTable.standard());
        this.log = new PeerLog(nanos);
    }

    void startTicking() {
        ticker = vertx.setPeriodic(tick(options).toMillis(), id -> tick());
    }

    void stop() {
        if (ticker >= 0) {
            vertx.cancelTimer(ticker);
        }
    }

    void connected(NetSocket socket) {
        Connection connection = new Connection(this, socket);
        connections.add(connection);
        links.opened(connection.peer(), connection);
        connection.open();
    }

    void closed(Connection connection) {
        if (connections.remove(connection)) {
            counting.open.decrementAndGet();
        }
    }

    /** Runs something on this event loop, from any thread. */
    void run(Runnable task) {
        context.runOnContext(ignored -> task.run());
    }

    /** An outcome came, from any thread. */
    void completed(PendingOutcome outcome) {
        outcomes.add(outcome);
        if (awake.compareAndSet(false, true)) {
            context.runOnContext(ignored -> drain());
        }
    }

    private void drain() {
        // before looking: an outcome that comes after the last look wakes us again
        awake.set(false);
        for (PendingOutcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            Connection connection = outcome.connection();
            if (connection.settle(outcome)) {
                written.add(connection);
            }
        }
        for (Connection connection : written) {
            connection.afterOutcomes();
        }
        written.clear();
    }

    private void tick() {
        long now = nanos.getAsLong();
        for (Connection connection : List.copyOf(connections)) {
            connection.tick(now);
        }
    }

    /** Fine enough for the shortest deadline, and no finer than a look at every connection costs. */
    private static Duration tick(ServerOptions options) {
        long shortest = Long.MAX_VALUE;
        for (Duration deadline : List.of(options.firstByte(), options.idle(), options.quiet(), options.halfFrame())) {
            shortest = Math.min(shortest, deadline.toMillis());
        }
        return Duration.ofMillis(Math.max(5, Math.min(250, shortest / 4)));
    }
}
