package io.stackwatch.gateway.app;

import static io.stackwatch.gateway.app.AskedOverSocket.await;
import static io.stackwatch.gateway.app.AskedOverSocket.kinds;
import static io.stackwatch.gateway.app.AskedOverSocket.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.history.Eventually;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.ImportReport;
import io.stackwatch.gateway.registry.RegistryImport;
import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.fleet.Fleet;
import io.stackwatch.simulator.fleet.FleetOptions;
import io.stackwatch.simulator.scenario.Scenario;
import io.stackwatch.simulator.scenario.ScenarioReader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests to simulated loggers, each of which answers wrongly in its own way, through a whole gateway. */
class AskedFleetTest {

    private static final Map<String, String> WRONG = Map.of(
            "1", "",
            "2", "{kind: slow-answer, from: start, to: start+24h, pause: 6s}",
            "3", "{kind: refuse, from: start, to: start+24h, code: 2}",
            "4", "{kind: wrong-qn, from: start, to: start+24h}",
            "5", "{kind: die-halfway, from: start, to: start+24h}",
            "6", "{kind: answer-twice, from: start, to: start+24h}",
            "7", "{kind: silent-to-requests, from: start, to: start+24h}");

    @TempDir
    private static Path folder;

    private static final Vertx VERTX = Vertx.vertx();
    private static Gateway gateway;
    private static GatewayApi api;
    private static Fleet fleet;

    @BeforeAll
    static void start() throws Exception {
        Config config = SmallCity.config(folder);
        register(config);
        Scenario scenario = scenario();
        ScaledClock clock = ScaledClock.startingAt(scenario.start(), 1, Clock.systemUTC());
        gateway = Gateway.start(config, clock, 1);
        api = new GatewayApi(gateway.webPort());
        fleet = get(Fleet.start(
                VERTX,
                SocketAddress.inetSocketAddress(gateway.loggerPort(), "127.0.0.1"),
                scenario,
                clock,
                FleetOptions.defaults()));
        Eventually.holds(
                Duration.ofSeconds(30),
                "the loggers are not all connected",
                () -> api.get("/api/v1/stations").toString().split("\"peer\":", -1).length > WRONG.size());
    }

    @AfterAll
    static void stop() throws Exception {
        get(fleet.close());
        gateway.close();
        get(VERTX.close());
    }

    @Test
    void aLoggerThatAnswersRightlyIsDoneAtTheFirstSending() throws Exception {
        JsonNode file = await(api, order(api, mn("1"), 1061, ""), "DONE");
        assertEquals("ORDERED SENT ANSWERED DATA RESULTED", kinds(file));
    }

    @Test
    void aSlowLoggerIsAskedAgainAndUnderstoodOnce() throws Exception {
        JsonNode file = await(api, order(api, mn("2"), 1061, ""), "DONE");
        assertTrue(kinds(file).startsWith("ORDERED SENT TIMED_OUT SENT"), kinds(file));
        assertTrue(file.get("exchange").get("attempts").asInt() >= 2, file::toString);
    }

    @Test
    void aRefusalEndsTheRequestWithItsReason() throws Exception {
        JsonNode file = await(api, order(api, mn("3"), 1061, ""), "REFUSED");
        assertEquals("rejected", file.get("exchange").get("answer").get("en").asText());
    }

    @Test
    void anAnswerWithAnotherNumberIsTakenAndSaidSo() throws Exception {
        JsonNode file = await(api, order(api, mn("4"), 1061, ""), "DONE");
        assertTrue(file.get("exchange").get("deviations").toString().contains("WRONG_QN"), file::toString);
    }

    @Test
    void aLoggerThatDiesHalfWayLeavesARequestWithoutResult() throws Exception {
        String hour = LocalDateTime.now(ZoneId.of("Asia/Shanghai"))
                .minusHours(2)
                .format(DateTimeFormatter.ofPattern("yyyyMMddHH0000"));
        long id = order(
                api,
                mn("5"),
                2061,
                "{\"name\": \"BeginTime\", \"value\": \"%s\"}, {\"name\": \"EndTime\", \"value\": \"%s\"}"
                        .formatted(hour, hour));
        JsonNode file = await(api, id, "NO_RESULT");
        assertEquals(1, file.get("exchange").get("attempts").asInt(), "no resending after a 9011");
    }

    /** The same bytes at once are one frame to the intake; later ones stand behind the end in the trail. */
    @Test
    void aLoggerThatAnswersTwiceIsDoneOnce() throws Exception {
        JsonNode file = await(api, order(api, mn("6"), 1061, ""), "DONE");
        assertEquals(2, kinds(file).split("RESULTED", -1).length, kinds(file));
        JsonNode next = await(api, order(api, mn("6"), 1063, ""), "DONE");
        assertEquals(2, kinds(next).split("RESULTED", -1).length, "the echo of the first ends no second one");
    }

    @Test
    void aLoggerThatIsSilentIsAskedAsOftenAsItsProfileSaysAndGivenUp() throws Exception {
        JsonNode file = await(api, order(api, mn("7"), 1061, ""), "NO_ANSWER");
        assertEquals(3, file.get("exchange").get("attempts").asInt(), "one sending and two resends");
    }

    private static String mn(String number) {
        return "A5CED000000000000000000" + number;
    }

    private static Scenario scenario() throws Exception {
        StringBuilder text = new StringBuilder(
                """
                title: loggers that answer wrongly
                start: %s
                defaults: {realtime: 5s, minute: 0, hours: no, days: no, edition: 2017, plant: power, factors: [so2, o2]}
                loggers:
                """
                        .formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        WRONG.forEach((number, fault) -> text.append("  - {mn: ")
                .append(mn(number))
                .append(fault.isEmpty() ? "" : ", faults: [" + fault + "]")
                .append("}\n"));
        return new ScenarioReader().read("asked", new StringReader(text.toString()), Optional.empty(), Instant.now());
    }

    private static void register(Config config) throws Exception {
        String from = "2020-01-01";
        List<String> outlets = new ArrayList<>(List.of("id,enterprise,name,industry,factors,from"));
        List<String> stations =
                new ArrayList<>(List.of("mn,outlet,edition,password,answer_within_s,resends,result_within_s,from"));
        WRONG.keySet().forEach(number -> {
            outlets.add("O" + number + ",E1,锅炉,D4412,a21026," + from);
            stations.add(mn(number) + ",O" + number + ",2017,123456,2,2,3," + from);
        });
        Path sheets = Files.createDirectories(folder.resolve("sheets"));
        Files.write(sheets.resolve("enterprises.csv"), List.of("id,name,region,from", "E1,示例热电厂,371502," + from));
        Files.write(sheets.resolve("outlets.csv"), outlets);
        Files.write(sheets.resolve("stations.csv"), stations);
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            ImportReport report = new RegistryImport(store, StandardLimits.load()).takeOver(sheets);
            assertEquals(List.of(), report.errors());
        }
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
