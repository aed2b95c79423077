package io.stackwatch.simulator.boiler.server;

import io.stackwatch.simulator.boiler.BoilerQuantity;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.Lifecycle;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilters;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadDetails;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;

/**
 * The address space: {@code Objects/Boilers/<boiler>/<node>}. A value that is read is reckoned then; values that are
 * monitored come from the timer ({@link Watch}).
 */
final class BoilerNamespace extends ManagedNamespaceWithLifecycle {

    static final String URI = "urn:stackwatch:simulator:boiler";

    private final List<Panel> panels;
    private final NodeBook book;
    private final Watch watch;
    private final HistoryDesk history;
    private final Clock clock;
    private final double wallInterval;

    /** @param wallInterval between two samples on the wall clock */
    BoilerNamespace(
            OpcUaServer server,
            List<Panel> panels,
            NodeBook book,
            Watch watch,
            HistoryDesk history,
            Clock clock,
            Duration wallInterval) {
        super(server, URI);
        this.panels = panels;
        this.book = book;
        this.watch = watch;
        this.history = history;
        this.clock = clock;
        this.wallInterval = wallInterval.toNanos() / 1e6;
        getLifecycleManager().addLifecycle(new Lifecycle() {
            @Override
            public void startup() {
                addNodes();
            }

            @Override
            public void shutdown() {
                watch.forgetAll();
            }
        });
    }

    private void addNodes() {
        UaFolderNode boilers = folder("Boilers", "Boilers", LocalizedText.NULL_VALUE);
        boilers.addReference(new Reference(
                boilers.getNodeId(), NodeIds.Organizes, NodeIds.ObjectsFolder.expanded(), Reference.Direction.INVERSE));
        for (Panel panel : panels) {
            UaFolderNode boiler = folder(panel.name(), panel.name(), LocalizedText.NULL_VALUE);
            boilers.addOrganizes(boiler);
            for (BoilerQuantity quantity : BoilerQuantity.values()) {
                boiler.addOrganizes(variable(new NodeBook.Place(panel, quantity)));
            }
        }
    }

    private UaFolderNode folder(String identifier, String name, LocalizedText description) {
        UaFolderNode folder = new UaFolderNode(
                getNodeContext(), newNodeId(identifier), newQualifiedName(name), LocalizedText.english(name));
        folder.setDescription(description);
        getNodeManager().addNode(folder);
        return folder;
    }

    private UaVariableNode variable(NodeBook.Place place) {
        String name = place.quantity().nodeName();
        UByte access = history.isOffered()
                ? AccessLevel.toValue(AccessLevel.CurrentRead, AccessLevel.HistoryRead)
                : AccessLevel.toValue(AccessLevel.CurrentRead);
        UaVariableNode node = new UaVariableNode.UaVariableNodeBuilder(getNodeContext())
                .setNodeId(newNodeId(place.identifier()))
                .setBrowseName(newQualifiedName(name))
                .setDisplayName(LocalizedText.english(name))
                .setDescription(LocalizedText.english(place.quantity().unit()))
                .setDataType(SampleValues.type(place.quantity()))
                .setTypeDefinition(NodeIds.BaseDataVariableType)
                .setAccessLevel(access)
                .setUserAccessLevel(access)
                .setHistorizing(history.isOffered())
                .setMinimumSamplingInterval(wallInterval)
                .build();
        node.getFilterChain().addLast(AttributeFilters.getValue(context -> shown(place)));
        getNodeManager().addNode(node);
        return node;
    }

    private DataValue shown(NodeBook.Place place) {
        return watch.shown(place, clock.instant());
    }

    @Override
    public RevisedDataItemParameters onCreateDataItem(ReadValueId node, Double sampling, UInteger queue) {
        return new RevisedDataItemParameters(wallInterval, queue);
    }

    @Override
    public RevisedDataItemParameters onModifyDataItem(ReadValueId node, Double sampling, UInteger queue) {
        return new RevisedDataItemParameters(wallInterval, queue);
    }

    @Override
    public void onDataItemsCreated(List<DataItem> items) {
        for (DataItem item : items) {
            ReadValueId id = item.getReadValueId();
            book.at(id.getNodeId().getIdentifier())
                    .filter(place -> Watch.isOfValue(id))
                    .ifPresentOrElse(place -> watch.add(item, place, clock.instant()), () -> once(item, id));
        }
    }

    /** Other attributes do not change: what they are is said once. */
    private void once(DataItem item, ReadValueId id) {
        item.setValue(read(new ReadContext(getServer(), null), 0d, TimestampsToReturn.Both, List.of(id))
                .get(0));
    }

    @Override
    public void onDataItemsModified(List<DataItem> items) {
        // queue and filter are the subscription's business, the interval is ours
    }

    @Override
    public void onDataItemsDeleted(List<DataItem> items) {
        watch.remove(items);
    }

    @Override
    public void onMonitoringModeChanged(List<MonitoredItem> items) {
        watch.modeChanged(items, clock.instant());
    }

    @Override
    public List<HistoryReadResult> historyRead(
            HistoryReadContext context,
            HistoryReadDetails details,
            TimestampsToReturn timestamps,
            List<HistoryReadValueId> nodes) {
        if (!history.isOffered()) {
            return super.historyRead(context, details, timestamps, nodes);
        }
        return history.read(getServer().getStaticEncodingContext(), details, timestamps, nodes);
    }
}
