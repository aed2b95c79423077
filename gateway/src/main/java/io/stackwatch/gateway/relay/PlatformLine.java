package io.stackwatch.gateway.relay;

import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.CrcKind;
import io.stackwatch.connectors.hj212.codec.Decoded;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameDecoder;
import io.stackwatch.gateway.relay.packet.Heading;
import io.stackwatch.gateway.relay.packet.HeadingReader;
import io.stackwatch.gateway.relay.packet.Packet;
import io.stackwatch.gateway.relay.packet.ReceiptKey;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to one platform: comes back by itself with growing pauses, writes what its {@link Outbox} lets go, reads
 * receipts and commands.
 *
 * <p>Public methods are safe for use by several threads; everything happens on one event loop.
 */
final class PlatformLine {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformLine.class);
    private static final long TICK_MILLIS = 20;
    private static final int WRITE_QUEUE = 256 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** A platform that reads nothing for so long is hung up on. */
    private static final long STALLED_NANOS = Duration.ofSeconds(60).toNanos();

    /** Half a receipt that waits so long for its rest is no receipt. */
    private static final long HALF_FRAME_NANOS = Duration.ofSeconds(10).toNanos();

    /** A connection that stood so long was a good one: the next pause is short again. */
    private static final long PROVEN_NANOS = Duration.ofSeconds(30).toNanos();

    private final Vertx vertx;
    private final Context context;
    private final NetClient net;
    private final RelayTarget target;
    private final Outbox outbox;
    private final PlatformRequests requests;
    private final Clock clock;
    private final LongSupplier nanos;
    private final LineCounts counts = new LineCounts();
    private final HeadingReader headings = new HeadingReader();

    private FrameDecoder decoder = new FrameDecoder(CodecLimits.defaults());
    private @Nullable NetSocket socket;
    private @Nullable Promise<Void> drained;
    private boolean connecting;
    private boolean closed;
    private long timer = -1;
    private long attemptNanos;
    private Duration pause;
    private long connectedNanos;
    private long heardNanos;
    private long fullSinceNanos;
    private boolean full;
    private volatile LineState state;

    PlatformLine(
            Vertx vertx,
            RelayTarget target,
            Outbox outbox,
            PlatformRequests requests,
            Clock clock,
            LongSupplier nanos) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.target = target;
        this.outbox = outbox;
        this.requests = requests;
        this.clock = clock;
        this.nanos = nanos;
        this.pause = target.delivery().reconnect();
        this.state = new LineState(false, clock.instant(), false, 0, 0, Optional.empty());
        this.net = vertx.createNetClient(new NetClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setTcpNoDelay(true)
                .setTcpKeepAlive(true));
    }

    /** Begins to connect, and goes on until {@link #close}. */
    void start() {
        context.runOnContext(ignored -> {
            attemptNanos = nanos.getAsLong();
            timer = vertx.setPeriodic(TICK_MILLIS, id -> tick());
            tick();
        });
    }

    /** Hands frames over. */
    void offer(List<Letter> letters, boolean complete) {
        context.runOnContext(ignored -> {
            outbox.offer(letters, complete);
            pump();
        });
    }

    /** Lets nothing new leave; succeeds when everything under way has its receipt, or after this time without. */
    Future<Void> drain(Duration patience) {
        Promise<Void> promise = Promise.promise();
        context.runOnContext(ignored -> {
            drained = promise;
            vertx.setTimer(Math.max(1, patience.toMillis()), id -> promise.tryComplete());
            settle();
        });
        return promise.future();
    }

    /** Ends the connection for good. */
    Future<Void> close() {
        Promise<Void> promise = Promise.promise();
        context.runOnContext(ignored -> {
            closed = true;
            vertx.cancelTimer(timer);
            NetSocket current = socket;
            socket = null;
            Future<Void> ended = current == null ? Future.succeededFuture() : current.close();
            ended.eventually(() -> net.close()).onComplete(done -> promise.tryComplete());
        });
        return promise.future();
    }

    LineState state() {
        return state;
    }

    LineCounts counts() {
        return counts;
    }

    private void tick() {
        long now = nanos.getAsLong();
        if (socket == null) {
            connectIfDue(now);
        } else {
            outbox.tick(clock.instant(), now);
            giveUpHalfFrame(now);
            hangUpIfStalled(now);
        }
        pump();
        settle();
        state = new LineState(
                socket != null,
                state.since(),
                outbox.isSilent(),
                outbox.underWay(),
                outbox.realtimeWaiting(),
                state.problem());
    }

    private void connectIfDue(long now) {
        if (connecting || closed || drained != null || now - attemptNanos < 0) {
            return;
        }
        connecting = true;
        net.connect(target.port(), target.host()).onComplete(result -> {
            connecting = false;
            if (result.succeeded()) {
                stand(result.result());
            } else {
                counts.failedConnects.increment();
                away("no connection: " + result.cause().getClass().getSimpleName());
            }
        });
    }

    private void stand(NetSocket opened) {
        if (closed) {
            opened.close();
            return;
        }
        socket = opened;
        decoder = new FrameDecoder(CodecLimits.defaults());
        connectedNanos = nanos.getAsLong();
        heardNanos = connectedNanos;
        full = false;
        counts.connects.increment();
        state = new LineState(true, clock.instant(), outbox.isSilent(), 0, 0, state.problem());
        LOG.info("relay={} connected={}:{}", target.name(), target.host(), target.port());
        opened.setWriteQueueMaxSize(WRITE_QUEUE);
        opened.handler(bytes -> heard(opened, bytes));
        opened.drainHandler(ignored -> {
            full = false;
            pump();
        });
        opened.exceptionHandler(failure -> opened.close());
        opened.closeHandler(ignored -> {
            if (socket == opened) {
                socket = null;
                outbox.disconnected(clock.instant());
                away("the platform hung up");
            }
        });
        pump();
    }

    /** Says it once, not at every attempt. */
    private void away(String why) {
        long now = nanos.getAsLong();
        boolean proven = state.connected() && now - connectedNanos >= PROVEN_NANOS;
        if (proven) {
            pause = target.delivery().reconnect();
        }
        attemptNanos = now + pause.toNanos();
        Duration doubled = pause.multipliedBy(2);
        Duration longest = target.delivery().longestReconnect();
        pause = doubled.compareTo(longest) > 0 ? longest : doubled;
        if (state.connected() || !state.problem().equals(Optional.of(why))) {
            LOG.warn("relay={} away={}:{} reason={}", target.name(), target.host(), target.port(), why);
        }
        Instant since = state.connected() ? clock.instant() : state.since();
        state = new LineState(false, since, outbox.isSilent(), 0, outbox.realtimeWaiting(), Optional.of(why));
    }

    private void pump() {
        NetSocket current = socket;
        if (current == null || drained != null) {
            return;
        }
        long now = nanos.getAsLong();
        Instant instant = clock.instant();
        while (!current.writeQueueFull()) {
            Optional<Letter> next = outbox.next(instant, now);
            if (next.isEmpty()) {
                return;
            }
            write(current, next.get());
        }
        if (!full) {
            full = true;
            fullSinceNanos = now;
        }
    }

    private void write(NetSocket current, Letter letter) {
        counts.written.increment();
        if (letter.attempts > 1) {
            counts.repeated.increment();
        }
        Future<Void> last = Future.succeededFuture();
        for (Packet packet : letter.packets) {
            if (packet.receipt().isEmpty()
                    || letter.open.contains(packet.receipt().get())) {
                last = current.write(Buffer.buffer(packet.bytes()));
            }
        }
        if (letter.state == Letter.State.WRITING) {
            last.onSuccess(ignored -> {
                outbox.written(letter);
                settle();
            });
        }
    }

    private void heard(NetSocket from, Buffer bytes) {
        if (from != socket) {
            return;
        }
        heardNanos = nanos.getAsLong();
        byte[] chunk = bytes.getBytes();
        int at = 0;
        while (at < chunk.length) {
            at += decoder.feed(chunk, at, chunk.length - at);
            Decoded decoded = decoder.next();
            while (read(decoded)) {
                decoded = decoder.next();
            }
        }
        pump();
        settle();
    }

    private void giveUpHalfFrame(long now) {
        if (decoder.buffered() > 0 && now - heardNanos > HALF_FRAME_NANOS) {
            Decoded decoded = decoder.endOfPatience();
            while (read(decoded)) {
                decoded = decoder.endOfPatience();
            }
        }
    }

    private void hangUpIfStalled(long now) {
        NetSocket current = socket;
        if (full && current != null && now - fullSinceNanos > STALLED_NANOS) {
            LOG.warn("relay={} hung up: the platform does not read", target.name());
            current.close();
        }
    }

    /** Whether there may be more to read. */
    private boolean read(Decoded decoded) {
        return decoded.match(
                () -> false,
                whole -> {
                    said(whole.frame());
                    return true;
                },
                garbled -> {
                    counts.garbled.increment();
                    return true;
                });
    }

    private void said(Frame frame) {
        Heading heading = headings.of(frame);
        if (heading.command() >= 1_000 && heading.command() < 4_000) {
            // may be encrypted: its checksum is that of the plaintext, and judged where the keys are
            counts.requests.increment();
            requests.asked(frame, heading, this::answer);
        } else if (!frame.crcMatches(CrcKind.HJ212)) {
            counts.damagedReceipts.increment();
        } else if (heading.receiptFor().isPresent()) {
            if (received(heading.receiptFor().get())) {
                counts.receipts.increment();
                pause = target.delivery().reconnect();
            } else {
                counts.strayReceipts.increment();
            }
        } else {
            counts.garbled.increment();
        }
    }

    /** A 9014 is taken for the 9013 of a notice too: which of them a platform gives to 1014, say, is not certain [?]. */
    private boolean received(ReceiptKey key) {
        long now = nanos.getAsLong();
        return outbox.receipt(key, now)
                || (!key.notice() && outbox.receipt(new ReceiptKey(key.mn(), key.qn(), true), now));
    }

    private void answer(byte[] packet) {
        context.runOnContext(ignored -> {
            NetSocket current = socket;
            if (current != null && !current.writeQueueFull()) {
                current.write(Buffer.buffer(packet));
            }
        });
    }

    private void settle() {
        Promise<Void> waiting = drained;
        if (waiting != null && (outbox.underWay() == 0 || outbox.isSilent() || socket == null)) {
            waiting.tryComplete();
        }
    }
}
