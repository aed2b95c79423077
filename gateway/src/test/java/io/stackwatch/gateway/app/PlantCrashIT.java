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
import io.stackwatch.simulator.boiler.server.PlainClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built programs, gateway and OPC UA server, killed in turn: no value twice, every value that the server knows is there, and
 * every cut has both ends and says how it was filled.
 */
class PlantCrashIT {

    private static final int KILLS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> NODES = List.of("B01/SO2", "B01/NOx", "B01/O2");

    @TempDir
    private Path folder;

    private final long seed = System.nanoTime();
    private final Random moments = new Random(seed);
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void twentyKillsOfEitherSideLoseNoValueAndDoubleNone() throws Exception {
        int plantPort = freePort();
        int web = freePort();
        String endpoint = "opc.tcp://localhost:" + plantPort;
        Path file = folder.resolve("stackwatch.yaml");
        Files.writeString(
                file,
                "data-dir: %s\nhj212:\n  host: 127.0.0.1\n  port: 0\nhttp.port: %d\njournal.segment-mib: 8\n"
                        .formatted(folder.resolve("data"), web));
        Config config = Config.read(file.toString(), Files.readString(file), Map.of());
        register(config, endpoint);
        Path scenario = folder.resolve("plant.yaml");
        Files.writeString(
                scenario,
                """
                title: a boiler that is killed
                zone: Asia/Shanghai
                server: {interval: 1s, history: 1h, anonymous: yes}
                boilers:
                  - {name: B01, rated: 35}
                """);

        Process plant = plant(scenario, plantPort);
        Process gateway = gateway(file);
        awaitValues(web);
        List<Instant> killed = new ArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            boolean gatewayDies = kill % 2 == 0;
            Process victim = gatewayDies ? gateway : plant;
            boolean ended = victim.waitFor(200 + moments.nextInt(2_500), TimeUnit.MILLISECONDS);
            assertTrue(!ended, () -> "ended by itself; seed " + seed);
            victim.destroyForcibly().waitFor();
            killed.add(Instant.now());
            if (gatewayDies) {
                gateway = gateway(file);
            } else {
                plant = plant(scenario, plantPort);
            }
            if (kill % 4 >= 2) {
                // every other time the next kill does not wait until all is well again
                awaitValues(web);
            }
        }
        awaitValues(web);
        // values come before the row of the cut behind them: the cut of the last kill is waited for as well
        Eventually.holds(
                PATIENCE,
                "a cut is open, or a kill lies in none; seed " + seed,
                () -> isAccountedFor(killed, gaps(web)));
        List<JsonNode> gaps = gaps(web);
        gateway.destroy();
        gateway.waitFor(20, TimeUnit.SECONDS);

        Map<String, NavigableMap<Instant, NodeValue>> kept = keptOnce(config);
        int compared = 0;
        try (PlainClient witness = PlainClient.connect(endpoint)) {
            for (String node : NODES) {
                compared += assertNothingIsMissing(node, kept.get("ns=2;s=" + node), gaps, witness);
            }
        }
        System.out.println("plant crash test: kills=" + KILLS + " seed=" + seed + " cuts=" + gaps.size() + " values="
                + kept.values().stream().mapToInt(Map::size).sum() + " compared=" + compared);
    }

    private static boolean isAccountedFor(List<Instant> killed, List<JsonNode> gaps) {
        return gaps.stream().noneMatch(gap -> gap.path("outcome").isNull())
                && killed.stream().allMatch(kill -> gaps.stream().anyMatch(gap -> isIn(kill, gap)));
    }

    private static void register(Config config, String endpoint) throws IOException {
        Path sheets = Files.createDirectories(DataFolder.of(config).root().resolve("sheets"));
        Files.write(sheets.resolve("enterprises.csv"), List.of("id,name,region,from", "E1,示例厂,371502,2020-01-01"));
        Files.write(
                sheets.resolve("outlets.csv"),
                List.of("id,enterprise,name,industry,factors,from", "DA001,E1,1号锅炉,D4430,a21026 a21002,2020-01-01"));
        Files.write(
                sheets.resolve("opcua-sources.csv"),
                List.of("id,endpoint,publishing_ms,sampling_ms,from", "PLANT-1," + endpoint + ",300,300,2020-01-01"));
        Files.write(
                sheets.resolve("opcua-nodes.csv"),
                List.of(
                        "source,node,outlet,factor,unit,from",
                        "PLANT-1,ns=2;s=B01/SO2,DA001,a21026,mg/m3,2020-01-01",
                        "PLANT-1,ns=2;s=B01/NOx,DA001,a21002,mg/m3,2020-01-01",
                        "PLANT-1,ns=2;s=B01/O2,DA001,a19001,%,2020-01-01"));
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            assertEquals(
                    List.of(),
                    new RegistryImport(store, StandardLimits.load())
                            .takeOver(sheets)
                            .errors());
        }
    }

    private Process gateway(Path config) throws IOException {
        return java("gateway.log", Path.of("target", "stackwatch.jar"), "serve", "--config", config.toString());
    }

    private Process plant(Path scenario, int port) throws IOException {
        return java(
                "plant.log",
                Path.of("..", "simulator", "target", "simulator.jar"),
                "boiler",
                "--scenario",
                scenario.toString(),
                "--port",
                String.valueOf(port),
                "--folder",
                folder.resolve("plant").toString());
    }

    private Process java(String log, Path jar, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-jar",
                jar.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve(log).toFile()))
                .start();
        processes.add(process);
        return process;
    }

    private void awaitValues(int web) {
        Eventually.holds(PATIENCE, "no values; seed " + seed + tail("gateway.log") + tail("plant.log"), () -> {
            JsonNode source = get(web, "/api/v1/sources/PLANT-1");
            return source.path("state").asText().equals("CONNECTED")
                    && !source.path("heardUntil").isNull()
                    && Instant.parse(source.get("heardUntil").asText())
                            .isAfter(Instant.parse(source.get("since").asText()));
        });
    }

    private static List<JsonNode> gaps(int web) {
        List<JsonNode> gaps = new ArrayList<>();
        get(web, "/api/v1/sources/PLANT-1/gaps?limit=100").path("items").forEach(gaps::add);
        return gaps;
    }

    /** Empty while nobody answers. */
    private static JsonNode get(int web, String path) {
        try {
            return new GatewayApi(web).get(path);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        } catch (Exception notThere) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
    }

    /** What the journal has of each node, by source timestamp; none of them twice. */
    private Map<String, NavigableMap<Instant, NodeValue>> keptOnce(Config config) throws IOException {
        Map<String, NavigableMap<Instant, NodeValue>> kept = new TreeMap<>();
        try (SegmentJournal journal = SegmentJournal.open(
                DataFolder.of(config).journal(), JournalOptions.defaults().withSegmentBytes(8 << 20))) {
            for (long sequence = journal.tail(); sequence <= journal.head(); sequence++) {
                long record = sequence;
                journal.read(sequence)
                        .filter(read -> read.arrival().connector().equals(PlantSources.CONNECTOR))
                        .flatMap(read ->
                                BatchCodec.decode(read.arrival().bytes()).batch())
                        .map(Batch::values)
                        .orElse(List.of())
                        .forEach(value -> assertTrue(
                                kept.computeIfAbsent(value.node(), node -> new TreeMap<>())
                                                .put(value.sourceTime().orElseThrow(), value)
                                        == null,
                                () -> "twice, again in record " + record + ": " + value + "; seed " + seed));
            }
        }
        return kept;
    }

    /** Everything that the server itself says has happened since the first value is there, or lies in a cut that says so. */
    private int assertNothingIsMissing(
            String node, NavigableMap<Instant, NodeValue> kept, List<JsonNode> gaps, PlainClient witness)
            throws Exception {
        List<DataValue> happened =
                witness.history(node, kept.firstKey(), kept.lastKey().plusMillis(1), 1_000);
        assertTrue(happened.size() > KILLS, "too little happened to prove anything: " + happened.size());
        for (int i = 1; i < happened.size(); i++) {
            Instant at = Objects.requireNonNull(happened.get(i).getSourceTime()).getJavaInstant();
            boolean news =
                    !happened.get(i).getValue().equals(happened.get(i - 1).getValue());
            assertTrue(
                    !news || kept.containsKey(at) || isInACutThatLacks(at, gaps),
                    () -> node + " at " + at + " is missing; seed " + seed + "; cuts " + gaps);
        }
        return happened.size();
    }

    private static boolean isInACutThatLacks(Instant at, List<JsonNode> gaps) {
        return gaps.stream().anyMatch(gap -> !gap.get("outcome").asText().equals("COMPLETE") && isIn(at, gap));
    }

    private static boolean isIn(Instant at, JsonNode gap) {
        return !at.isBefore(Instant.parse(gap.get("from").asText()))
                && !at.isAfter(Instant.parse(gap.get("until").asText()));
    }

    private String tail(String log) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(log));
            return "\n" + log + ":\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException none) {
            return "";
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
