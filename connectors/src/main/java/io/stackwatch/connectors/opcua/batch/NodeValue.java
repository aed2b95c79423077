package io.stackwatch.connectors.opcua.batch;

import java.time.Instant;
import java.util.Optional;

/**
 * A value of a node as the server gave it (OPC UA Part 4, 7.11 DataValue). Immutable.
 *
 * <p>Times have a resolution of 100 ns; anything finer is cut. Picoseconds, which OPC UA also allows, are not kept.
 *
 * @param node the node id as text, such as {@code ns=2;s=B01/SO2}
 * @param value what it holds
 * @param status the StatusCode, 0 to 2^32-1; 0 is Good
 * @param sourceTime when the instrument says it was so, if it says
 * @param serverTime when the server says it was so, if it says
 */
public record NodeValue(
        String node, Value value, long status, Optional<Instant> sourceTime, Optional<Instant> serverTime) {

    /** The longest node id, in bytes of UTF-8. */
    public static final int MAX_NODE_BYTES = 1024;

    private static final long MAX_STATUS = 0xFFFF_FFFFL;

    public NodeValue {
        int length = Utf8.length(node);
        if (length == 0 || length > MAX_NODE_BYTES) {
            throw new IllegalArgumentException("a node id has 1 to " + MAX_NODE_BYTES + " bytes, not " + length);
        }
        if (status < 0 || status > MAX_STATUS) {
            throw new IllegalArgumentException("a StatusCode is 0 to 4294967295, not " + status);
        }
        sourceTime = sourceTime.map(Ticks::cut);
        serverTime = serverTime.map(Ticks::cut);
    }

    /** How bad it is: the two highest bits of the StatusCode (Part 4, 7.39). */
    public Severity severity() {
        return switch ((int) (status >>> 30)) {
            case 0 -> Severity.GOOD;
            case 1 -> Severity.UNCERTAIN;
            default -> Severity.BAD;
        };
    }

    /** What the two highest bits of a StatusCode say. */
    public enum Severity {
        /** To be used. */
        GOOD,
        /** Of unknown quality. */
        UNCERTAIN,
        /** Not to be used. */
        BAD
    }
}
