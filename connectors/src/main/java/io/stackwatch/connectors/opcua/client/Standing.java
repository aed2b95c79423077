package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.opcua.source.SourceClock;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.core.registry.Mn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** How a source stands; written by it, read by anybody. Each change is a line in the log, at most so many a minute. */
final class Standing {

    private static final Logger LOG = LoggerFactory.getLogger(OpcUaConnector.class);
    private static final int LINES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** What is known at an instant. */
    record State(SourceState state, Instant since, String reason, Optional<String> thumbprint) {}

    private final Mn source;
    private final String peer;
    private final Clock wall;
    private final Counting counting = new Counting();
    private volatile State now;
    private volatile Optional<SourceClock> clock = Optional.empty();
    private Instant windowStart = Instant.EPOCH;
    private int lines;
    private int suppressed;

    Standing(Mn source, String peer, Clock clock) {
        this.source = source;
        this.peer = peer;
        this.wall = clock;
        this.now = new State(SourceState.STOPPED, clock.instant(), "", Optional.empty());
    }

    State now() {
        return now;
    }

    Counting counting() {
        return counting;
    }

    /** A change; on the source's executor. The same state for the same reason is none. */
    void is(SourceState state, String reason, Optional<String> thumbprint) {
        State before = now;
        if (before.state() == state
                && before.reason().equals(reason)
                && before.thumbprint().equals(thumbprint)) {
            return;
        }
        Instant at = wall.instant();
        now = new State(state, before.state() == state ? before.since() : at, reason, thumbprint);
        log(at, thumbprint.orElse("-"));
    }

    /** The clock of the source as it is known now; on the source's executor. A line in the log where it leaves the tolerance or comes back. */
    void clock(Duration offset, Duration tolerance) {
        SourceClock next = SourceClock.of(offset, tolerance);
        boolean before = clock.map(SourceClock::tolerated).orElse(true);
        clock = Optional.of(next);
        if (next.tolerated() != before && mayLog(wall.instant())) {
            LOG.atLevel(next.tolerated() ? Level.INFO : Level.WARN)
                    .log(
                            "source={} peer={} clock={} offset={} tolerance={}",
                            source,
                            peer,
                            next.tolerated() ? "TOLERATED" : "OFF",
                            offset,
                            tolerance);
        }
    }

    /** How the source's clock stands; empty before anything is known. */
    Optional<SourceClock> clock() {
        return clock;
    }

    private void log(Instant at, String thumbprint) {
        if (!mayLog(at)) {
            return;
        }
        boolean fine = now.state() == SourceState.CONNECTED
                || now.state() == SourceState.CONNECTING
                || now.state() == SourceState.STOPPED;
        LOG.atLevel(fine ? Level.INFO : Level.WARN)
                .log(
                        "source={} peer={} state={} reason={} thumbprint={}",
                        source,
                        peer,
                        now.state(),
                        now.reason().isEmpty() ? "-" : now.reason(),
                        thumbprint);
    }

    /** Whether another line may be written now. */
    private boolean mayLog(Instant at) {
        if (Duration.between(windowStart, at).compareTo(WINDOW) > 0) {
            if (suppressed > 0) {
                LOG.warn("source={} suppressed={}", source, suppressed);
            }
            windowStart = at;
            lines = 0;
            suppressed = 0;
        }
        if (lines == LINES) {
            suppressed++;
            return false;
        }
        lines++;
        return true;
    }
}
