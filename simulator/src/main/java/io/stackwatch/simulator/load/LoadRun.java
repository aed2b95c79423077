package io.stackwatch.simulator.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One run of the load generator: connects all, sends for the warm-up and the measured time, waits for the last answers.
 *
 * <p>One thread, one selector, no frame ever built anew: it shares the machine with what it measures. Use once.
 */
public final class LoadRun implements LoadSockets.Reactions {

    private static final int CONNECTING_AT_ONCE = 128;
    private static final long CONNECT_PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long FIRST_CONNECTION_PATIENCE = TimeUnit.SECONDS.toNanos(3);
    private static final long REOPEN_PAUSE = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long SWEEP_EVERY = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long SHORTEST_PARK = TimeUnit.MICROSECONDS.toNanos(50);

    private final LoadOptions options;
    private final FrameTemplate template;
    private final ByteBuffer direct;
    private final List<LoadConnection> connections;
    private @Nullable LoadSockets sockets;
    private @Nullable LoadMeter meter;
    private @Nullable Schedule schedule;
    private long dueFrames;
    private int connecting;
    private int connected;
    private long lastSweep;

    /** @param now from which instant the request numbers count */
    public LoadRun(LoadOptions options, Instant now) {
        this.options = options;
        this.template = new FrameTemplate(options, now);
        this.direct = ByteBuffer.allocateDirect(template.length());
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
        try (LoadSockets opened = new LoadSockets(options.host(), options.port(), this)) {
            sockets = opened;
            connectAll(opened);
            long start = System.nanoTime();
            long from = start + options.warmup().toNanos();
            LoadMeter counting = new LoadMeter(from, from + options.duration().toNanos());
            meter = counting;
            if (options.rate().isPresent()) {
                schedule = Schedule.of(start, options.rate().getAsDouble());
            } else {
                connections.forEach(this::sendWhatMayGo);
            }
            send(opened, counting);
            drain(opened, counting);
            settle(counting);
            return counting.result(options, template.length());
        }
    }

    private void connectAll(LoadSockets opened) throws IOException {
        long begin = System.nanoTime();
        int next = 0;
        while (connected < connections.size()) {
            while (next < connections.size() && connecting < CONNECTING_AT_ONCE) {
                connecting++;
                opened.open(connections.get(next++));
            }
            opened.turn(20);
            long now = System.nanoTime();
            if (connected == 0 && now - begin > FIRST_CONNECTION_PATIENCE) {
                throw new IOException("nobody takes a connection");
            }
            if (now - begin > CONNECT_PATIENCE) {
                throw new IOException("only " + connected + " of " + connections.size() + " connections came to stand");
            }
            reopen(opened, now);
        }
    }

    private void send(LoadSockets opened, LoadMeter counting) throws IOException {
        for (long now = System.nanoTime(); !counting.isOver(now); now = System.nanoTime()) {
            counting.look(now);
            issue(now);
            sweep(opened, now);
            opened.turn(pause(now));
        }
        counting.look(System.nanoTime());
    }

    /** Until every frame that was due is answered, or patience ends. */
    private void drain(LoadSockets opened, LoadMeter counting) throws IOException {
        long patience = counting.end() + options.answerTimeout().toNanos();
        for (long now = System.nanoTime(); now < patience && !isDone(); now = System.nanoTime()) {
            issue(counting.end() - 1);
            sweep(opened, now);
            opened.turn(5);
        }
    }

    private boolean isDone() {
        for (LoadConnection connection : connections) {
            if (!connection.inFlight.isEmpty() || (schedule != null && connection.next < connection.due)) {
                return false;
            }
        }
        return true;
    }

    /** What no answer came for, and what never left. */
    private void settle(LoadMeter counting) {
        for (LoadConnection connection : connections) {
            counting.strange(connection.replies.strange());
            for (int slot = 0; slot < connection.inFlight.slots(); slot++) {
                if (connection.inFlight.isUsed(slot)) {
                    counting.unanswered(connection.inFlight.due(slot));
                }
            }
            Schedule paced = schedule;
            if (paced != null) {
                for (long n = connection.next; n < connection.due; n++) {
                    counting.unsent(dueOf(paced, connection, n));
                }
            }
        }
    }

    /** Makes known to each connection which of its frames have become due; sends those that can go. */
    private void issue(long now) {
        Schedule paced = schedule;
        if (paced == null) {
            return;
        }
        long due = paced.dueUntil(now);
        for (; dueFrames < due; dueFrames++) {
            LoadConnection connection = connections.get((int) (dueFrames % connections.size()));
            connection.due++;
            if (connection.next == connection.due - 1 && connection.maySend()) {
                long written = sendNext(connection, paced.due(dueFrames));
                meter().late(paced.due(dueFrames), written);
            }
        }
    }

    /** How long to wait for the network: to the next due frame. Below a millisecond it parks instead of spinning. */
    private long pause(long now) {
        Schedule paced = schedule;
        if (paced == null) {
            return 50;
        }
        long wait = paced.due(dueFrames) - now;
        if (wait >= TimeUnit.MILLISECONDS.toNanos(2)) {
            return Math.min(50, TimeUnit.NANOSECONDS.toMillis(wait) - 1);
        }
        if (wait > SHORTEST_PARK) {
            LockSupport.parkNanos(SHORTEST_PARK);
        }
        return 0;
    }

    private void sendWhatMayGo(LoadConnection connection) {
        Schedule paced = schedule;
        while (connection.maySend()) {
            if (paced != null) {
                if (connection.next >= connection.due) {
                    return;
                }
                sendNext(connection, dueOf(paced, connection, connection.next));
            } else {
                long now = System.nanoTime();
                if (meter().isOver(now)) {
                    return;
                }
                sendNext(connection, now);
            }
        }
    }

    private long sendNext(LoadConnection connection, long due) {
        long sequence = connection.next++;
        long number = put(connection, sequence);
        long now = System.nanoTime();
        connection.inFlight.add(sequence, number, due, now);
        meter().sent(due);
        return now;
    }

    private long put(LoadConnection connection, long sequence) {
        direct.clear();
        direct.put(template.fill(connection.mn, sequence)).flip();
        long number = template.number();
        sockets().write(connection, direct);
        return number;
    }

    private long dueOf(Schedule paced, LoadConnection connection, long sequence) {
        return paced.due(sequence * connections.size() + connection.index);
    }

    /** Resends what waited too long, connects again what was lost. */
    private void sweep(LoadSockets opened, long now) throws IOException {
        if (now - lastSweep < SWEEP_EVERY) {
            return;
        }
        lastSweep = now;
        reopen(opened, now);
        long timeout = options.answerTimeout().toNanos();
        for (LoadConnection connection : connections) {
            InFlight waiting = connection.inFlight;
            for (int slot = 0; slot < waiting.slots(); slot++) {
                if (waiting.isUsed(slot) && now - waiting.written(slot) > timeout) {
                    overdue(connection, slot, now);
                }
            }
        }
    }

    private void overdue(LoadConnection connection, int slot, long now) {
        InFlight waiting = connection.inFlight;
        if (waiting.resends(slot) >= options.resends()) {
            meter().unanswered(waiting.due(slot));
            waiting.free(slot);
            sendWhatMayGo(connection);
        } else if (connection.isOpen() && connection.rest == null) {
            waiting.resent(slot, now);
            meter().resent();
            put(connection, waiting.sequence(slot));
        }
    }

    private void reopen(LoadSockets opened, long now) throws IOException {
        for (LoadConnection connection : connections) {
            if (connection.reopenAt != 0 && now >= connection.reopenAt) {
                connection.reopenAt = 0;
                connecting++;
                opened.open(connection);
            }
        }
    }

    @Override
    public void connected(LoadConnection connection) {
        connecting--;
        connected++;
        connection.wasConnected = true;
        if (meter == null) {
            return;
        }
        InFlight waiting = connection.inFlight;
        for (int slot = 0; slot < waiting.slots(); slot++) {
            if (waiting.isUsed(slot) && connection.isOpen() && connection.rest == null) {
                waiting.resent(slot, System.nanoTime());
                meter().resent();
                put(connection, waiting.sequence(slot));
            }
        }
        sendWhatMayGo(connection);
    }

    @Override
    public void writable(LoadConnection connection) {
        sendWhatMayGo(connection);
    }

    @Override
    public void received(LoadConnection connection, byte[] bytes, int count) {
        connection.replies.scan(bytes, count, number -> answered(connection, number));
        if (meter != null) {
            sendWhatMayGo(connection);
        }
    }

    @Override
    public void lost(LoadConnection connection) {
        if (connection.wasConnected) {
            connected--;
            connection.wasConnected = false;
            if (meter != null) {
                meter().disconnected();
            }
        } else {
            connecting--;
        }
        connection.reopenAt = System.nanoTime() + REOPEN_PAUSE;
    }

    private void answered(LoadConnection connection, long number) {
        int slot = connection.inFlight.slotOf(number);
        if (slot < 0) {
            if (meter != null) {
                meter().strange(1);
            }
            return;
        }
        meter().acknowledged(connection.inFlight.due(slot), System.nanoTime());
        connection.inFlight.free(slot);
    }

    private LoadMeter meter() {
        if (meter == null) {
            throw new IllegalStateException("not measuring yet");
        }
        return meter;
    }

    private LoadSockets sockets() {
        if (sockets == null) {
            throw new IllegalStateException("not running");
        }
        return sockets;
    }
}
