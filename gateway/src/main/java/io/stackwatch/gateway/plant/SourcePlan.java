package io.stackwatch.gateway.plant;

import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.connectors.opcua.source.Identity;
import io.stackwatch.connectors.opcua.source.MonitoredNode;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.config.SecretReader;
import io.stackwatch.gateway.records.PlantRows;
import io.stackwatch.gateway.records.RegisteredSource;
import io.stackwatch.gateway.records.SourceLogin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * To what the gateway should be subscribed at an instant.
 *
 * @param settings sources that can be connected to, by id
 * @param problems sources that cannot, and why in one word
 */
public record SourcePlan(List<SourceSettings> settings, Map<Mn, String> problems) {

    /** The source has no nodes in the mapping now. */
    public static final String NO_NODES = "NO_NODES";

    /** Its password is not where the registration says. */
    public static final String SECRET_MISSING = "SECRET_MISSING";

    public SourcePlan {
        settings = List.copyOf(settings);
        problems = Map.copyOf(problems);
    }

    /** What rows and secrets make of an instant. */
    public static SourcePlan of(PlantRows rows, SecretReader secrets, Instant at) {
        Map<Mn, Map<String, MonitoredNode>> nodes = new TreeMap<>();
        for (NodeRow row : rows.nodes()) {
            if (row.effective().contains(at)) {
                nodes.computeIfAbsent(row.source(), source -> new TreeMap<>())
                        .merge(row.node(), monitored(row), SourcePlan::closer);
            }
        }
        List<SourceSettings> settings = new ArrayList<>();
        Map<Mn, String> problems = new TreeMap<>();
        for (RegisteredSource source : rows.sources()) {
            if (!source.effective().contains(at)) {
                continue;
            }
            List<MonitoredNode> watched =
                    List.copyOf(nodes.getOrDefault(source.id(), Map.of()).values());
            Optional<Identity> identity = identity(source.login(), secrets);
            if (watched.isEmpty()) {
                problems.put(source.id(), NO_NODES);
            } else if (identity.isEmpty()) {
                problems.put(source.id(), SECRET_MISSING);
            } else {
                settings.add(new SourceSettings(
                        source.id(),
                        source.endpoint(),
                        source.security(),
                        identity.get(),
                        source.rhythm(),
                        source.history(),
                        watched));
            }
        }
        return new SourcePlan(settings, problems);
    }

    private static MonitoredNode monitored(NodeRow row) {
        return new MonitoredNode(
                row.node(), row.watch().sampling(), row.watch().deadband().doubleValue());
    }

    /** A node that is two factors is subscribed to once, as closely as either wants it. */
    private static MonitoredNode closer(MonitoredNode one, MonitoredNode other) {
        Optional<Duration> sampling =
                one.sampling().isPresent() && other.sampling().isPresent()
                        ? Optional.of(
                                one.sampling().get().compareTo(other.sampling().get()) < 0
                                        ? one.sampling().get()
                                        : other.sampling().get())
                        : one.sampling().or(other::sampling);
        return new MonitoredNode(one.nodeId(), sampling, Math.min(one.deadband(), other.deadband()));
    }

    private static Optional<Identity> identity(SourceLogin login, SecretReader secrets) {
        return switch (login.kind()) {
            case ANONYMOUS -> Optional.of(new Identity.Anonymous());
            case USER ->
                secrets.read(login.secret()).map(password -> new Identity.UserPassword(login.name(), password));
            case CERTIFICATE ->
                Optional.of(new Identity.CertificateIdentity(
                        Path.of(login.name()), Path.of(login.secret().text().substring("file:".length()))));
        };
    }
}
