package io.stackwatch.connectors.opcua.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.Recollection;
import io.stackwatch.connectors.opcua.batch.Value;
import io.stackwatch.connectors.opcua.plant.CuttableWire;
import io.stackwatch.connectors.opcua.plant.Plant;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.trust.Certificates;
import io.stackwatch.connectors.opcua.trust.TrustStore;
import io.stackwatch.core.registry.Mn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The line, the server and we are cut off in turn, twenty times, while values go on: each value comes once, and every cut is
 * accounted for. We are cut off by forgetting everything but what was kept.
 */
class TwentyCutsTest {

    private static final int CUTS = 20;
    private static final ClientOptions OPTIONS = ClientOptions.defaults()
            .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(60))
            .withBackoff(
                    Duration.ofMillis(200), Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofMillis(300));

    @TempDir
    private Path folder;

    private final Plant plant = new Plant("SO2").start();
    private final CuttableWire wire = new CuttableWire(plant.port());
    private final MemoryKeeper keeper = new MemoryKeeper();
    private final AtomicInteger newest = new AtomicInteger();
    private final ScheduledExecutorService measuring = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void close() {
        measuring.shutdownNow();
        wire.close();
        plant.close();
    }

    private void measure() {
        plant.set("SO2", newest.incrementAndGet(), Instant.now());
    }

    private OpcUaConnector run(TrustStore trust) {
        Recollection recollection = new Recollection();
        keeper.batches().forEach(recollection::add);
        SourceSettings settings = SourceSettings.of(new Mn("B01"), Plant.url(wire.port()), plant.monitored())
                .withSecurity(new Security(Security.Policy.AES256_SHA256_RSA_PSS, Security.Mode.SIGN_AND_ENCRYPT))
                .withRhythm(new Rhythm(Duration.ofMillis(50), Duration.ofMillis(50), 20, 4, 600));
        OpcUaConnector connector =
                new OpcUaConnector(List.of(settings), OPTIONS, trust, id -> recollection, Clock.systemUTC());
        connector.start(keeper).toCompletableFuture().join();
        return connector;
    }

    @Test
    void eachValueComesOnceAndEveryCutIsAccountedFor() throws Exception {
        TrustStore trust = TrustStore.open(folder, "urn:stackwatch:test:client", Instant.now());
        trust.judge(List.of(plant.certificate()), Optional.empty(), "127.0.0.1", Instant.now());
        trust.accept(Certificates.thumbprint(plant.certificate()));
        var unused = measuring.scheduleAtFixedRate(this::measure, 0, 10, TimeUnit.MILLISECONDS);
        OpcUaConnector connector = run(trust);
        keeper.await(Batch.Live.class, 0);
        for (int cut = 0; cut < CUTS; cut++) {
            int before = keeper.batches().size();
            if (cut % 3 == 0) {
                wire.cut();
                keeper.await(Batch.Lost.class, before);
                wire.mend();
            } else if (cut % 3 == 1) {
                plant.stop();
                keeper.await(Batch.Lost.class, before);
                plant.start();
            } else {
                connector.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
                before = keeper.batches().size();
                connector = run(trust);
            }
            keeper.await(Batch.Filled.class, before);
        }
        measuring.shutdown();
        measuring.awaitTermination(10, TimeUnit.SECONDS);
        int last = newest.get();
        keeper.await("the last value", batches -> batches.stream()
                .flatMap(batch -> batch.values().stream())
                .anyMatch(value -> number(value.value()) == last));
        connector.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
        List<Integer> seen = keeper.values().stream()
                .map(value -> number(value.value()))
                .sorted()
                .toList();
        int first = seen.get(0);
        assertEquals(
                List.of(),
                IntStream.rangeClosed(first, last)
                        .filter(number -> !seen.contains(number))
                        .boxed()
                        .toList(),
                "no value is missing");
        assertEquals(
                List.of(),
                IntStream.range(1, seen.size())
                        .filter(i -> seen.get(i).equals(seen.get(i - 1)))
                        .mapToObj(seen::get)
                        .toList(),
                "no value comes twice");
        assertEquals(CUTS, count(Batch.Filled.class, CUTS), "every cut is filled");
        assertEquals(
                List.of(),
                keeper.batches().stream()
                        .filter(batch ->
                                batch instanceof Batch.Filled filled && filled.outcome() != Batch.Outcome.COMPLETE)
                        .toList());
    }

    private long count(Class<? extends Batch> kind, int most) {
        return Math.min(most, keeper.batches().stream().filter(kind::isInstance).count());
    }

    private static int number(Value value) {
        return value.match(
                numeric -> numeric.decimal().intValueExact(), text -> -1, truth -> -1, other -> -1, () -> -1);
    }
}
