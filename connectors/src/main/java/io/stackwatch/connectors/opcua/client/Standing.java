package io.stackwatch.connectors.opcua.client;

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
    private final Clock clock;
    private final Counting counting = new Counting();
    private volatile State now;
    private Instant windowStart = Instant.EPOCH;
    private int lines;
    private int suppressed;

    Standing(Mn source, String peer, Clock clock) {
        this.source = source;
        this.peer = peer;
        this.clock = clock;
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
        Instant at = clock.instant();
        now = new State(state, before.state() == state ? before.since() : at, reason, thumbprint);
        log(at, thumbprint.orElse("-"));
    }

    private void log(Instant at, String thumbprint) {
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
            return;
        }
        lines++;
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
}
