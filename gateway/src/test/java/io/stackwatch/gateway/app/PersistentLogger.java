package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.server.Peer;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A logger that does what a logger must: it sends a frame until it is acknowledged, whatever becomes of the other end, and
 * only then the next one. One thread.
 */
final class PersistentLogger implements Runnable {

    private static final long PACE_NANOS = 4_000_000;
    private static final long BETWEEN_TRIES_NANOS = 50_000_000;

    private final int port;
    private final List<String> segments;
    private final List<byte[]> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong lastAcknowledgement = new AtomicLong();
    private volatile boolean stopping;

    PersistentLogger(int port, List<String> segments) {
        this.port = port;
        this.segments = List.copyOf(segments);
    }

    /** Ends after the frame that is being sent is acknowledged. */
    void stop() {
        stopping = true;
    }

    /** The frames that were acknowledged, as their bytes stand in the journal: without the line end. */
    List<byte[]> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** How many of its segments, in order, were acknowledged. */
    int count() {
        return acknowledged.size();
    }

    /** {@link System#nanoTime} of the last acknowledgement; 0 before the first. */
    long lastAcknowledgement() {
        return lastAcknowledgement.get();
    }

    @Override
    public void run() {
        int next = 0;
        while (next < segments.size() && !stopping) {
            try (Peer peer = new Peer(port)) {
                while (next < segments.size() && !stopping) {
                    String segment = segments.get(next);
                    byte[] packet = Peer.packet(segment);
                    peer.send(packet);
                    String answer = peer.readSegment();
                    if (!answer.startsWith(segment.substring(0, segment.indexOf(';')))) {
                        throw new IllegalStateException("answer to another frame: " + answer);
                    }
                    acknowledged.add(new String(packet, 0, packet.length - 2, StandardCharsets.US_ASCII)
                            .getBytes(StandardCharsets.US_ASCII));
                    lastAcknowledgement.set(System.nanoTime());
                    next++;
                    LockSupport.parkNanos(PACE_NANOS);
                }
            } catch (UncheckedIOException | AssertionError gone) {
                // the peer calls a connection that ends in mid-answer a failed assertion; here it is the point
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        }
    }
}
