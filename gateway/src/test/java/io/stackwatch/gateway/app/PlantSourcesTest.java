package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.arrival.Arrived;
import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.BatchCodec;
import io.stackwatch.connectors.opcua.batch.Recollection;
import io.stackwatch.connectors.opcua.client.ClientOptions;
import io.stackwatch.connectors.opcua.source.MonitoredNode;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.connectors.opcua.trust.TrustStore;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.history.Eventually;
import io.stackwatch.gateway.plant.SourcePlan;
import io.stackwatch.simulator.boiler.server.BoilerServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines follow the registry. */
final class PlantSourcesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    @TempDir
    Path folder;

    private final Queue<Arrived> kept = new ConcurrentLinkedQueue<>();
    private volatile SourcePlan plan = new SourcePlan(List.of(), Map.of());
    private BoilerServer boilers;
    private PlantSources sources;

    @BeforeEach
    void start() throws Exception {
        boilers = BoilersOnTheWall.start(folder.resolve("boilers"));
        sources = new PlantSources(
                now -> plan,
                () -> TrustStore.open(folder.resolve("trust"), "urn:stackwatch:test", Instant.now()),
                PlantSources.Way.to((arrival, outcome) -> {
                    kept.add(arrival);
                    outcome.durable();
                }),
                ClientOptions.defaults(),
                source -> new Recollection(),
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        sources.close();
        boilers.close();
    }

    private SourceSettings boiler(String node) {
        return SourceSettings.of(new Mn("PLANT-1"), boilers.endpointUrl(), List.of(MonitoredNode.of("ns=2;s=" + node)))
                .withRhythm(new Rhythm(Duration.ofMillis(200), Duration.ofMillis(200), 10, 3, 100));
    }

    private Set<String> nodes() {
        return kept.stream()
                .flatMap(arrival -> BatchCodec.decode(arrival.bytes()).batch().stream())
                .map(Batch::values)
                .flatMap(List::stream)
                .map(value -> value.node())
                .collect(Collectors.toSet());
    }

    private List<SourceState> states() {
        return sources.statuses().stream().map(SourceStatus::state).toList();
    }

    private void become(SourcePlan wanted) {
        plan = wanted;
        Eventually.holds(PATIENCE, "the lines do not follow", () -> {
            sources.fire(NOON);
            return sources.statuses().size() == wanted.settings().size()
                    && sources.problems().equals(wanted.problems());
        });
    }

    @Test
    void nothingIsMadeWhereNoSourceIsRegistered() {
        sources.fire(NOON);
        assertEquals(List.of(), sources.statuses());
        assertEquals(List.of(), sources.certificates());
        assertFalse(Files.exists(folder.resolve("trust")), "no certificate without a source");
    }

    @Test
    void aChangedMappingIsAnotherSubscription() {
        become(new SourcePlan(List.of(boiler("B01/SO2")), Map.of()));
        Eventually.holds(PATIENCE, "no values of the first node", () -> nodes().equals(Set.of("ns=2;s=B01/SO2")));

        become(new SourcePlan(List.of(boiler("B01/O2")), Map.of()));
        Eventually.holds(PATIENCE, "no values of the second node", () -> nodes().contains("ns=2;s=B01/O2"));
        assertEquals(List.of(SourceState.CONNECTED), states());
    }

    @Test
    void whatIsNoChangeCutsNothing() {
        become(new SourcePlan(List.of(boiler("B01/SO2")), Map.of()));
        Eventually.holds(PATIENCE, "not connected", () -> states().equals(List.of(SourceState.CONNECTED)));
        plan = new SourcePlan(List.of(boiler("B01/SO2")), Map.of(new Mn("PLANT-2"), SourcePlan.NO_NODES));
        for (int i = 0; i < 100; i++) {
            sources.fire(NOON);
        }
        assertEquals(1, sources.statuses().get(0).counts().connects());
        assertEquals(Map.of(new Mn("PLANT-2"), SourcePlan.NO_NODES), sources.problems());
    }

    @Test
    void aSourceThatIsNotRegisteredAnyMoreIsLeft() {
        become(new SourcePlan(List.of(boiler("B01/SO2")), Map.of()));
        Eventually.holds(PATIENCE, "no values", () -> !nodes().isEmpty());
        become(new SourcePlan(List.of(), Map.of(new Mn("PLANT-1"), SourcePlan.NO_NODES)));
        Eventually.holds(PATIENCE, "the session stays", () -> boilers.status().sessions() == 0);
    }

    @Test
    void nothingIsHandedOverBehindTheEnd() {
        become(new SourcePlan(List.of(boiler("B01/SO2")), Map.of()));
        Eventually.holds(PATIENCE, "no values", () -> !nodes().isEmpty());
        sources.close();
        int before = kept.size();
        Eventually.holds(PATIENCE, "the session stays", () -> boilers.status().sessions() == 0);
        sources.fire(NOON);
        assertEquals(before, kept.size());
        assertTrue(sources.certificates().isEmpty());
    }
}
