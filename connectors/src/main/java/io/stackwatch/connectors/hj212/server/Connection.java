package io.stackwatch.connectors.hj212.server;

import io.stackwatch.connectors.arrival.Disposition;
import io.stackwatch.connectors.arrival.Outcome;
import io.stackwatch.connectors.hj212.codec.Decoded;
import io.stackwatch.connectors.hj212.codec.Fault;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameDecoder;
import io.stackwatch.connectors.hj212.session.Reply;
import io.stackwatch.connectors.hj212.session.Report;
import io.stackwatch.connectors.hj212.session.SessionState;
import io.stackwatch.connectors.hj212.session.Step;
import io.stackwatch.core.registry.Mn;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One peer's connection: bytes to arrivals, outcomes to replies, on its event loop only.
 *
 * <p>Reading stops while the window of unanswered arrivals is full, while the peer does not read what we write, and for a
 * moment after an overload; what was read and cannot be worked on yet is held, at most one read's worth.
 */
final class Connection {

    /** A frame may trickle, but not for longer than this many times the silence that ends it. */
    private static final int SLOWEST = 6;

    private static final byte[] NOTHING = new byte[0];

    private final Loop loop;
    private final NetSocket socket;
    private final String peer;
    private final Instant openedAt;
    private final FrameDecoder decoder;
    private final Supplier<Decoded> next;
    /** The stations that are reached through this connection. */
    private final Set<Mn> stations = new HashSet<>();

    private SessionState state = SessionState.initial();
    private byte[] held = NOTHING;
    private int heldFrom;
    private int heldTo;
    private @Nullable Buffer out;
    private int inFlight;
    private int junk;
    private volatile boolean congested;
    private boolean awaitsFlush;
    private boolean paused;
    private boolean overloaded;
    private boolean closing;
    private boolean closed;
    private boolean peerLeft;
    private boolean quietTried;
    private boolean spoken;
    private long lastByteAt;
    private long frameSince;

    Connection(Loop loop, NetSocket socket) {
        this.loop = loop;
        this.socket = socket;
        this.peer = socket.remoteAddress().hostAddress() + ":"
                + socket.remoteAddress().port();
        this.openedAt = loop.clock.instant().truncatedTo(ChronoUnit.MILLIS);
        this.decoder = new FrameDecoder(loop.options.limits());
        this.next = decoder::next;
        this.lastByteAt = loop.nanos.getAsLong();
        this.frameSince = lastByteAt;
    }

    String peer() {
        return peer;
    }

    /** To the millisecond, as what was heard is kept. */
    Instant openedAt() {
        return openedAt;
    }

    void open() {
        socket.handler(this::received);
        socket.drainHandler(ignored -> resumeWork());
        // a reset is what networks do; the close that follows is dealt with
        socket.exceptionHandler(ignored -> socket.close());
        socket.closeHandler(ignored -> onClose());
    }

    private void received(Buffer buffer) {
        lastByteAt = loop.nanos.getAsLong();
        spoken = true;
        quietTried = false;
        loop.counting.bytesIn.add(buffer.length());
        int from = 0;
        while (from < buffer.length() && !closed) {
            int length = Math.min(Loop.SCRATCH, buffer.length() - from);
            if (heldFrom == heldTo) {
                buffer.getBytes(from, from + length, loop.scratch);
                held = loop.scratch;
                heldFrom = 0;
                heldTo = length;
            } else {
                hold(buffer.getBytes(from, from + length));
            }
            from += length;
            work(next);
        }
        keepHeld();
    }

    /** What could not be worked on must not stay in the loop's shared memory. */
    private void keepHeld() {
        if (heldFrom == heldTo) {
            held = NOTHING;
            heldFrom = 0;
            heldTo = 0;
        } else if (held == loop.scratch) {
            held = Arrays.copyOfRange(held, heldFrom, heldTo);
            heldTo -= heldFrom;
            heldFrom = 0;
        }
    }

    private void hold(byte[] more) {
        byte[] all = Arrays.copyOfRange(held, heldFrom, heldTo + more.length);
        System.arraycopy(more, 0, all, heldTo - heldFrom, more.length);
        heldTo = heldTo - heldFrom + more.length;
        heldFrom = 0;
        held = all;
    }

    private void work(Supplier<Decoded> decode) {
        Supplier<Decoded> step = decode;
        while (!blocked()) {
            Decoded decoded = step.get();
            if (decoded == Decoded.NeedMore.NEED_MORE) {
                if (heldFrom == heldTo) {
                    break;
                }
                boolean begins = decoder.buffered() == 0;
                heldFrom += decoder.feed(held, heldFrom, heldTo - heldFrom);
                if (begins) {
                    frameSince = lastByteAt;
                }
                step = next;
            } else {
                decoded.match(() -> false, this::whole, this::garbled);
                frameSince = lastByteAt;
            }
        }
        flush();
        adjustReading();
    }

    private boolean whole(Decoded.Whole whole) {
        junk = 0;
        Frame frame = whole.frame();
        Step step = loop.session.step(frame, state, peer);
        state = step.next();
        Instant arrivedAt = loop.clock.instant();
        if (step.report().disposition() == Disposition.ACCEPTED) {
            step.report().station().ifPresent(station -> spoke(station, arrivedAt));
        }
        loop.counting.frame(step.report().disposition());
        step.replyNow().ifPresent(this::reply);
        hand(arrivedAt, step.report(), frame.bytes(), Optional.of(step.frame()), step.replyWhenDurable());
        return true;
    }

    private void spoke(Mn station, Instant at) {
        boolean ours = stations.contains(station);
        if (!ours && stations.size() < SessionState.MAX_STATIONS) {
            ours = stations.add(station);
        }
        if (ours && !peerLeft) {
            loop.links.heard(station, this, at);
        }
    }

    private boolean garbled(Decoded.Garbled garbled) {
        byte[] skipped = garbled.skipped();
        loop.counting.garbled(garbled.fault(), skipped.length);
        junk += skipped.length;
        if (garbled.fault() != Fault.TRAILING_NOISE) {
            hand(loop.clock.instant(), Report.garbled(garbled.fault()), skipped, Optional.empty(), Optional.empty());
        }
        if (junk > loop.options.maxJunk() && !closing) {
            loop.counting.closedForJunk.increment();
            close("junk");
        }
        return true;
    }

    private void hand(
            Instant arrivedAt, Report report, byte[] bytes, Optional<Frame> frame, Optional<Reply> whenDurable) {
        Hj212Arrival arrival = new Hj212Arrival(arrivedAt, peer, report, bytes, frame);
        if (report.disposition() != Disposition.ACCEPTED) {
            loop.log.notAccepted(arrival);
        }
        inFlight++;
        loop.counting.inFlight.increment();
        PendingOutcome outcome = new PendingOutcome(loop, this, whenDurable);
        try {
            loop.handler.arrived(arrival, outcome);
        } catch (RuntimeException broken) {
            loop.log.keeperFailed(peer, broken);
            outcome.refused(Outcome.Refusal.UNAVAILABLE);
        }
    }

    /** Takes an outcome; says whether the connection now waits for {@link #afterOutcomes}. */
    boolean settle(PendingOutcome outcome) {
        inFlight--;
        loop.counting.inFlight.decrement();
        PendingOutcome.Answer answer = outcome.get();
        if (answer == PendingOutcome.Answer.DURABLE) {
            outcome.whenDurable().ifPresent(this::reply);
        } else if (answer == PendingOutcome.Answer.OVERLOADED) {
            loop.counting.overloaded.increment();
            overload();
        } else {
            loop.counting.notKept.increment();
        }
        boolean first = !awaitsFlush;
        awaitsFlush = true;
        return first;
    }

    void afterOutcomes() {
        awaitsFlush = false;
        resumeWork();
    }

    private void resumeWork() {
        if (closed) {
            return;
        }
        if (paused && !blocked()) {
            work(next);
            keepHeld();
        } else {
            flush();
        }
    }

    private void overload() {
        if (overloaded || closed) {
            return;
        }
        overloaded = true;
        loop.vertx.setTimer(loop.options.overloadPause().toMillis(), ignored -> {
            overloaded = false;
            resumeWork();
        });
        adjustReading();
    }

    private void reply(Reply reply) {
        if (closed) {
            return;
        }
        if (reply.command() == 9014) {
            loop.counting.answers.increment();
        } else {
            loop.counting.notices.increment();
        }
        if (out == null) {
            out = Buffer.buffer(reply.bytes());
        } else {
            out.appendBytes(reply.bytes());
        }
    }

    private void flush() {
        if (out != null && !closed) {
            loop.counting.bytesOut.add(out.length());
            socket.write(out);
        }
        out = null;
        congested = closed || socket.writeQueueFull();
    }

    /** Writes a packet of ours that answers nothing; from any thread. */
    Downlink.Sent sendDown(byte[] packet) {
        if (congested) {
            loop.counting.downCongested.increment();
            return Downlink.Sent.CONGESTED;
        }
        loop.run(() -> {
            if (!closed) {
                loop.counting.requests.increment();
                out = out == null ? Buffer.buffer(packet) : out.appendBytes(packet);
                flush();
            }
        });
        return Downlink.Sent.WRITTEN;
    }

    private boolean blocked() {
        return closing || closed || overloaded || inFlight >= loop.options.maxInFlight() || socket.writeQueueFull();
    }

    private void adjustReading() {
        boolean block = blocked() && !closing && !closed;
        if (block && !paused) {
            paused = true;
            loop.counting.pauses.increment();
            socket.pause();
        } else if (!block && paused) {
            paused = false;
            socket.resume();
        }
    }

    void tick(long now) {
        if (closing || closed || (paused && !socket.writeQueueFull())) {
            // it is us who do not read: the peer's silence means nothing
            lastByteAt = paused ? now : lastByteAt;
            return;
        }
        long silent = now - lastByteAt;
        if (silent > (spoken ? loop.options.idle() : loop.options.firstByte()).toNanos()) {
            loop.counting.closedByDeadline.increment();
            close(spoken ? "idle" : "first-byte");
        } else if (decoder.buffered() > 0 && !paused) {
            long patience = loop.options.halfFrame().toNanos();
            if (silent > patience || now - frameSince > SLOWEST * patience) {
                giveUp();
            } else if (!quietTried && silent > loop.options.quiet().toNanos()) {
                quietTried = true;
                work(decoder::endOfQuiet);
            }
        }
    }

    /** What is held is a frame now or never. */
    private void giveUp() {
        while (decoder.buffered() > 0 && !blocked()) {
            work(decoder::endOfPatience);
        }
    }

    private void close(String reason) {
        if (closing) {
            return;
        }
        closing = true;
        loop.log.closed(peer, reason);
        socket.close();
    }

    private void onClose() {
        if (!closed) {
            peerLeft = true;
            // a frame that lacks only its line end is still a frame, though nobody hears the answer
            giveUp();
            closed = true;
            congested = true;
            loop.links.closed(this, stations);
            loop.closed(this);
        }
    }
}
