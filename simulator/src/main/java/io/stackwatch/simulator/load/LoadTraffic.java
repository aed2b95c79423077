package io.stackwatch.simulator.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The frames of a load run on their way: which connection sends what, which answer belongs to which frame. */
final class LoadTraffic implements LoadSockets.Reactions {

    private static final long REOPEN_PAUSE = TimeUnit.MILLISECONDS.toNanos(300);

    private final LoadOptions options;
    private final FrameTemplate template;
    private final List<LoadConnection> connections;
    private final LoadSockets sockets;
    private final ByteBuffer direct;
    private @Nullable LoadMeter meter;
    private @Nullable Schedule schedule;
    private long dueFrames;
    private int connecting;
    private int connected;

    LoadTraffic(LoadOptions options, FrameTemplate template, List<LoadConnection> connections, LoadSockets sockets) {
        this.options = options;
        this.template = template;
        this.connections = connections;
        this.sockets = sockets;
        this.direct = ByteBuffer.allocateDirect(template.length());
    }

    int connecting() {
        return connecting;
    }

    int connected() {
        return connected;
    }

    @Nullable
    Schedule schedule() {
        return schedule;
    }

    /** When the next frame is due that was not yet; paced runs only. */
    long nextDue(Schedule paced) {
        return paced.due(dueFrames);
    }

    void open(LoadConnection connection) throws IOException {
        connecting++;
        connection.reopenAt = 0;
        sockets.open(connection, this);
    }

    /** From now on frames are sent: at the schedule's instants, or without one as answers come. */
    void begin(LoadMeter counting, @Nullable Schedule paced) {
        meter = counting;
        schedule = paced;
        if (paced == null) {
            connections.forEach(connection -> sendWhatMayGo(connection, counting));
        }
    }

    /** Makes known to each connection which of its frames have become due; sends those that can go. */
    void issue(long now) {
        LoadMeter counting = meter;
        Schedule paced = schedule;
        if (paced == null || counting == null) {
            return;
        }
        long due = paced.dueUntil(now);
        for (; dueFrames < due; dueFrames++) {
            LoadConnection connection = connections.get((int) (dueFrames % connections.size()));
            connection.due++;
            if (connection.next == connection.due - 1 && connection.maySend()) {
                long dueAt = paced.due(dueFrames);
                counting.late(dueAt, sendNext(connection, dueAt, counting));
            }
        }
    }

    /** Sends again what has waited too long, and gives up what was sent again too often. */
    void sweep(long now) {
        LoadMeter counting = meter;
        if (counting == null) {
            return;
        }
        long timeout = options.answerTimeout().toNanos();
        for (LoadConnection connection : connections) {
            InFlight waiting = connection.inFlight;
            for (int slot = 0; slot < waiting.slots(); slot++) {
                if (!waiting.isUsed(slot) || now - waiting.written(slot) <= timeout) {
                    continue;
                }
                if (waiting.resends(slot) < options.resends()) {
                    resend(connection, slot, counting);
                } else {
                    counting.unanswered(waiting.due(slot));
                    waiting.free(slot);
                    sendWhatMayGo(connection, counting);
                }
            }
        }
    }

    /** When a connection's frame of that sequence number is due. */
    long dueOf(Schedule paced, LoadConnection connection, long sequence) {
        return paced.due(sequence * connections.size() + connection.index);
    }

    @Override
    public void connected(LoadConnection connection) {
        connecting--;
        connected++;
        connection.wasConnected = true;
        LoadMeter counting = meter;
        if (counting == null) {
            return;
        }
        for (int slot = 0; slot < connection.inFlight.slots(); slot++) {
            if (connection.inFlight.isUsed(slot)) {
                resend(connection, slot, counting);
            }
        }
        sendWhatMayGo(connection, counting);
    }

    @Override
    public void writable(LoadConnection connection) {
        if (meter != null) {
            sendWhatMayGo(connection, meter);
        }
    }

    @Override
    public void received(LoadConnection connection, byte[] bytes, int count) {
        LoadMeter counting = meter;
        if (counting != null) {
            connection.replies.scan(bytes, count, number -> answered(connection, number, counting));
            sendWhatMayGo(connection, counting);
        }
    }

    @Override
    public void lost(LoadConnection connection) {
        if (connection.wasConnected) {
            connected--;
            connection.wasConnected = false;
            if (meter != null) {
                meter.disconnected();
            }
        } else {
            connecting--;
        }
        connection.reopenAt = System.nanoTime() + REOPEN_PAUSE;
    }

    private void answered(LoadConnection connection, long number, LoadMeter counting) {
        int slot = connection.inFlight.slotOf(number);
        if (slot < 0) {
            counting.strange(1);
            return;
        }
        counting.acknowledged(connection.inFlight.due(slot), System.nanoTime());
        connection.inFlight.free(slot);
    }

    private void sendWhatMayGo(LoadConnection connection, LoadMeter counting) {
        Schedule paced = schedule;
        while (connection.maySend()) {
            if (paced != null) {
                if (connection.next >= connection.due) {
                    return;
                }
                sendNext(connection, dueOf(paced, connection, connection.next), counting);
            } else {
                long now = System.nanoTime();
                if (counting.isOver(now)) {
                    return;
                }
                sendNext(connection, now, counting);
            }
        }
    }

    private long sendNext(LoadConnection connection, long due, LoadMeter counting) {
        long sequence = connection.next++;
        template.fill(connection.mn, sequence);
        long now = System.nanoTime();
        connection.inFlight.add(sequence, template.number(), due, now);
        counting.sent(due);
        write(connection);
        return now;
    }

    private void resend(LoadConnection connection, int slot, LoadMeter counting) {
        if (connection.isOpen() && connection.rest == null) {
            template.fill(connection.mn, connection.inFlight.sequence(slot));
            connection.inFlight.resent(slot, System.nanoTime());
            counting.resent();
            write(connection);
        }
    }

    private void write(LoadConnection connection) {
        direct.clear();
        direct.put(template.bytes()).flip();
        sockets.write(connection, direct, this);
    }
}
