package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.BatchCodec;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.history.Eventually;
import io.stackwatch.gateway.journal.segment.JournalOptions;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistryImport;
import io.stackwatch.simulator.boiler.server.BoilerServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Either side goes and comes back, again and again: no value twice, every cut with both ends. */
final class PlantRestartsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TIMES = 3;

    @TempDir
    Path folder;

    private BoilerServer boilers;
    private Config config;
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        boilers = BoilersOnTheWall.start(folder.resolve("boilers"));
        config = SmallCity.config(Files.createDirectories(folder.resolve("data")));
        Path sheets = Files.createDirectories(folder.resolve("sheets"));
        Files.write(sheets.resolve("enterprises.csv"), List.of("id,name,region,from", "E1,示例厂,371502,2020-01-01"));
        Files.write(
                sheets.resolve("outlets.csv"),
                List.of("id,enterprise,name,industry,factors,from", "DA001,E1,1号锅炉,D4430,a21026 a19001,2020-01-01"));
        Files.write(
                sheets.resolve("opcua-sources.csv"),
                List.of(
                        "id,endpoint,publishing_ms,sampling_ms,from",
                        "PLANT-1," + boilers.endpointUrl() + ",200,200,2020-01-01"));
        Files.write(
                sheets.resolve("opcua-nodes.csv"),
                List.of(
                        "source,node,outlet,factor,unit,from",
                        "PLANT-1,ns=2;s=B01/SO2,DA001,a21026,mg/m3,2020-01-01",
                        "PLANT-1,ns=2;s=B01/O2,DA001,a19001,%,2020-01-01"));
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            assertEquals(
                    List.of(),
                    new RegistryImport(store, StandardLimits.load())
                            .takeOver(sheets)
                            .errors());
        }
        gateway = Gateway.start(config);
    }

    @AfterEach
    void stop() {
        gateway.close();
        boilers.close();
    }

    private JsonNode source() throws Exception {
        return new GatewayApi(gateway.webPort()).get("/api/v1/sources/PLANT-1");
    }

    /** Connected, and something was kept since: a cut right behind another without a word between is one cut. */
    private void awaitValues() {
        Eventually.holds(PATIENCE, "no values", () -> {
            JsonNode source = source();
            return source.path("state").asText().equals("CONNECTED")
                    && !source.get("heardUntil").isNull()
                    && Instant.parse(source.get("heardUntil").asText())
                            .isAfter(Instant.parse(source.get("since").asText()));
        });
    }

    @Test
    void whoeverGoesAndComesBackNoValueComesTwiceAndEveryCutIsAccountedFor() throws Exception {
        awaitValues();
        for (int i = 0; i < TIMES; i++) {
            gateway.close();
            gateway = Gateway.start(config);
            awaitValues();
            boilers.command("fault server server-stop for 2s");
            Eventually.holds(PATIENCE, "the cut is not seen", () -> !source().path("state")
                    .asText()
                    .equals("CONNECTED"));
            awaitValues();
        }
        Eventually.holds(
                PATIENCE,
                "a cut is open",
                () -> gaps().stream()
                                .filter(gap -> gap.get("outcome").asText().equals("COMPLETE"))
                                .count()
                        >= 2 * TIMES);
        gateway.close();

        List<Batch> batches = batches();
        Set<List<Object>> values = new HashSet<>();
        Set<Instant> readBack = new HashSet<>();
        for (Batch batch : batches) {
            for (NodeValue value : batch.values()) {
                Instant at = value.sourceTime().orElseThrow();
                assertTrue(
                        values.add(List.of(value.node(), at, value.status(), value.value())), () -> "twice: " + value);
                if (batch instanceof Batch.History) {
                    readBack.add(at);
                }
            }
        }
        assertTrue(!readBack.isEmpty(), "what came while the gateway was away is read back");
        long resumed = batches.stream().filter(Batch.Resumed.class::isInstance).count();
        assertTrue(resumed >= 2L * TIMES + 1, "resumed " + resumed + " times");
    }

    private List<JsonNode> gaps() throws Exception {
        List<JsonNode> gaps = new ArrayList<>();
        new GatewayApi(gateway.webPort())
                .get("/api/v1/sources/PLANT-1/gaps")
                .get("items")
                .forEach(gaps::add);
        return gaps;
    }

    private List<Batch> batches() throws IOException {
        List<Batch> batches = new ArrayList<>();
        try (SegmentJournal journal = SegmentJournal.open(
                DataFolder.of(config).journal(), JournalOptions.defaults().withReserveBytes(16L << 20))) {
            for (long sequence = journal.tail(); sequence <= journal.head(); sequence++) {
                journal.read(sequence)
                        .filter(record -> record.arrival().connector().equals(PlantSources.CONNECTOR))
                        .flatMap(record ->
                                BatchCodec.decode(record.arrival().bytes()).batch())
                        .ifPresent(batches::add);
            }
        }
        return batches;
    }
}
