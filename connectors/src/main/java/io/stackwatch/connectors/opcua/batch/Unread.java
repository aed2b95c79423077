package io.stackwatch.connectors.opcua.batch;

import java.util.List;

/**
 * Nodes whose history was not read to the end of a cut. Immutable.
 *
 * @param number how many there are
 * @param named the first of them; fewer than there are where there are many, or where nobody asked for any
 */
public record Unread(long number, List<Node> named) {

    /** The most nodes that are named. */
    public static final int MAX_NAMED = 20;

    /** There is none. */
    public static final Unread NONE = new Unread(0, List.of());

    public Unread {
        if (number < 0 || number > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("unread nodes are 0 to 4294967295, not " + number);
        }
        if (named.size() > Math.min(number, MAX_NAMED)) {
            throw new IllegalArgumentException(
                    "of " + number + " unread nodes at most " + MAX_NAMED + " are named, not " + named.size());
        }
        named = List.copyOf(named);
    }

    /** Whether every node was read. */
    public boolean isNone() {
        return number == 0;
    }

    /**
     * A node that was not read.
     *
     * @param node the node id as text
     * @param status the StatusCode that stood in the way, 1 to 2^32-1
     */
    public record Node(String node, long status) {
        public Node {
            int length = Utf8.length(node);
            if (length == 0 || length > NodeValue.MAX_NODE_BYTES) {
                throw new IllegalArgumentException(
                        "a node id has 1 to " + NodeValue.MAX_NODE_BYTES + " bytes, not " + length);
            }
            if (status < 1 || status > 0xFFFF_FFFFL) {
                throw new IllegalArgumentException(
                        "what stands in the way is a StatusCode of 1 to 4294967295, not " + status);
            }
        }
    }
}
