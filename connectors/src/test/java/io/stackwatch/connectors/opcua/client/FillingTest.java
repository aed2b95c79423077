package io.stackwatch.connectors.opcua.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import io.stackwatch.connectors.opcua.batch.Unread;
import io.stackwatch.connectors.opcua.batch.Value;
import io.stackwatch.connectors.opcua.plant.Plant;
import io.stackwatch.connectors.opcua.source.MonitoredNode;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about a cut when its history was read. */
final class FillingTest {

    @TempDir
    private Path folder;

    private final Plant plant = new Plant("SO2", "NOX");

    @BeforeEach
    void measure() {
        plant.set("SO2", 12.3f, Instant.now());
        plant.set("NOX", 40.5, Instant.now());
        plant.start();
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private Batch.Filled filledAfterACut(SourceSettings settings, int values) throws Exception {
        try (RunningLine line = RunningLine.of(folder, settings.withRhythm(RunningLine.QUICK))) {
            line.awaitReading("SO2", "12.3");
            plant.stop();
            line.keeper.await(Batch.Lost.class, 0);
            for (int i = 1; i <= values; i++) {
                plant.set("SO2", 12.5f + i, Instant.now());
            }
            int before = line.keeper.batches().size();
            plant.start();
            return line.keeper.await(Batch.Filled.class, before);
        }
    }

    private SourceSettings settings(List<MonitoredNode> nodes) {
        return SourceSettings.of(RunningLine.SOURCE, plant.url(), nodes);
    }

    @Test
    void whereEveryNodeWasReadNoneIsNamed() throws Exception {
        Batch.Filled filled = filledAfterACut(settings(plant.monitored()), 2);
        assertEquals(Batch.Outcome.COMPLETE, filled.outcome());
        assertEquals(Unread.NONE, filled.unread());
    }

    @Test
    void nodesThatCannotBeReadAreNamedWithWhatStoodInTheWay() throws Exception {
        plant.refuseHistory("NOX", StatusCodes.Bad_HistoryOperationUnsupported);
        List<MonitoredNode> nodes = new ArrayList<>(plant.monitored());
        nodes.add(MonitoredNode.of("nsu=urn:nobody;s=PM"));
        nodes.add(MonitoredNode.of(Plant.id("PM")));
        Batch.Filled filled = filledAfterACut(settings(nodes), 2);
        assertEquals(Batch.Outcome.PARTLY, filled.outcome());
        assertEquals(3, filled.unread().number());
        assertEquals(
                Set.of(
                        new Unread.Node(Plant.id("NOX"), StatusCodes.Bad_HistoryOperationUnsupported),
                        new Unread.Node("nsu=urn:nobody;s=PM", StatusCodes.Bad_NodeIdUnknown),
                        new Unread.Node(Plant.id("PM"), StatusCodes.Bad_NodeIdUnknown)),
                Set.copyOf(filled.unread().named()));
    }

    @Test
    void ofManyUnreadNodesTheFirstAreNamedAndAllAreCounted() throws Exception {
        List<MonitoredNode> nodes = new ArrayList<>(plant.monitored());
        IntStream.range(0, 60).forEach(i -> nodes.add(MonitoredNode.of(Plant.id("GONE" + i))));
        Batch.Filled filled = filledAfterACut(settings(nodes), 2);
        assertEquals(Batch.Outcome.PARTLY, filled.outcome());
        assertEquals(60, filled.unread().number());
        assertEquals(
                Unread.MAX_NAMED,
                filled.unread().named().stream()
                        .map(Unread.Node::node)
                        .distinct()
                        .count());
        assertEquals(
                Set.of(StatusCodes.Bad_NodeIdUnknown),
                filled.unread().named().stream().map(Unread.Node::status).collect(Collectors.toSet()));
    }

    @Test
    void whereWeAreToldNotToReadAllNodesAreUnreadAndNoneIsNamed() throws Exception {
        Batch.Filled filled = filledAfterACut(settings(plant.monitored()).withReadHistory(false), 2);
        assertEquals(Batch.Outcome.NOT_OFFERED, filled.outcome());
        assertEquals(new Unread(2, List.of()), filled.unread());
    }

    @Test
    void aReadingThatGoesOnBehindAStartOfOursCountsWhatCameBeforeToo() throws Exception {
        Instant cut = Instant.now().minusSeconds(60);
        List<NodeValue> read = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            plant.setUnseen("SO2", 20f + i, cut.plusSeconds(i));
            if (i <= 2) {
                read.add(new NodeValue(
                        Plant.id("SO2"),
                        Value.Numeric.of(20f + i),
                        0,
                        Optional.of(cut.plusSeconds(i)),
                        Optional.of(cut.plusSeconds(i))));
            }
        }
        List<Batch> before = List.of(
                new Batch.Alive(RunningLine.SOURCE, 7, cut),
                new Batch.Lost(RunningLine.SOURCE, 7, cut, "SILENT"),
                new Batch.Resumed(RunningLine.SOURCE, 8, cut, Batch.How.RECREATED, Optional.of(cut)),
                new Batch.History(RunningLine.SOURCE, 8, cut, read));
        SourceSettings settings = settings(plant.monitored()).withRhythm(RunningLine.QUICK);
        try (RunningLine line = RunningLine.knowing(folder, settings, before)) {
            Batch.Filled filled = line.keeper.await(Batch.Filled.class, 0);
            long now = line.keeper.batches().stream()
                    .takeWhile(batch -> batch != filled)
                    .filter(Batch.History.class::isInstance)
                    .mapToLong(batch -> batch.values().size())
                    .sum();
            assertTrue(now >= 3, "what was not read before: " + now);
            assertEquals(2 + now, filled.count());
        }
    }
}
