package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.Unread;
import io.stackwatch.connectors.opcua.source.MonitoredNode;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.jspecify.annotations.Nullable;

/**
 * Reads back what cuts have hidden, one reading at a time; where that is not offered it says so. All methods on the source's
 * executor.
 */
final class Filling {

    private final SourceSettings settings;
    private final ClientOptions options;
    private final SerialExecutor serial;
    private final Threads threads;
    private final Intake intake;
    private final Book book;
    private @Nullable HistoryReading reading;

    Filling(
            SourceSettings settings,
            ClientOptions options,
            SerialExecutor serial,
            Threads threads,
            Intake intake,
            Book book) {
        this.settings = settings;
        this.options = options;
        this.serial = serial;
        this.threads = threads;
        this.intake = intake;
        this.book = book;
    }

    /** Begins with the oldest cut that is not filled, where a reading that was stopped has left off; nothing if there is none. */
    void start(OpcUaClient over, ServerLimits limits) {
        stop();
        Optional<Instant> from = intake.openFrom();
        if (from.isEmpty()) {
            return;
        }
        Instant begin = from.get();
        Instant to = limits.now();
        long number = book.subscription;
        if (!settings.readHistory()) {
            Unread all = new Unread(settings.nodes().size(), List.of());
            intake.filled(number, begin, to, Batch.Outcome.NOT_OFFERED, all);
        } else if (!begin.isBefore(to)) {
            intake.filled(number, begin, to, Batch.Outcome.COMPLETE, Unread.NONE);
        } else {
            read(over, limits, begin, number);
        }
    }

    private void read(OpcUaClient over, ServerLimits limits, Instant begin, long number) {
        Instant earliest = begin.minus(overlap());
        HistoryReading next = new HistoryReading(
                over,
                limits.historyNodesPerCall(),
                node -> intake.readUntil(node).orElse(earliest),
                limits.now(),
                (values, durable) -> intake.history(number, values, durable),
                nodes -> {
                    reading = null;
                    intake.filled(number, begin, limits.now(), nodes.outcome(), nodes.unread());
                },
                serial,
                threads,
                options.requestTimeout());
        reading = next;
        // those too that the server refuses to watch: it may know what they were
        next.start(settings.nodes().stream().map(MonitoredNode::nodeId).toList());
    }

    /** What lay in a queue of the server when the line was cut. */
    private Duration overlap() {
        return settings.rhythm()
                .publishing()
                .multipliedBy(2)
                .plus(settings.rhythm().sampling());
    }

    void stop() {
        if (reading != null) {
            reading.stop();
            reading = null;
        }
    }
}
