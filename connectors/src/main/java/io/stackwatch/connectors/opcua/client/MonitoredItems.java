package io.stackwatch.connectors.opcua.client;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.stackwatch.connectors.opcua.source.MonitoredNode;
import io.stackwatch.connectors.opcua.source.Rhythm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaRuntimeException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DataChangeTrigger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MonitoringMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateMonitoredItemsResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateResult;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoringParameters;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;

/** Makes the monitored items of a subscription, as many in a request as the server takes; notes in the book which it refuses. */
final class MonitoredItems {

    /** The deadband is in the node's unit (Part 4, 7.22.2). */
    private static final long ABSOLUTE = 1;

    private final OpcUaClient client;
    private final Book book;
    private final Rhythm rhythm;
    private final int perCall;

    MonitoredItems(OpcUaClient client, Book book, Rhythm rhythm, int perCall) {
        this.client = client;
        this.book = book;
        this.rhythm = rhythm;
        this.perCall = perCall;
    }

    /** Makes them all. Fails only if the server does not answer. */
    CompletableFuture<Void> createAll() {
        List<Integer> all = new ArrayList<>();
        for (int handle = 0; handle < book.nodes().size(); handle++) {
            all.add(handle);
        }
        return create(all, 0);
    }

    /** Tries those again that the server refused. */
    CompletableFuture<Void> createBad() {
        List<Integer> bad = new ArrayList<>();
        for (int handle = 0; handle < book.nodes().size(); handle++) {
            if (book.badNodes().containsKey(book.nodes().get(handle).nodeId())) {
                bad.add(handle);
            }
        }
        return create(bad, 0);
    }

    /** The node id of a node by the server's namespaces; empty if it has no such namespace. */
    static Optional<NodeId> resolve(OpcUaClient client, String nodeId) {
        try {
            return ExpandedNodeId.parse(nodeId).toNodeId(client.getNamespaceTable());
        } catch (UaRuntimeException notOne) {
            return Optional.empty();
        }
    }

    private CompletableFuture<Void> create(List<Integer> handles, int from) {
        if (from >= handles.size()) {
            return CompletableFuture.completedFuture(null);
        }
        List<Integer> asked = new ArrayList<>();
        List<MonitoredItemCreateRequest> requests = new ArrayList<>();
        int to = Math.min(handles.size(), from + perCall);
        for (int handle : handles.subList(from, to)) {
            MonitoredNode node = book.nodes().get(handle);
            Optional<NodeId> id = resolve(client, node.nodeId());
            if (id.isPresent()) {
                asked.add(handle);
                requests.add(request(handle, node, id.get()));
            } else {
                book.badNodes().put(node.nodeId(), StatusCodes.Bad_NodeIdUnknown);
            }
        }
        if (requests.isEmpty()) {
            return create(handles, to);
        }
        return client.createMonitoredItemsAsync(uint(book.subscription), TimestampsToReturn.Both, requests)
                .thenAccept(response -> note(asked, response))
                .thenCompose(done -> create(handles, to));
    }

    private void note(List<Integer> asked, CreateMonitoredItemsResponse response) {
        MonitoredItemCreateResult[] results = response.getResults();
        for (int i = 0; i < asked.size(); i++) {
            String node = book.nodes().get(asked.get(i)).nodeId();
            long status = results == null || i >= results.length
                    ? StatusCodes.Bad_UnexpectedError
                    : results[i].getStatusCode().value() & 0xFFFF_FFFFL;
            if (status >>> 30 == 0) {
                book.badNodes().remove(node);
            } else {
                book.badNodes().put(node, status);
            }
        }
    }

    private MonitoredItemCreateRequest request(int handle, MonitoredNode node, NodeId id) {
        ExtensionObject filter = node.deadband() == 0
                ? null
                : ExtensionObject.encode(
                        client.getStaticEncodingContext(),
                        new DataChangeFilter(DataChangeTrigger.StatusValue, uint(ABSOLUTE), node.deadband()));
        return new MonitoredItemCreateRequest(
                new ReadValueId(id, AttributeId.Value.uid(), null, QualifiedName.NULL_VALUE),
                MonitoringMode.Reporting,
                new MonitoringParameters(
                        uint(handle),
                        (double) node.sampling().orElse(rhythm.sampling()).toMillis(),
                        filter,
                        uint(rhythm.queueSize()),
                        true));
    }
}
