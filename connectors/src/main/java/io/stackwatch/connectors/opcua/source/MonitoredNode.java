package io.stackwatch.connectors.opcua.source;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A node that is subscribed to.
 *
 * @param nodeId its id as OPC UA writes it (Part 6, 5.3.1.10): {@code ns=2;s=B01/SO2}, or with the namespace itself,
 *     {@code nsu=urn:plant;s=B01/SO2}, which stays right when the server renumbers its namespaces
 * @param sampling how often the server looks at it; empty for the source's own interval
 * @param deadband the change below which the server says nothing, in the node's unit; zero for none
 */
public record MonitoredNode(String nodeId, Optional<Duration> sampling, double deadband) {

    /** The longest node id, in bytes of UTF-8. */
    public static final int MAX_NODE_ID = 1024;

    private static final Pattern NODE_ID = Pattern.compile(
            "(ns=\\d{1,5};|nsu=[^;]+;)?(i=\\d{1,10}|s=.+|g=[0-9A-Fa-f-]{36}|b=[A-Za-z0-9+/=]+)", Pattern.DOTALL);

    public MonitoredNode {
        if (!NODE_ID.matcher(nodeId).matches()) {
            throw new IllegalArgumentException(
                    "nodeId '" + nodeId + "': expected such as ns=2;s=B01/SO2 or nsu=urn:plant;i=1001");
        }
        if (nodeId.getBytes(StandardCharsets.UTF_8).length > MAX_NODE_ID) {
            throw new IllegalArgumentException("nodeId: expected at most " + MAX_NODE_ID + " bytes");
        }
        sampling.ifPresent(interval -> Rhythm.within("sampling", interval, Rhythm.SHORTEST, Rhythm.LONGEST));
        if (!(deadband >= 0) || Double.isInfinite(deadband)) {
            throw new IllegalArgumentException("deadband " + deadband + ": expected zero or more");
        }
    }

    /** A node with the source's sampling interval and without a deadband. */
    public static MonitoredNode of(String nodeId) {
        return new MonitoredNode(nodeId, Optional.empty(), 0);
    }
}
