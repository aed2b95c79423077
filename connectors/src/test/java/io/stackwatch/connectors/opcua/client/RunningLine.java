package io.stackwatch.connectors.opcua.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import io.stackwatch.connectors.opcua.batch.Recollection;
import io.stackwatch.connectors.opcua.plant.Plant;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.connectors.opcua.trust.Certificates;
import io.stackwatch.connectors.opcua.trust.TrustStore;
import io.stackwatch.core.registry.Mn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One source that runs against a plant, with what it brought; quick in everything. */
final class RunningLine implements AutoCloseable {

    static final Mn SOURCE = new Mn("B01");
    static final Rhythm QUICK = new Rhythm(Duration.ofMillis(50), Duration.ofMillis(50), 10, 4, 600);
    static final ClientOptions OPTIONS = ClientOptions.defaults()
            .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(60))
            .withBackoff(Duration.ofMillis(300), Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofMillis(300))
            .withBadNodeRetry(Duration.ofMillis(200));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final MemoryKeeper keeper = new MemoryKeeper();
    private final OpcUaConnector connector;

    private RunningLine(
            TrustStore trust, SourceSettings settings, ClientOptions options, Clock clock, Recollection known) {
        this.connector = new OpcUaConnector(List.of(settings), options, trust, id -> known, clock);
        connector.start(keeper).toCompletableFuture().join();
    }

    /** Starts to read this source. */
    static RunningLine of(Path folder, SourceSettings settings) throws IOException {
        return of(folder, settings, OPTIONS, Clock.systemUTC());
    }

    static RunningLine of(Path folder, SourceSettings settings, ClientOptions options, Clock clock) throws IOException {
        return new RunningLine(trust(folder), settings, options, clock, new Recollection());
    }

    /** Starts to read this source with what is known of it from batches that were kept before. */
    static RunningLine knowing(Path folder, SourceSettings settings, List<Batch> before) throws IOException {
        Recollection known = new Recollection();
        before.forEach(known::add);
        return new RunningLine(trust(folder), settings, OPTIONS, Clock.systemUTC(), known);
    }

    /** The same over a protected line to a plant that is trusted. */
    static RunningLine trusting(Path folder, Plant plant, SourceSettings settings) throws IOException {
        TrustStore trust = trust(folder);
        trust.judge(List.of(plant.certificate()), Optional.empty(), "127.0.0.1", Instant.now());
        assertTrue(trust.accept(Certificates.thumbprint(plant.certificate())));
        Security sealed = new Security(Security.Policy.BASIC256_SHA256, Security.Mode.SIGN_AND_ENCRYPT);
        return new RunningLine(trust, settings.withSecurity(sealed), OPTIONS, Clock.systemUTC(), new Recollection());
    }

    private static TrustStore trust(Path folder) throws IOException {
        return TrustStore.open(folder, "urn:stackwatch:test:client", Instant.now());
    }

    SourceStatus status() {
        return connector.statuses().get(0);
    }

    void awaitStatus(String what, Predicate<SourceStatus> so) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!so.test(status())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not " + what + ": " + status());
            }
            Thread.onSpinWait();
        }
    }

    /** The numbers that came of a node of the plant, in their order. */
    List<String> readings(String node) {
        return keeper.values().stream()
                .filter(value -> value.node().equals(Plant.id(node)))
                .map(RunningLine::reading)
                .toList();
    }

    void awaitReading(String node, String reading) throws InterruptedException {
        keeper.await(node + " " + reading, all -> all.stream()
                .flatMap(batch -> batch.values().stream())
                .anyMatch(value ->
                        value.node().equals(Plant.id(node)) && reading(value).equals(reading)));
    }

    private static String reading(NodeValue value) {
        return value.value()
                .match(
                        numeric -> numeric.decimal().toPlainString(),
                        text -> text.text(),
                        truth -> String.valueOf(truth.yes()),
                        other -> "other",
                        () -> "nothing");
    }

    @Override
    public void close() {
        connector.stop().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
