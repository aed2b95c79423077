package io.stackwatch.connectors.opcua.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import io.stackwatch.connectors.opcua.batch.Recollection;
import io.stackwatch.connectors.opcua.plant.CuttableWire;
import io.stackwatch.connectors.opcua.plant.Plant;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.connectors.opcua.trust.Certificates;
import io.stackwatch.connectors.opcua.trust.TrustStore;
import io.stackwatch.core.registry.Mn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source against a server of a plant, over a wire that can be cut. */
class LineTest {

    private static final Mn SOURCE = new Mn("B01");
    private static final Instant START = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    private static final Rhythm QUICK = new Rhythm(Duration.ofMillis(50), Duration.ofMillis(50), 10, 4, 600);
    private static final ClientOptions OPTIONS = ClientOptions.defaults()
            .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(60))
            .withBackoff(Duration.ofMillis(300), Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofMillis(300))
            .withBadNodeRetry(Duration.ofMillis(200));

    @TempDir
    private Path folder;

    private final Plant plant = new Plant("SO2", "NOX");
    private final MemoryKeeper keeper = new MemoryKeeper();
    private final List<AutoCloseable> open = new ArrayList<>();
    private TrustStore trust;

    @BeforeEach
    void openTrust() throws IOException {
        trust = TrustStore.open(folder, "urn:stackwatch:test:client", Instant.now());
        plant.set("SO2", 12.3f, START);
        plant.set("NOX", 40.5, START);
        open.add(plant);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private SourceSettings settings(int port) {
        return SourceSettings.of(SOURCE, Plant.url(port), plant.monitored()).withRhythm(QUICK);
    }

    private OpcUaConnector run(SourceSettings settings) {
        return run(settings, new Recollection());
    }

    private OpcUaConnector run(SourceSettings settings, Recollection recollection) {
        OpcUaConnector connector =
                new OpcUaConnector(List.of(settings), OPTIONS, trust, id -> recollection, Clock.systemUTC());
        open.add(() -> connector.stop().toCompletableFuture().get(20, TimeUnit.SECONDS));
        connector.start(keeper).toCompletableFuture().join();
        return connector;
    }

    private CuttableWire wire() {
        CuttableWire wire = new CuttableWire(plant.port());
        open.add(wire);
        return wire;
    }

    private List<String> readings(String node) {
        return keeper.values().stream()
                .filter(value -> value.node().equals(Plant.id(node)))
                .map(LineTest::reading)
                .toList();
    }

    private static String reading(NodeValue value) {
        return value.value()
                        .match(
                                numeric -> numeric.decimal().toPlainString(),
                                text -> text.text(),
                                truth -> String.valueOf(truth.yes()),
                                other -> "other",
                                () -> "nothing")
                + value.sourceTime()
                        .map(time -> "@" + Duration.between(START, time).toSeconds())
                        .orElse("");
    }

    private void awaitReading(String node, String reading) throws InterruptedException {
        keeper.await(node + " " + reading, all -> all.stream()
                .flatMap(batch -> batch.values().stream())
                .anyMatch(value ->
                        value.node().equals(Plant.id(node)) && reading(value).equals(reading)));
    }

    private static void awaitState(OpcUaConnector connector, SourceState state) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (connector.statuses().get(0).state() != state) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not " + state + ": " + connector.statuses());
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void valuesArriveAsTheyAreInTheirOrder() throws InterruptedException {
        plant.start();
        run(settings(plant.port()));
        awaitReading("SO2", "12.3@0");
        plant.set("SO2", 13.5f, START.plusSeconds(1));
        plant.set("SO2", 14.5f, START.plusSeconds(2));
        awaitReading("SO2", "14.5@2");
        assertEquals(List.of("12.3@0", "13.5@1", "14.5@2"), readings("SO2"));
        assertEquals(List.of("40.5@0"), readings("NOX"));
        Batch.Resumed first = keeper.await(Batch.Resumed.class, 0);
        assertEquals(Batch.How.STARTED, first.how());
        assertEquals(Optional.empty(), first.heardUntil());
        assertTrue(keeper.batches().stream().noneMatch(Batch.Filled.class::isInstance), "nothing was cut");
    }

    @Test
    void aBadStatusArrivesAsItIs() throws InterruptedException {
        plant.start();
        run(settings(plant.port()));
        awaitReading("SO2", "12.3@0");
        plant.set("SO2", 13.5f, new StatusCode(StatusCodes.Bad_SensorFailure), START.plusSeconds(1));
        keeper.await("the bad value", all -> all.stream()
                .flatMap(batch -> batch.values().stream())
                .anyMatch(value -> value.status() == StatusCodes.Bad_SensorFailure));
    }

    @Test
    void nothingNewIsAKeepAlive() throws InterruptedException {
        plant.start();
        run(settings(plant.port()));
        keeper.await(Batch.Alive.class, 0);
    }

    @Test
    void aShortCutKeepsTheSubscriptionAndLosesNothing() throws InterruptedException {
        plant.start();
        CuttableWire wire = wire();
        run(settings(wire.port()).withSecurity(trusted()));
        awaitReading("SO2", "12.3@0");
        wire.cut();
        keeper.await(Batch.Lost.class, 0);
        plant.set("SO2", 13.5f, START.plusSeconds(1));
        plant.set("SO2", 14.5f, START.plusSeconds(2));
        wire.mend();
        awaitReading("SO2", "14.5@2");
        assertEquals(List.of("12.3@0", "13.5@1", "14.5@2"), readings("SO2"));
        assertEquals(Batch.How.TRANSFERRED, keeper.await(Batch.Resumed.class, 3).how());
    }

    @Test
    void whenTheServerHandsNoSubscriptionOverItIsMadeAnewAndTheHistoryFillsTheCut() throws InterruptedException {
        plant.withoutTransfer().start();
        CuttableWire wire = wire();
        run(settings(wire.port()).withSecurity(trusted()));
        awaitReading("SO2", "12.3@0");
        wire.cut();
        keeper.await(Batch.Lost.class, 0);
        plant.dropSessions(true);
        for (int second = 1; second <= 7; second++) {
            plant.set("SO2", 12.5f + second, START.plusSeconds(second));
        }
        int before = keeper.batches().size();
        wire.mend();
        Batch.Filled filled = keeper.await(Batch.Filled.class, before);
        assertEquals(Batch.Outcome.COMPLETE, filled.outcome());
        assertEquals(
                Batch.How.RECREATED, keeper.await(Batch.Resumed.class, before).how());
        assertEquals(
                List.of("12.3@0", "13.5@1", "14.5@2", "15.5@3", "16.5@4", "17.5@5", "18.5@6", "19.5@7"),
                readings("SO2").stream()
                        .sorted(java.util.Comparator.comparing(r -> Integer.valueOf(r.substring(r.indexOf('@') + 1))))
                        .toList(),
                "each value once");
    }

    private Security trusted() {
        trustPlant();
        return new Security(Security.Policy.BASIC256_SHA256, Security.Mode.SIGN_AND_ENCRYPT);
    }

    private void trustPlant() {
        trust.judge(List.of(plant.certificate()), Optional.empty(), "127.0.0.1", Instant.now());
        assertTrue(trust.accept(Certificates.thumbprint(plant.certificate())));
    }
}
