package io.stackwatch.connectors.opcua.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import io.stackwatch.connectors.opcua.batch.Recollection;
import io.stackwatch.connectors.opcua.plant.CuttableWire;
import io.stackwatch.connectors.opcua.plant.Plant;
import io.stackwatch.connectors.opcua.plant.PlantCertificate;
import io.stackwatch.connectors.opcua.source.Identity;
import io.stackwatch.connectors.opcua.source.MonitoredNode;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.Security;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.connectors.opcua.trust.Certificates;
import io.stackwatch.connectors.opcua.trust.KnownCertificate;
import io.stackwatch.connectors.opcua.trust.TrustStore;
import io.stackwatch.core.registry.Mn;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Rhythm QUICK = new Rhythm(Duration.ofMillis(50), Duration.ofMillis(50), 10, 4, 600);
    private static final ClientOptions OPTIONS = ClientOptions.defaults()
            .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(60))
            .withBackoff(Duration.ofMillis(300), Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofMillis(300))
            .withBadNodeRetry(Duration.ofMillis(200));

    @TempDir
    private Path folder;

    private final Instant start = Instant.now();

    private final Plant plant = new Plant("SO2", "NOX");
    private final MemoryKeeper keeper = new MemoryKeeper();
    private final List<AutoCloseable> open = new ArrayList<>();
    private TrustStore trust;

    @BeforeEach
    void openTrust() throws IOException {
        trust = TrustStore.open(folder, "urn:stackwatch:test:client", Instant.now());
        plant.set("SO2", 12.3f, start);
        plant.set("NOX", 40.5, start);
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
                        () -> "nothing");
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
        awaitReading("SO2", "12.3");
        plant.set("SO2", 13.5f, Instant.now());
        plant.set("SO2", 14.5f, Instant.now());
        awaitReading("SO2", "14.5");
        assertEquals(List.of("12.3", "13.5", "14.5"), readings("SO2"));
        assertEquals(List.of("40.5"), readings("NOX"));
        Batch.Resumed first = keeper.await(Batch.Resumed.class, 0);
        assertEquals(Batch.How.STARTED, first.how());
        assertEquals(Optional.empty(), first.heardUntil());
        assertTrue(keeper.batches().stream().noneMatch(Batch.Filled.class::isInstance), "nothing was cut");
    }

    @Test
    void aBadStatusArrivesAsItIs() throws InterruptedException {
        plant.start();
        run(settings(plant.port()));
        awaitReading("SO2", "12.3");
        plant.set("SO2", 13.5f, new StatusCode(StatusCodes.Bad_SensorFailure), Instant.now());
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
        awaitReading("SO2", "12.3");
        wire.cut();
        keeper.await(Batch.Lost.class, 0);
        plant.set("SO2", 13.5f, Instant.now());
        plant.set("SO2", 14.5f, Instant.now());
        wire.mend();
        awaitReading("SO2", "14.5");
        assertEquals(List.of("12.3", "13.5", "14.5"), readings("SO2"));
        assertEquals(Batch.How.TRANSFERRED, keeper.await(Batch.Resumed.class, 3).how());
    }

    @Test
    void whenTheServerHandsNoSubscriptionOverItIsMadeAnewAndTheHistoryFillsTheCut() throws InterruptedException {
        plant.withoutTransfer().start();
        CuttableWire wire = wire();
        run(settings(wire.port()).withSecurity(trusted()));
        awaitReading("SO2", "12.3");
        wire.cut();
        keeper.await(Batch.Lost.class, 0);
        plant.dropSessions(true);
        for (int second = 1; second <= 7; second++) {
            plant.set("SO2", 12.5f + second, Instant.now());
        }
        int before = keeper.batches().size();
        wire.mend();
        Batch.Filled filled = keeper.await(Batch.Filled.class, before);
        assertEquals(Batch.Outcome.COMPLETE, filled.outcome());
        assertEquals(
                Batch.How.RECREATED, keeper.await(Batch.Resumed.class, before).how());
        assertEquals(
                List.of("12.3", "13.5", "14.5", "15.5", "16.5", "17.5", "18.5", "19.5"),
                inTime(readings("SO2")),
                "each value once");
    }

    @Test
    void aServerThatRestartsWithItsCertificateIsFilledFromItsHistory() throws InterruptedException {
        plant.start();
        OpcUaConnector connector = run(settings(plant.port()).withSecurity(trusted()));
        awaitReading("SO2", "12.3");
        plant.stop();
        keeper.await(Batch.Lost.class, 0);
        plant.set("SO2", 13.5f, Instant.now());
        plant.set("SO2", 14.5f, Instant.now());
        int before = keeper.batches().size();
        plant.start();
        assertEquals(
                Batch.Outcome.COMPLETE, keeper.await(Batch.Filled.class, before).outcome());
        assertEquals(List.of("12.3", "13.5", "14.5"), inTime(readings("SO2")), "each value once");
        awaitState(connector, SourceState.CONNECTED);
    }

    @Test
    void withoutHistoryTheCutStaysAGapAndSaysSo() throws InterruptedException {
        plant.withoutHistory().start();
        run(settings(plant.port()));
        awaitReading("SO2", "12.3");
        plant.stop();
        keeper.await(Batch.Lost.class, 0);
        plant.set("SO2", 13.5f, Instant.now());
        plant.set("SO2", 14.5f, Instant.now());
        int before = keeper.batches().size();
        plant.start();
        assertEquals(
                Batch.Outcome.NOT_OFFERED,
                keeper.await(Batch.Filled.class, before).outcome());
        awaitReading("SO2", "14.5");
        assertEquals(List.of("12.3", "14.5"), readings("SO2"));
    }

    @Test
    void aNewCertificateIsRefusedUntilSomebodyTrustsIt() throws InterruptedException {
        plant.start();
        OpcUaConnector connector = run(settings(plant.port()).withSecurity(trusted()));
        awaitReading("SO2", "12.3");
        plant.stop();
        plant.withCertificate(PlantCertificate.make()).start();
        awaitState(connector, SourceState.CERTIFICATE_REFUSED);
        String shown = Certificates.thumbprint(plant.certificate());
        assertEquals(Optional.of(shown), connector.statuses().get(0).refusedThumbprint());
        assertEquals("NOT_TRUSTED", connector.statuses().get(0).reason());
        assertEquals(
                List.of(shown),
                trust.rejected().stream().map(KnownCertificate::thumbprint).toList());
        assertTrue(trust.accept(shown));
        connector.tryNow(SOURCE);
        awaitState(connector, SourceState.CONNECTED);
        plant.set("SO2", 13.5f, Instant.now());
        awaitReading("SO2", "13.5");
    }

    @Test
    void aWrongPasswordIsABadIdentityAndARightOneIsNot() throws InterruptedException {
        plant.start();
        trustPlant();
        OpcUaConnector wrong = run(settings(plant.port()).withIdentity(new Identity.UserPassword(Plant.USER, "guess")));
        awaitState(wrong, SourceState.BAD_IDENTITY);
        run(settings(plant.port()).withIdentity(new Identity.UserPassword(Plant.USER, Plant.PASSWORD)));
        awaitReading("SO2", "12.3");
        assertEquals(SourceState.BAD_IDENTITY, wrong.statuses().get(0).state());
    }

    @Test
    void aServerThatDoesNotTrustOurCertificateIsABadIdentity() {
        plant.withoutTrustInClients().start();
        OpcUaConnector connector = run(settings(plant.port()).withSecurity(trusted()));
        awaitState(connector, SourceState.BAD_IDENTITY);
    }

    @Test
    void aPasswordIsNotSaidToAServerThatNobodyTrusts() {
        plant.start();
        OpcUaConnector connector =
                run(settings(plant.port()).withIdentity(new Identity.UserPassword(Plant.USER, Plant.PASSWORD)));
        awaitState(connector, SourceState.CERTIFICATE_REFUSED);
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() throws InterruptedException {
        OpcUaConnector connector = run(settings(plant.port()));
        awaitState(connector, SourceState.CONNECTING);
        plant.start();
        awaitReading("SO2", "12.3");
        assertTrue(keeper.batches().stream().noneMatch(Batch.Lost.class::isInstance), "what never was is not lost");
    }

    @Test
    void aNodeThatTheServerDoesNotKnowIsNamedAndComesWhenItDoes() throws InterruptedException {
        plant.start();
        List<MonitoredNode> nodes = new ArrayList<>(plant.monitored());
        nodes.add(MonitoredNode.of(Plant.id("PM")));
        nodes.add(MonitoredNode.of("nsu=urn:nobody;s=PM"));
        OpcUaConnector connector =
                run(SourceSettings.of(SOURCE, plant.url(), nodes).withRhythm(QUICK));
        awaitReading("SO2", "12.3");
        assertEquals(
                Map.of(
                        Plant.id("PM"),
                        StatusCodes.Bad_NodeIdUnknown,
                        "nsu=urn:nobody;s=PM",
                        StatusCodes.Bad_NodeIdUnknown),
                connector.statuses().get(0).badNodes());
        plant.add("PM");
        plant.set("PM", 5, start);
        awaitReading("PM", "5");
        assertEquals(
                Set.of("nsu=urn:nobody;s=PM"),
                connector.statuses().get(0).badNodes().keySet());
    }

    @Test
    void whatIsRefusedIsOfferedAgainInItsOrder() throws InterruptedException {
        plant.start();
        run(settings(plant.port()));
        awaitReading("SO2", "12.3");
        // no more than the queue of the server holds
        keeper.refuse(true);
        for (int second = 1; second <= 8; second++) {
            plant.set("SO2", 12.5f + second, Instant.now());
        }
        keeper.awaitRefusals(3);
        keeper.refuse(false);
        awaitReading("SO2", "20.5");
        List<String> readings = readings("SO2");
        assertEquals(inTime(readings), readings, "in their order");
        assertEquals(new HashSet<>(readings).size(), readings.size(), "each value once");
    }

    @Test
    void afterAStartOfOursTheTimeSinceIsACut() throws Exception {
        plant.start();
        OpcUaConnector first = run(settings(plant.port()));
        awaitReading("SO2", "12.3");
        first.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
        Recollection recollection = new Recollection();
        keeper.batches().forEach(recollection::add);
        plant.setUnseen("SO2", 13.5f, Instant.now());
        plant.set("SO2", 14.5f, Instant.now());
        int before = keeper.batches().size();
        run(settings(plant.port()), recollection);
        Batch.Filled filled = keeper.await(Batch.Filled.class, before);
        assertEquals(Batch.Outcome.COMPLETE, filled.outcome());
        Batch.Resumed resumed = keeper.await(Batch.Resumed.class, before);
        assertEquals(Batch.How.STARTED, resumed.how());
        assertEquals(Optional.of(filled.from()), resumed.heardUntil());
        assertEquals(List.of("12.3", "13.5", "14.5"), inTime(readings("SO2")), "each value once");
    }

    @Test
    void aQueueThatWasTooShortIsACutThatTheHistoryFills() throws InterruptedException {
        plant.start();
        OpcUaConnector connector = run(settings(plant.port()));
        awaitReading("SO2", "12.3");
        List<String> all = new ArrayList<>(List.of("12.3"));
        for (int i = 0; i < 60; i++) {
            plant.set("SO2", 13 + i, Instant.now());
            all.add(String.valueOf(13 + i));
        }
        Batch.Lost lost = keeper.await(Batch.Lost.class, 0);
        assertEquals("QUEUE_OVERFLOW", lost.reason());
        keeper.await(Batch.Filled.class, 0);
        keeper.await(
                "all of them",
                batches -> batches.stream()
                                .flatMap(batch -> batch.values().stream())
                                .filter(value -> value.node().equals(Plant.id("SO2")))
                                .count()
                        >= all.size());
        assertEquals(all, inTime(readings("SO2")), "each value once");
        assertTrue(connector.statuses().get(0).counts().overflows() > 0, "counted");
    }

    @Test
    void aSessionThatTheServerEndsIsMadeAnewAndItsSubscriptionTakenOver() throws InterruptedException {
        plant.start();
        run(settings(plant.port()).withSecurity(trusted()));
        awaitReading("SO2", "12.3");
        plant.dropSessions(false);
        plant.set("SO2", 13.5f, Instant.now());
        plant.set("SO2", 14.5f, Instant.now());
        keeper.await(Batch.Lost.class, 0);
        awaitReading("SO2", "14.5");
        keeper.await(
                "a second beginning",
                batches ->
                        batches.stream().filter(Batch.Resumed.class::isInstance).count() >= 2);
        assertEquals(List.of("12.3", "13.5", "14.5"), inTime(readings("SO2")), "each value once");
        assertEquals(
                List.of(Batch.How.STARTED, Batch.How.TRANSFERRED),
                keeper.batches().stream()
                        .filter(Batch.Resumed.class::isInstance)
                        .map(batch -> ((Batch.Resumed) batch).how())
                        .toList());
    }

    @Test
    void moreNodesThanARequestTakesAreAskedForInSeveral() throws InterruptedException {
        Plant large = Plant.withNodes(2500);
        open.add(large);
        for (int i = 0; i < 2500; i++) {
            large.set("N" + i, i, start);
        }
        large.start();
        OpcUaConnector connector =
                run(SourceSettings.of(SOURCE, large.url(), large.monitored()).withRhythm(QUICK));
        keeper.await(
                "a value of each",
                batches -> batches.stream()
                                .flatMap(batch -> batch.values().stream())
                                .map(NodeValue::node)
                                .distinct()
                                .count()
                        == 2500);
        assertEquals(Map.of(), connector.statuses().get(0).badNodes());
        assertTrue(
                keeper.batches().stream().allMatch(batch -> batch.values().size() <= Batch.MAX_VALUES),
                "no batch is too large");
    }

    /** The values of these tests grow. */
    private static List<String> inTime(List<String> readings) {
        return readings.stream().sorted(Comparator.comparing(BigDecimal::new)).toList();
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
