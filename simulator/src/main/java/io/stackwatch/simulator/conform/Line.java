package io.stackwatch.simulator.conform;

import io.stackwatch.simulator.conform.packet.Incoming;
import io.stackwatch.simulator.conform.packet.Packet;
import io.stackwatch.simulator.conform.packet.PacketCutter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * A connection with what has come over it and nobody has asked about yet. Every packet that comes is checked for length,
 * checksum and end, whatever the case is about. For one thread at a time.
 */
final class Line {

    /** More than this is never left unclaimed by a sane peer. */
    private static final int MOST_UNCLAIMED = 10_000;

    private final Wire wire;
    private final LongSupplier nanos;
    private final List<Packet> unclaimed = new ArrayList<>();
    private final List<Incoming.Broken> broken = new ArrayList<>();
    private Function<Packet, Optional<byte[]>> answers = packet -> Optional.empty();
    private Transcript transcript;
    private PacketCutter cutter;
    private final List<byte[]> owed = new ArrayList<>();
    private boolean betweenPieces;
    private boolean closed;

    Line(Wire wire, LongSupplier nanos) {
        this.wire = wire;
        this.nanos = nanos;
        this.transcript = new Transcript();
        this.cutter = new PacketCutter(List.of());
    }

    /** A case begins: what came before belongs to none. */
    void begin(Transcript of, List<byte[]> keys) {
        transcript = of;
        cutter = new PacketCutter(keys);
        unclaimed.clear();
        broken.clear();
        answers = packet -> Optional.empty();
    }

    /** From now on every packet for which there is an answer gets it as it comes. */
    void answer(Function<Packet, Optional<byte[]>> how) {
        answers = how;
    }

    void send(byte[] bytes, String shown) throws IOException {
        transcript.sent(shown);
        wire.send(bytes);
    }

    /** A piece of something that the transcript has already; answers that fall due wait for the last one. */
    void write(byte[] piece, boolean last) throws IOException {
        wire.send(piece);
        betweenPieces = !last;
        if (last) {
            for (byte[] answer : owed) {
                wire.send(answer);
            }
            owed.clear();
        }
    }

    /** Waits until something has come or this moment has; says whether there is a point in waiting on. */
    boolean hear(long until) throws IOException {
        long left = until - nanos.getAsLong();
        if (closed || left <= 0) {
            return false;
        }
        Optional<byte[]> bytes = wire.listen(Duration.ofNanos(left))
                .match(some -> Optional.of(some.bytes()), Optional::empty, () -> {
                    closed = true;
                    transcript.note("the other side closed the connection");
                    return Optional.empty();
                });
        if (bytes.isPresent()) {
            for (Incoming incoming : cutter.take(bytes.get())) {
                take(incoming);
            }
        }
        return !closed;
    }

    private void take(Incoming incoming) throws IOException {
        transcript.received(incoming.shown());
        Optional<Packet> packet = incoming.match(Optional::of, bad -> {
            broken.add(bad);
            return Optional.empty();
        });
        if (packet.isPresent()) {
            if (unclaimed.size() >= MOST_UNCLAIMED) {
                throw new IOException("more than " + MOST_UNCLAIMED + " packets that nobody asked for");
            }
            unclaimed.add(packet.get());
            Optional<byte[]> answer = answers.apply(packet.get());
            if (answer.isPresent() && betweenPieces) {
                owed.add(answer.get());
            } else if (answer.isPresent()) {
                wire.send(answer.get());
            }
        }
    }

    /** What came and was not asked about, in order. */
    List<Packet> unclaimed() {
        return unclaimed;
    }

    /** The first thing that was no packet. */
    Optional<Incoming.Broken> broken() {
        return broken.stream().findFirst();
    }

    /** The beginning of a packet that has not become whole. */
    Optional<Incoming> rest() {
        return cutter.rest();
    }

    boolean isClosed() {
        return closed;
    }

    void finishSending() throws IOException {
        transcript.note("nothing more will be sent");
        wire.finishSending();
    }

    void reset() throws IOException {
        transcript.note("connection broken off");
        closed = true;
        wire.reset();
    }

    void close() throws IOException {
        closed = true;
        wire.close();
    }
}
