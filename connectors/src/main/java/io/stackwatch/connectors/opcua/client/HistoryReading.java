package io.stackwatch.connectors.opcua.client;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.stackwatch.connectors.opcua.batch.NodeValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryData;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;

/**
 * Reads the history of the nodes of a source from one time to another (Part 11, 6.5.3, raw values), a few nodes and a page at a
 * time; the next page is asked for when the one before is durable. All methods on the source's executor.
 */
final class HistoryReading {

    private static final long PAGE = 200;
    private static final int ATTEMPTS = 3;

    private record Wanted(String node, NodeId id, ByteString continuation) {}

    private final OpcUaClient client;
    private final int perCall;
    private final Function<String, Instant> from;
    private final Instant to;
    private final BiConsumer<List<NodeValue>, Runnable> page;
    private final Consumer<NodesRead> end;
    private final Executor serial;
    private final Threads threads;
    private final Duration patience;

    private final List<Wanted> waiting = new ArrayList<>();
    private List<Wanted> current = List.of();
    private final NodesRead nodes = new NodesRead();
    private int attempts;
    private boolean stopped;

    /**
     * @param from where a node's history is read from
     * @param page takes values of a page; what comes when they are durable goes on with the next
     * @param end takes what became of the nodes
     */
    HistoryReading(
            OpcUaClient client,
            int perCall,
            Function<String, Instant> from,
            Instant to,
            BiConsumer<List<NodeValue>, Runnable> page,
            Consumer<NodesRead> end,
            Executor serial,
            Threads threads,
            Duration patience) {
        this.client = client;
        this.perCall = perCall;
        this.from = from;
        this.to = to;
        this.page = page;
        this.end = end;
        this.serial = serial;
        this.threads = threads;
        this.patience = patience;
    }

    void start(List<String> wanted) {
        for (String node : wanted) {
            Optional<NodeId> id = MonitoredItems.resolve(client, node);
            if (id.isPresent()) {
                waiting.add(new Wanted(node, id.get(), ByteString.NULL_VALUE));
            } else {
                nodes.unread(node, StatusCodes.Bad_NodeIdUnknown);
            }
        }
        next();
    }

    void stop() {
        stopped = true;
    }

    private void next() {
        if (stopped) {
            return;
        }
        if (current.isEmpty()) {
            List<Wanted> some = waiting.subList(0, Math.min(perCall, waiting.size()));
            current = List.copyOf(some);
            some.clear();
            attempts = 0;
        }
        if (current.isEmpty()) {
            end.accept(nodes);
            return;
        }
        read();
    }

    private void read() {
        Instant start = current.stream()
                .map(wanted -> from.apply(wanted.node()))
                .min(Instant::compareTo)
                .orElse(to);
        ReadRawModifiedDetails details =
                new ReadRawModifiedDetails(false, new DateTime(start), new DateTime(to), uint(PAGE), false);
        List<HistoryReadValueId> wanted = current.stream()
                .map(one -> new HistoryReadValueId(one.id(), null, QualifiedName.NULL_VALUE, one.continuation()))
                .toList();
        var unused = client.historyReadAsync(details, TimestampsToReturn.Both, false, wanted)
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync(
                        (response, failure) -> {
                            if (!stopped) {
                                if (failure == null) {
                                    take(response);
                                } else {
                                    failed(failure);
                                }
                            }
                        },
                        serial);
    }

    private void take(HistoryReadResponse response) {
        attempts = 0;
        HistoryReadResult[] results = response.getResults();
        List<NodeValue> values = new ArrayList<>();
        List<Wanted> goOn = new ArrayList<>();
        for (int i = 0; i < current.size(); i++) {
            Wanted wanted = current.get(i);
            if (results == null || i >= results.length) {
                nodes.unread(wanted.node(), StatusCodes.Bad_UnexpectedError);
                continue;
            }
            read(wanted, results[i], values).ifPresent(goOn::add);
        }
        current = List.copyOf(goOn);
        page.accept(values, this::next);
    }

    /** Takes what came of a node; the node again if there is more. */
    private Optional<Wanted> read(Wanted wanted, HistoryReadResult result, List<NodeValue> values) {
        long status = result.getStatusCode().value() & 0xFFFF_FFFFL;
        if (status >>> 30 != 0) {
            nodes.unread(wanted.node(), status);
            return Optional.empty();
        }
        if (result.getHistoryData() != null
                && !result.getHistoryData().isNull()
                && result.getHistoryData().decode(client.getStaticEncodingContext()) instanceof HistoryData data
                && data.getDataValues() != null) {
            for (DataValue value : data.getDataValues()) {
                values.add(Values.read(wanted.node(), value, client.getStaticEncodingContext()));
            }
        }
        ByteString more = result.getContinuationPoint();
        if (more == null || more.isNullOrEmpty()) {
            nodes.read();
            return Optional.empty();
        }
        return Optional.of(new Wanted(wanted.node(), wanted.id(), more));
    }

    private void failed(Throwable failure) {
        long code = Failures.status(failure).orElse(StatusCodes.Bad_Timeout);
        if (!NodesRead.isFinal(code) && ++attempts < ATTEMPTS) {
            threads.later(
                    patience,
                    () -> serial.execute(() -> {
                        if (!stopped) {
                            read();
                        }
                    }));
            return;
        }
        current.forEach(wanted -> nodes.unread(wanted.node(), code));
        current = List.of();
        next();
    }
}
