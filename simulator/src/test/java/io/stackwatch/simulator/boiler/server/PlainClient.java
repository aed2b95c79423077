package io.stackwatch.simulator.boiler.server;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryData;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;

/** A client without any of ours: no security, and whoever it says it is. */
public final class PlainClient implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final OpcUaClient client;

    private PlainClient(OpcUaClient client) {
        this.client = client;
    }

    static PlainClient connect(BoilerServer server) throws UaException {
        return connect(server, AnonymousProvider.INSTANCE);
    }

    static PlainClient connect(BoilerServer server, IdentityProvider identity) throws UaException {
        return connect(server.endpointUrl(), identity);
    }

    /** Anonymous, by address. */
    public static PlainClient connect(String endpointUrl) throws UaException {
        return connect(endpointUrl, AnonymousProvider.INSTANCE);
    }

    private static PlainClient connect(String endpointUrl, IdentityProvider identity) throws UaException {
        OpcUaClient client = OpcUaClient.create(
                endpointUrl,
                endpoints -> endpoints.stream()
                        .filter(endpoint -> SecurityPolicy.None.getUri().equals(endpoint.getSecurityPolicyUri()))
                        .findFirst(),
                transport -> {},
                config -> config.setIdentityProvider(identity).setRequestTimeout(uint(5_000)));
        client.connect();
        return new PlainClient(client);
    }

    OpcUaClient milo() {
        return client;
    }

    static NodeId node(String identifier) {
        return new NodeId(2, identifier);
    }

    DataValue read(String identifier) throws UaException {
        return client.readValue(0, TimestampsToReturn.Both, node(identifier));
    }

    /** The values of a node as they are published. */
    BlockingQueue<DataValue> watch(String identifier) throws UaException {
        BlockingQueue<DataValue> values = new LinkedBlockingQueue<>();
        subscribe(identifier, values);
        return values;
    }

    OpcUaSubscription subscribe(String identifier, BlockingQueue<DataValue> values) throws UaException {
        OpcUaSubscription subscription = new OpcUaSubscription(client, 100);
        subscription.create();
        OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(node(identifier));
        item.setQueueSize(uint(1_000));
        item.setDataValueListener((of, value) -> values.add(value));
        subscription.addMonitoredItem(item);
        subscription.createMonitoredItems();
        return subscription;
    }

    static DataValue next(BlockingQueue<DataValue> values) throws InterruptedException {
        DataValue value = values.poll(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        if (value == null) {
            throw new AssertionError("nothing was published within " + DEADLINE);
        }
        return value;
    }

    /** All that is kept, in as many answers as it takes. */
    public List<DataValue> history(String identifier, Instant from, Instant to, int perAnswer) throws UaException {
        List<DataValue> values = new ArrayList<>();
        ByteString point = ByteString.NULL_VALUE;
        do {
            HistoryReadResult result = page(identifier, from, to, perAnswer, point);
            HistoryData data = (HistoryData) result.getHistoryData().decode(client.getStaticEncodingContext());
            values.addAll(List.of(Optional.ofNullable(data.getDataValues()).orElse(new DataValue[0])));
            point = result.getContinuationPoint();
        } while (!point.isNullOrEmpty());
        return values;
    }

    HistoryReadResult page(String identifier, Instant from, Instant to, int perAnswer, ByteString point)
            throws UaException {
        ReadRawModifiedDetails details =
                new ReadRawModifiedDetails(false, new DateTime(from), new DateTime(to), uint(perAnswer), false);
        HistoryReadValueId id = new HistoryReadValueId(node(identifier), null, QualifiedName.NULL_VALUE, point);
        return client.historyRead(details, TimestampsToReturn.Both, false, List.of(id))
                .getResults()[0];
    }

    @Override
    public void close() throws UaException {
        client.disconnect();
    }
}
