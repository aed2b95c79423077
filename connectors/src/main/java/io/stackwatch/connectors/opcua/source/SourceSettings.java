package io.stackwatch.connectors.opcua.source;

import io.stackwatch.core.registry.Mn;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An OPC UA server that we subscribe to. Every check says the name, what was found and what was expected.
 *
 * @param id the source, which is the station of its records
 * @param endpointUrl the server's address, {@code opc.tcp://host:port/path}
 * @param security how the line is protected
 * @param identity as whom we log in
 * @param rhythm how often the server looks and speaks
 * @param readHistory whether a cut is filled from the server's history, where it has one
 * @param nodes what is subscribed to, each once
 */
public record SourceSettings(
        Mn id,
        String endpointUrl,
        Security security,
        Identity identity,
        Rhythm rhythm,
        boolean readHistory,
        List<MonitoredNode> nodes) {

    /** The most nodes of one source. */
    public static final int MAX_NODES = 50_000;

    public SourceSettings {
        requireAddress(endpointUrl);
        if (nodes.size() > MAX_NODES) {
            throw new IllegalArgumentException("nodes " + nodes.size() + ": expected at most " + MAX_NODES);
        }
        Set<String> seen = new HashSet<>();
        for (MonitoredNode node : nodes) {
            if (!seen.add(node.nodeId())) {
                throw new IllegalArgumentException("nodeId '" + node.nodeId() + "': expected once in a source");
            }
        }
        nodes = List.copyOf(nodes);
    }

    /** A source with an unprotected line, without login, that reads history back. */
    public static SourceSettings of(Mn id, String endpointUrl, List<MonitoredNode> nodes) {
        return new SourceSettings(
                id, endpointUrl, Security.none(), new Identity.Anonymous(), Rhythm.defaults(), true, nodes);
    }

    public SourceSettings withSecurity(Security other) {
        return new SourceSettings(id, endpointUrl, other, identity, rhythm, readHistory, nodes);
    }

    public SourceSettings withIdentity(Identity other) {
        return new SourceSettings(id, endpointUrl, security, other, rhythm, readHistory, nodes);
    }

    public SourceSettings withRhythm(Rhythm other) {
        return new SourceSettings(id, endpointUrl, security, identity, other, readHistory, nodes);
    }

    public SourceSettings withReadHistory(boolean read) {
        return new SourceSettings(id, endpointUrl, security, identity, rhythm, read, nodes);
    }

    private static void requireAddress(String endpointUrl) {
        boolean usable;
        try {
            URI uri = URI.create(endpointUrl);
            usable = "opc.tcp".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (IllegalArgumentException notAUri) {
            usable = false;
        }
        if (!usable) {
            throw new IllegalArgumentException("endpointUrl '" + endpointUrl + "': expected opc.tcp://host:port/path");
        }
    }
}
