package io.stackwatch.connectors.opcua.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.plant.CuttableWire;
import io.stackwatch.connectors.opcua.plant.Plant;
import io.stackwatch.connectors.opcua.source.MonitoredNode;
import io.stackwatch.connectors.opcua.source.Rhythm;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import io.stackwatch.connectors.opcua.source.SourceState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are silent, forgetful, sparing with values or wrong about the time. */
final class StubbornServersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Plant plant = new Plant("SO2");
    private CuttableWire wire;

    @BeforeEach
    void start() {
        plant.set("SO2", 12.3f, Instant.now());
        plant.start();
        wire = new CuttableWire(plant.port());
    }

    @AfterEach
    void close() {
        wire.close();
        plant.close();
    }

    private SourceSettings settings(MonitoredNode... nodes) {
        return SourceSettings.of(RunningLine.SOURCE, Plant.url(wire.port()), List.of(nodes))
                .withRhythm(RunningLine.QUICK);
    }

    private static MonitoredNode so2(double deadband) {
        return new MonitoredNode(Plant.id("SO2"), Optional.empty(), deadband);
    }

    @Test
    void aServerThatTakesTheCallAndSaysNothingIsLeftInTimeAndCalledAgain() throws Exception {
        wire.mute(true);
        ClientOptions impatient = RunningLine.OPTIONS.withTimeouts(
                Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(60));
        try (RunningLine line = RunningLine.of(folder, settings(so2(0)), impatient, Clock.systemUTC())) {
            line.awaitStatus("three attempts", status -> status.counts().attempts() >= 3);
            assertEquals(SourceState.CONNECTING, line.status().state());
            assertFalse(line.status().reason().isEmpty(), "it says why");
            assertEquals(List.of(), line.keeper.batches(), "what never was is not lost");
            wire.mute(false);
            line.awaitReading("SO2", "12.3");
        }
    }

    @Test
    void aServerThatFallsSilentInTheMiddleIsACutThatIsFilled() throws Exception {
        ClientOptions impatient = RunningLine.OPTIONS.withTimeouts(
                Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(60));
        try (RunningLine line = RunningLine.of(folder, settings(so2(0)), impatient, Clock.systemUTC())) {
            line.awaitReading("SO2", "12.3");
            wire.cut();
            line.keeper.await(Batch.Lost.class, 0);
            wire.mute(true);
            wire.mend();
            long attempts = line.status().counts().attempts();
            line.awaitStatus("two more attempts", status -> status.counts().attempts() >= attempts + 2);
            assertEquals(SourceState.LOST, line.status().state());
            plant.set("SO2", 13.5f, Instant.now());
            plant.set("SO2", 14.5f, Instant.now());
            int before = line.keeper.batches().size();
            wire.mute(false);
            assertEquals(
                    Batch.Outcome.COMPLETE,
                    line.keeper.await(Batch.Filled.class, before).outcome());
            line.awaitReading("SO2", "14.5");
            assertEquals(
                    List.of("12.3", "13.5", "14.5"),
                    line.readings("SO2").stream().sorted().toList());
        }
    }

    @Test
    void aSubscriptionWhoseLifetimeIsOverIsMadeAnewAndTheCutIsFilled() throws Exception {
        Rhythm shortLived = RunningLine.QUICK.withCounts(4, 12);
        try (RunningLine line =
                RunningLine.trusting(folder, plant, settings(so2(0)).withRhythm(shortLived))) {
            line.awaitReading("SO2", "12.3");
            wire.cut();
            line.keeper.await(Batch.Lost.class, 0);
            plant.set("SO2", 13.5f, Instant.now());
            awaitNoItems();
            plant.set("SO2", 14.5f, Instant.now());
            int before = line.keeper.batches().size();
            wire.mend();
            Batch.Filled filled = line.keeper.await(Batch.Filled.class, before);
            assertEquals(Batch.Outcome.COMPLETE, filled.outcome());
            assertEquals(
                    Batch.How.RECREATED,
                    line.keeper.await(Batch.Resumed.class, before).how());
            line.awaitReading("SO2", "14.5");
            assertEquals(
                    List.of("12.3", "13.5", "14.5"),
                    line.readings("SO2").stream().sorted().toList(),
                    "each value once");
        }
    }

    /** The server forgets a subscription that nobody asks for: no sooner than its shortest lifetime. */
    private void awaitNoItems() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (plant.monitoredItems() > 0) {
            assertTrue(System.nanoTime() < deadline, "the server keeps the subscription");
            Thread.onSpinWait();
        }
    }

    @Test
    void aChangeWithinTheDeadbandDoesNotComeAndALargerOneDoes() throws Exception {
        try (RunningLine line = RunningLine.of(folder, settings(so2(2)))) {
            line.awaitReading("SO2", "12.3");
            assertEquals(Map.of(), line.status().badNodes());
            plant.set("SO2", 13.5f, Instant.now());
            plant.set("SO2", 11.5f, Instant.now());
            plant.set("SO2", 20.5f, Instant.now());
            line.awaitReading("SO2", "20.5");
            assertEquals(List.of("12.3", "20.5"), line.readings("SO2"));
        }
    }

    @Test
    void aClockThatIsFastIsSeenWhenFreshValuesComeAndNotBefore() throws Exception {
        try (RunningLine line = RunningLine.of(folder, settings(so2(0)))) {
            line.awaitReading("SO2", "12.3");
            assertEquals(Optional.empty(), line.status().clock(), "the first value may have stood for hours");
            for (int i = 1; i <= ClockOffset.ENOUGH; i++) {
                plant.set("SO2", 20.5f + i, Instant.now().plus(Duration.ofMinutes(10)));
                line.awaitReading("SO2", String.valueOf(20.5f + i));
            }
            line.awaitStatus("a clock", status -> status.clock().isPresent());
            assertFalse(line.status().clock().orElseThrow().tolerated());
            long seconds = line.status().clock().orElseThrow().offset().toSeconds();
            assertTrue(seconds > 500 && seconds <= 600, seconds + " s");
        }
    }
}
