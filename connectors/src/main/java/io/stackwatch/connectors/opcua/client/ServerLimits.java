package io.stackwatch.connectors.opcua.client;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;

/**
 * What a server can take at once, and its clock.
 *
 * @param itemsPerCall monitored items in one request
 * @param historyNodesPerCall nodes in one reading of history
 * @param now the server's clock; ours where it does not say
 */
record ServerLimits(int itemsPerCall, int historyNodesPerCall, Instant now) {

    /** More in one request helps nobody. */
    private static final int MOST_ITEMS = 1000;

    private static final int MOST_HISTORY_NODES = 50;

    /** Asks the server; one that does not answer in full has our own limits. */
    static CompletableFuture<ServerLimits> ask(OpcUaClient client, Instant ours) {
        return client.readValuesAsync(
                        0,
                        TimestampsToReturn.Neither,
                        List.of(
                                NodeIds.Server_ServerCapabilities_OperationLimits_MaxMonitoredItemsPerCall,
                                NodeIds.Server_ServerCapabilities_OperationLimits_MaxNodesPerHistoryReadData,
                                NodeIds.Server_ServerStatus_CurrentTime))
                .thenApply(values -> new ServerLimits(
                        limit(values.get(0), MOST_ITEMS),
                        limit(values.get(1), MOST_HISTORY_NODES),
                        values.get(2).value().value() instanceof DateTime time ? time.getJavaInstant() : ours));
    }

    /** Zero is no limit (Part 5, 6.3.11). */
    private static int limit(DataValue value, int most) {
        return value.value().value() instanceof UInteger limit && limit.longValue() > 0
                ? (int) Math.min(limit.longValue(), most)
                : most;
    }
}
