package io.stackwatch.connectors.hj212.server;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's lines about peers: the same thing of the same peer once a minute, and at most so many lines a minute and
 * event loop; the rest is counted. No payload.
 */
final class PeerLog {

    private static final Logger LOG = LoggerFactory.getLogger(Hj212Server.class);
    private static final int LINES = 30;
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private long windowStart;
    private int lines;
    private long suppressed;
    /** What was said in this window; it has at most as many entries as lines may be written. */
    private final Set<String> said = new HashSet<>();

    PeerLog(LongSupplier nanos) {
        this.nanos = nanos;
        this.windowStart = nanos.getAsLong();
    }

    /** Something of this peer was not accepted. */
    void notAccepted(Hj212Arrival arrival) {
        if (LOG.isWarnEnabled() && mayWrite(arrival.peer() + arrival.detail())) {
            LOG.warn(
                    "mn={} peer={} disposition={} bytes={} {}",
                    arrival.mn().map(mn -> printable(mn.value())).orElse("-"),
                    arrival.peer(),
                    arrival.disposition(),
                    arrival.bytes().length,
                    arrival.detail());
        }
    }

    /** We closed this peer's connection. */
    void closed(String peer, String reason) {
        if (LOG.isWarnEnabled() && mayWrite(peer + reason)) {
            LOG.warn("mn=- peer={} closed={}", peer, reason);
        }
    }

    /** Whoever keeps arrivals broke its promise not to throw: that is our fault, not the peer's. */
    void keeperFailed(String peer, RuntimeException broken) {
        LOG.error("mn=- peer={} the keeper of arrivals failed", peer, broken);
    }

    private boolean mayWrite(String what) {
        long now = nanos.getAsLong();
        if (now - windowStart > WINDOW) {
            if (suppressed > 0) {
                LOG.warn("mn=- peer=- suppressed={}", suppressed);
            }
            windowStart = now;
            lines = 0;
            suppressed = 0;
            said.clear();
        }
        if (lines == LINES || !said.add(what)) {
            suppressed++;
            return false;
        }
        lines++;
        return true;
    }

    /** A peer chooses its MN: it must not be able to write lines of its own. */
    private static String printable(String text) {
        return text.chars()
                .map(c -> Character.isISOControl(c) || c == ' ' ? '?' : c)
                .collect(StringBuilder::new, (builder, c) -> builder.append((char) c), StringBuilder::append)
                .toString();
    }
}
