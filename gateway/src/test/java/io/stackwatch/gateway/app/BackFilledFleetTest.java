package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import io.stackwatch.simulator.report.Edition;
import io.stackwatch.simulator.scenario.AfterCut;
import io.stackwatch.simulator.scenario.BacklogScenario;
import io.stackwatch.simulator.scenario.LoggerPlan;
import io.stackwatch.simulator.scenario.Scenario;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty loggers of three editions lose their link for six hours of their clock. Half of them fill the gap by themselves,
 * half of them wait to be asked.
 */
class BackFilledFleetTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration HOUR = Duration.ofHours(1);

    /** The hours that end while there is no link, from 08:30 to 14:30. */
    private static final int LOST = 6;

    @TempDir
    private Path folder;

    private final Scenario scenario = BacklogScenario.fifty();
    private final Instant firstLost =
            scenario.start().truncatedTo(ChronoUnit.HOURS).plus(HOUR);
    private final Instant linkBack = scenario.loggers().get(0).cuts().get(0).to();

    @Test
    void afterSixHoursWithoutALinkEveryDueHourIsThereAndSaysThatItCameLate() throws Exception {
        assertEquals(50, scenario.loggers().size());
        Config config = SmallCity.config(folder);
        register(config);
        Vertx vertx = Vertx.vertx();
        ScaledClock clock = ScaledClock.startingAt(scenario.start(), scenario.scale(), Clock.systemUTC());
        try (Gateway gateway = Gateway.start(config, clock, scenario.scale())) {
            SocketAddress door = SocketAddress.inetSocketAddress(gateway.loggerPort(), "127.0.0.1");
            Fleet fleet = await(Fleet.start(vertx, door, scenario, clock, FleetOptions.defaults()));
            GatewayApi api = new GatewayApi(gateway.webPort());
            Instant complete = awaitComplete(api, clock);
            int asked = check(api);
            System.out.printf(
                    "back-fill: loggers=%d lostHours=%d requests=%d completeAfterLinkCameBack=%s%n",
                    scenario.loggers().size(), LOST, asked, Duration.between(linkBack, complete));
            await(fleet.close());
        } finally {
            await(vertx.close());
        }
    }

    /** Waits until nothing is missing any more behind the receipt of the last lost hour; the clock's time then. */
    private Instant awaitComplete(GatewayApi api, Clock clock) {
        Instant lastReceipt = firstLost.plus(HOUR.multipliedBy(LOST)).plus(HOUR).plusSeconds(60);
        Map<String, Integer> missing = new HashMap<>();
        Eventually.holds(PATIENCE, "hours are still missing: " + missing, () -> {
            if (clock.instant().isBefore(lastReceipt)) {
                return false;
            }
            missing.clear();
            for (LoggerPlan logger : scenario.loggers()) {
                JsonNode gaps = api.get("/api/v1/outlets/" + outlet(logger) + "/gaps?" + lost());
                int hours = gaps.get("missing").size();
                if (hours > 0) {
                    missing.put(logger.name(), hours);
                }
            }
            return missing.isEmpty();
        });
        return clock.instant();
    }

    /** Every lost hour is there, judged or not for a reason of its own, and says how it came; answers how many were asked for. */
    private int check(GatewayApi api) throws Exception {
        int asked = 0;
        for (LoggerPlan logger : scenario.loggers()) {
            String outlet = outlet(logger);
            Map<String, JsonNode> hours = new HashMap<>();
            for (JsonNode hour : api.get("/api/v1/outlets/" + outlet + "/hours?factor=a21026&" + lost())
                    .get("items")) {
                hours.put(hour.get("start").asText(), hour);
            }
            boolean marks = logger.identity().edition() == Edition.Y2025;
            for (int i = 0; i < LOST; i++) {
                String start = firstLost.plus(HOUR.multipliedBy(i)).toString();
                JsonNode hour = hours.get(start);
                assertNotEquals(null, hour, () -> outlet + " has no verdict on " + start);
                assertFalse(hour.get("measured").isNull(), () -> outlet + " has no report of " + start + ": " + hour);
                String delivery = hour.get("delivery").asText();
                if (marks) {
                    assertEquals("BACK_FILLED", delivery, () -> outlet + " " + hour);
                } else if (i < LOST - 1) {
                    // the last lost hour ended half an hour before the link came back: still in its grace
                    assertEquals("LATE", delivery, () -> outlet + " " + hour);
                }
            }
            JsonNode gaps = api.get("/api/v1/outlets/" + outlet + "/gaps?" + lost());
            // one that fills the gap by itself may be asked too, if it is slow
            boolean waits = logger.traits().afterCut() == AfterCut.ON_REQUEST;
            assertTrue(!waits || gaps.get("requests").size() > 0, () -> outlet + " was not asked: " + gaps);
            asked += gaps.get("requests").size();
        }
        return asked;
    }

    private String lost() {
        return "from=" + firstLost + "&until=" + firstLost.plus(HOUR.multipliedBy(LOST));
    }

    private static String outlet(LoggerPlan logger) {
        return "O-" + logger.identity().mn();
    }

    private void register(Config config) throws Exception {
        String from = "2026-11-01";
        List<String> outlets = new ArrayList<>(List.of("id,enterprise,name,industry,factors,from"));
        List<String> stations = new ArrayList<>(
                List.of("mn,outlet,edition,password,minute_interval_min,answer_within_s," + "result_within_s,from"));
        for (LoggerPlan logger : scenario.loggers()) {
            String edition = logger.identity().edition().name().substring(1);
            outlets.add(outlet(logger) + ",E1,锅炉,D4412,a21026 a19001," + from);
            // ten seconds of a clock that runs 600 times as fast are over before a thread is scheduled
            stations.add(logger.identity().mn() + "," + outlet(logger) + "," + edition + ","
                    + logger.identity().password() + ",10,600,1800," + from);
        }
        Path sheets = Files.createDirectories(folder.resolve("sheets"));
        Files.write(sheets.resolve("enterprises.csv"), List.of("id,name,region,from", "E1,示例热电厂,371502," + from));
        Files.write(sheets.resolve("outlets.csv"), outlets);
        Files.write(sheets.resolve("stations.csv"), stations);
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            ImportReport report = new RegistryImport(store, StandardLimits.load()).takeOver(sheets);
            assertEquals(List.of(), report.errors());
        }
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
