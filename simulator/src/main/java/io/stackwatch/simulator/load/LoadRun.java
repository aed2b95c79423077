package io.stackwatch.simulator.load;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One run of the load generator: connects all, sends for the warm-up and the measured time, waits for the last answers.
 *
 * <p>One thread, one selector, no frame ever built anew: it shares the machine with what it measures. Use once.
 */
public final class LoadRun {

    private static final int CONNECTING_AT_ONCE = 128;
    private static final long CONNECT_PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long FIRST_CONNECTION_PATIENCE = TimeUnit.SECONDS.toNanos(3);
    private static final long SWEEP_EVERY = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long SHORTEST_PARK = TimeUnit.MICROSECONDS.toNanos(50);

    /** Longest wait for the network, in milliseconds. */
    private static final long LONGEST_TURN = 50;

    private final LoadOptions options;
    private final FrameTemplate template;
    private final List<LoadConnection> connections;
    private long lastSweep;

    /** @param now from which instant the request numbers count */
    public LoadRun(LoadOptions options, Instant now) {
        this.options = options;
        this.template = new FrameTemplate(options, now);
        this.connections = new ArrayList<>(options.connections());
        for (int i = 0; i < options.connections(); i++) {
            connections.add(new LoadConnection(i, options.mn(i), options.inFlight()));
        }
    }

    /**
     * Runs it in the calling thread.
     *
     * @throws IOException if not all connections come to stand, or the selector fails
     */
    public LoadResult run() throws IOException {
        try (LoadSockets sockets = new LoadSockets(options.host(), options.port())) {
            LoadTraffic traffic = new LoadTraffic(options, template, connections, sockets);
            connectAll(sockets, traffic);
            long start = System.nanoTime();
            long from = start + options.warmup().toNanos();
            LoadMeter meter = new LoadMeter(from, from + options.duration().toNanos());
            traffic.begin(
                    meter,
                    options.rate().isPresent()
                            ? Schedule.of(start, options.rate().getAsDouble())
                            : null);
            send(sockets, traffic, meter);
            drain(sockets, traffic, meter);
            settle(traffic, meter);
            return meter.result(options, template.length());
        }
    }

    private void connectAll(LoadSockets sockets, LoadTraffic traffic) throws IOException {
        long begin = System.nanoTime();
        int next = 0;
        while (traffic.connected() < connections.size()) {
            while (next < connections.size() && traffic.connecting() < CONNECTING_AT_ONCE) {
                traffic.open(connections.get(next++));
            }
            sockets.turn(20, traffic);
            long now = System.nanoTime();
            if (traffic.connected() == 0 && now - begin > FIRST_CONNECTION_PATIENCE) {
                throw new IOException("nobody takes a connection");
            }
            if (now - begin > CONNECT_PATIENCE) {
                throw new IOException(
                        "only " + traffic.connected() + " of " + connections.size() + " connections came to stand");
            }
            reopen(traffic, now);
        }
    }

    private void send(LoadSockets sockets, LoadTraffic traffic, LoadMeter meter) throws IOException {
        for (long now = System.nanoTime(); !meter.isOver(now); now = System.nanoTime()) {
            meter.look(now);
            traffic.issue(now);
            sweep(traffic, now);
            sockets.turn(pause(traffic, now), traffic);
        }
        meter.look(System.nanoTime());
    }

    /** Until every frame that was due is answered, or patience ends. */
    private void drain(LoadSockets sockets, LoadTraffic traffic, LoadMeter meter) throws IOException {
        long patience = meter.end() + options.answerTimeout().toNanos();
        for (long now = System.nanoTime(); now < patience && !isDone(traffic); now = System.nanoTime()) {
            traffic.issue(meter.end() - 1);
            sweep(traffic, now);
            sockets.turn(5, traffic);
        }
    }

    private boolean isDone(LoadTraffic traffic) {
        boolean paced = traffic.schedule() != null;
        return connections.stream()
                .allMatch(connection -> connection.inFlight.isEmpty() && (!paced || connection.next >= connection.due));
    }

    /** What no answer came for, and what never left. */
    private void settle(LoadTraffic traffic, LoadMeter meter) {
        Schedule paced = traffic.schedule();
        for (LoadConnection connection : connections) {
            meter.strange(connection.replies.strange());
            for (int slot = 0; slot < connection.inFlight.slots(); slot++) {
                if (connection.inFlight.isUsed(slot)) {
                    meter.unanswered(connection.inFlight.due(slot));
                }
            }
            for (long n = connection.next; paced != null && n < connection.due; n++) {
                meter.unsent(traffic.dueOf(paced, connection, n));
            }
        }
    }

    /** How long to wait for the network: to the next due frame. Below a millisecond it parks instead of spinning. */
    private static long pause(LoadTraffic traffic, long now) {
        Schedule paced = traffic.schedule();
        if (paced == null) {
            return LONGEST_TURN;
        }
        long wait = traffic.nextDue(paced) - now;
        if (wait >= TimeUnit.MILLISECONDS.toNanos(2)) {
            return Math.min(LONGEST_TURN, TimeUnit.NANOSECONDS.toMillis(wait) - 1);
        }
        if (wait > SHORTEST_PARK) {
            LockSupport.parkNanos(SHORTEST_PARK);
        }
        return 0;
    }

    private void sweep(LoadTraffic traffic, long now) throws IOException {
        if (now - lastSweep >= SWEEP_EVERY) {
            lastSweep = now;
            reopen(traffic, now);
            traffic.sweep(now);
        }
    }

    private void reopen(LoadTraffic traffic, long now) throws IOException {
        for (LoadConnection connection : connections) {
            if (connection.reopenAt != 0 && now >= connection.reopenAt) {
                traffic.open(connection);
            }
        }
    }
}
