package io.stackwatch.connectors.opcua.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.Unread;
import io.stackwatch.connectors.opcua.plant.Plant;
import io.stackwatch.connectors.opcua.source.MonitoredNode;
import io.stackwatch.connectors.opcua.source.SourceSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
}
