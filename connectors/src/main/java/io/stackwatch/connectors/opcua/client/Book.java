package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.opcua.source.MonitoredNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the subscription of a source; outlives the connection that it was made over. Nodes are numbered by their
 * place in the settings: the number is the client handle.
 */
final class Book {

    private final List<MonitoredNode> nodes;
    private final Map<String, Long> badNodes = new ConcurrentHashMap<>();

    /** The server's number of the subscription; 0 while there is none. */
    long subscription;
    /** The session that it belongs to. */
    @Nullable
    NodeId session;
    /** The last message that was received; 0 before the first. */
    long lastSequence;
    /** The longest silence that the server has promised, in milliseconds. */
    long keepAliveMillis;

    Book(List<MonitoredNode> nodes) {
        this.nodes = nodes;
    }

    List<MonitoredNode> nodes() {
        return nodes;
    }

    /** The node with this client handle; empty for a handle that is not ours. */
    Optional<String> node(long handle) {
        return handle >= 0 && handle < nodes.size()
                ? Optional.of(nodes.get((int) handle).nodeId())
                : Optional.empty();
    }

    /** The nodes that the server does not give, with the reason; safe from any thread. */
    Map<String, Long> badNodes() {
        return badNodes;
    }

    void begin(long number, NodeId owner, long silence) {
        subscription = number;
        session = owner;
        lastSequence = 0;
        keepAliveMillis = silence;
        badNodes.clear();
    }

    void forget() {
        subscription = 0;
        session = null;
        lastSequence = 0;
    }
}
