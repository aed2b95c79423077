package io.stackwatch.gateway.api;

import java.util.Locale;

/**
 * A node and what a server said about it, as the interface shows it.
 *
 * @param status the StatusCode, such as {@code 0x80340000}
 */
record NodeStatus(String node, String status) {

    static NodeStatus of(String node, long status) {
        return new NodeStatus(node, String.format(Locale.ROOT, "0x%08X", status));
    }
}
