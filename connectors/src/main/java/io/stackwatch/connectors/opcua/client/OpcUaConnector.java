package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.arrival.Connector;
import io.stackwatch.connectors.arrival.Keeper;
import io.stackwatch.connectors.opcua.batch.Recollection;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.connectors.opcua.trust.TrustStore;
import io.stackwatch.core.registry.Mn;
import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes to OPC UA servers and hands over what they bring (ADR 0025). Safe for use by several threads.
 *
 * <p>Sources share a few threads; each needs memory for its nodes, for the window of messages that are not durable and for the queue
 * of {@link ClientOptions}.
 */
public final class OpcUaConnector implements Connector {

    private static final int THREADS =
            Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));

    private record Source(SourceSettings settings, SerialExecutor serial, Standing standing, Book book) {}

    private record Running(Source source, Line line, Intake intake) {}

    private final Map<Mn, Source> sources = new LinkedHashMap<>();
    private final ClientOptions options;
    private final TrustStore trust;
    private final Function<Mn, Recollection> recollections;
    private final Clock clock;
    private final Threads threads = new Threads(THREADS);
    private volatile Map<Mn, Running> running = Map.of();
    private boolean started;
    private @Nullable CompletableFuture<Void> stopping;

    /**
     * A connector that is not started yet.
     *
     * @param sources what to subscribe to, each id once
     * @param recollections what the journal knows of a source; asked once for each, when the connector starts
     */
    public OpcUaConnector(
            List<SourceSettings> sources,
            ClientOptions options,
            TrustStore trust,
            Function<Mn, Recollection> recollections,
            Clock clock) {
        Algorithms.provide();
        this.options = options;
        this.trust = trust;
        this.recollections = recollections;
        this.clock = clock;
        Set<Mn> seen = new HashSet<>();
        for (SourceSettings settings : sources) {
            if (!seen.add(settings.id())) {
                throw new IllegalArgumentException("source '" + settings.id() + "': expected once");
            }
            this.sources.put(
                    settings.id(),
                    new Source(
                            settings,
                            new SerialExecutor(threads.workers()),
                            new Standing(settings.id(), peer(settings), clock),
                            new Book(settings.nodes())));
        }
    }

    @Override
    public String name() {
        return "opcua";
    }

    @Override
    public synchronized CompletionStage<Void> start(Keeper keeper) {
        if (started || stopping != null) {
            throw new IllegalStateException("started before");
        }
        started = true;
        Map<Mn, Running> lines = new LinkedHashMap<>();
        sources.forEach((id, source) -> lines.put(id, line(source, keeper)));
        running = lines;
        lines.values().forEach(one -> one.source().serial().execute(one.line()::start));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized CompletionStage<Void> stop() {
        if (stopping == null) {
            CompletableFuture<?>[] stops = running.values().stream()
                    .map(one -> CompletableFuture.completedFuture(one.line())
                            .thenComposeAsync(Line::stop, one.source().serial()))
                    .toArray(CompletableFuture<?>[]::new);
            stopping = CompletableFuture.allOf(stops).whenComplete((done, failure) -> threads.stop());
        }
        return stopping;
    }

    /** Tries a source now, such as after its certificate was trusted. Does nothing for one that is connected or unknown. */
    public void tryNow(Mn source) {
        Running one = running.get(source);
        if (one != null) {
            one.source().serial().execute(one.line()::tryNow);
        }
    }

    /** How the sources stand, in the order in which they were given. */
    public List<SourceStatus> statuses() {
        return sources.values().stream().map(this::status).toList();
    }

    private SourceStatus status(Source source) {
        Standing.State now = source.standing().now();
        Running one = running.get(source.settings().id());
        return new SourceStatus(
                source.settings().id(),
                now.state(),
                now.since(),
                now.reason(),
                now.thumbprint(),
                one == null ? Optional.empty() : one.intake().keptUntil(),
                source.standing().clock(),
                source.book().badNodes(),
                source.standing().counting().snapshot());
    }

    private Running line(Source source, Keeper keeper) {
        SourceSettings settings = source.settings();
        Counting counting = source.standing().counting();
        Handover handover = new Handover(keeper, source.serial(), threads, counting);
        Intake intake = new Intake(
                settings.id(),
                peer(settings),
                clock,
                recollections.apply(settings.id()),
                handover,
                source.standing(),
                options);
        Opening opening = new Opening(settings, options, trust, clock, threads, source.serial());
        Line line = new Line(
                settings, options, opening, source.serial(), threads, source.standing(), intake, source.book());
        return new Running(source, line, intake);
    }

    private static String peer(SourceSettings settings) {
        URI uri = URI.create(settings.endpointUrl());
        return uri.getHost() + ":" + (uri.getPort() < 0 ? 4840 : uri.getPort());
    }
}
