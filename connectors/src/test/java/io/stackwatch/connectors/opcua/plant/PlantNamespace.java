package io.stackwatch.connectors.opcua.plant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryData;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadDetails;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;

/** The plant's nodes: what is set goes to whoever monitors it, at once. */
final class PlantNamespace extends ManagedNamespaceWithLifecycle {

    static final String URI = "urn:stackwatch:test:plant:nodes";
    private static final int PAGE = 3;

    private final Plant plant;
    private final Map<String, UaVariableNode> nodes = new ConcurrentHashMap<>();
    private final Map<String, List<DataItem>> monitored = new ConcurrentHashMap<>();

    PlantNamespace(OpcUaServer server, Plant plant) {
        super(server, URI);
        this.plant = plant;
    }

    void add(String name) {
        nodes.computeIfAbsent(name, added -> {
            UaVariableNode node = new UaVariableNode.UaVariableNodeBuilder(getNodeContext())
                    .setNodeId(newNodeId(added))
                    .setBrowseName(newQualifiedName(added))
                    .setDisplayName(LocalizedText.english(added))
                    .setDataType(NodeIds.Number)
                    .setTypeDefinition(NodeIds.BaseDataVariableType)
                    .setAccessLevel(AccessLevel.toValue(AccessLevel.CurrentRead, AccessLevel.HistoryRead))
                    .setUserAccessLevel(AccessLevel.toValue(AccessLevel.CurrentRead, AccessLevel.HistoryRead))
                    .build();
            getNodeManager().addNode(node);
            return node;
        });
    }

    void show(String name, DataValue value) {
        UaVariableNode node = nodes.get(name);
        if (node != null) {
            node.setValue(value);
        }
        for (DataItem item : monitored.getOrDefault(name, List.of())) {
            item.setValue(value);
        }
    }

    int monitored() {
        return monitored.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public RevisedDataItemParameters onCreateDataItem(ReadValueId node, Double sampling, UInteger queue) {
        return new RevisedDataItemParameters(sampling, queue);
    }

    @Override
    public RevisedDataItemParameters onModifyDataItem(ReadValueId node, Double sampling, UInteger queue) {
        return new RevisedDataItemParameters(sampling, queue);
    }

    @Override
    public synchronized void onDataItemsCreated(List<DataItem> items) {
        for (DataItem item : items) {
            String name = name(item.getReadValueId().getNodeId());
            List<DataItem> more = new ArrayList<>(monitored.getOrDefault(name, List.of()));
            more.add(item);
            monitored.put(name, List.copyOf(more));
            UaVariableNode node = nodes.get(name);
            if (node != null) {
                item.setValue(node.getValue());
            }
        }
    }

    @Override
    public void onDataItemsModified(List<DataItem> items) {}

    @Override
    public synchronized void onDataItemsDeleted(List<DataItem> items) {
        for (DataItem item : items) {
            String name = name(item.getReadValueId().getNodeId());
            monitored.computeIfPresent(
                    name, (key, all) -> all.stream().filter(one -> one != item).toList());
        }
    }

    @Override
    public void onMonitoringModeChanged(List<MonitoredItem> items) {}

    @Override
    public List<HistoryReadResult> historyRead(
            HistoryReadContext context,
            HistoryReadDetails details,
            TimestampsToReturn timestamps,
            List<HistoryReadValueId> wanted) {
        if (!plant.keepsHistory() || !(details instanceof ReadRawModifiedDetails raw)) {
            return super.historyRead(context, details, timestamps, wanted);
        }
        return wanted.stream()
                .map(one -> refusal(one).orElseGet(() -> read(raw, one)))
                .toList();
    }

    private Optional<HistoryReadResult> refusal(HistoryReadValueId wanted) {
        String name = name(wanted.getNodeId());
        return plant.refusedHistory(name)
                .or(() -> nodes.containsKey(name) ? Optional.empty() : Optional.of(StatusCodes.Bad_NodeIdUnknown))
                .map(status -> new HistoryReadResult(new StatusCode(status), ByteString.NULL_VALUE, null));
    }

    /** Pages are short: whoever reads must go on. */
    private HistoryReadResult read(ReadRawModifiedDetails raw, HistoryReadValueId wanted) {
        NavigableMap<Instant, DataValue> kept = plant.history(name(wanted.getNodeId()));
        Instant from = wanted.getContinuationPoint() == null
                        || wanted.getContinuationPoint().isNullOrEmpty()
                ? raw.getStartTime().getJavaInstant()
                : Instant.parse(new String(
                        wanted.getContinuationPoint().bytesOrEmpty(), java.nio.charset.StandardCharsets.US_ASCII));
        List<DataValue> page = new ArrayList<>();
        ByteString more = ByteString.NULL_VALUE;
        for (Map.Entry<Instant, DataValue> entry : kept.tailMap(from, true)
                .headMap(raw.getEndTime().getJavaInstant(), false)
                .entrySet()) {
            if (page.size() == PAGE) {
                more = ByteString.of(entry.getKey().toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                break;
            }
            page.add(entry.getValue());
        }
        return new HistoryReadResult(
                new StatusCode(page.isEmpty() ? StatusCodes.Good_NoData : StatusCodes.Good),
                more,
                ExtensionObject.encode(
                        getServer().getStaticEncodingContext(), new HistoryData(page.toArray(DataValue[]::new))));
    }

    private static String name(NodeId id) {
        return String.valueOf(id.getIdentifier());
    }
}
