package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackwatch.gateway.history.Eventually;
import io.stackwatch.simulator.scenario.DemoScenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demonstration promises of its boilers: they come over OPC UA, go when their server is off, and come back. */
final class DemoBoilersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Demo demo;
    private GatewayApi api;

    @BeforeEach
    void start() throws Exception {
        demo = Demo.start(SmallCity.config(folder), folder, DemoScenario.liaocheng());
        api = new GatewayApi(demo.gateway().webPort());
        await("CONNECTED");
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    private JsonNode source() throws Exception {
        return api.get("/api/v1/sources/DEMO-PLANT");
    }

    private void await(String state) {
        Eventually.holds(PATIENCE, "the boilers' source is not " + state, () -> source().path("state")
                .asText()
                .equals(state));
    }

    private long count(String figure) throws Exception {
        return source().get("counts").get(figure).asLong();
    }

    @Test
    void threeBoilersComeOnLineAndTheListSaysWhichMustAndAreNot() throws Exception {
        assertEquals(42, source().get("nodes").asInt());
        Eventually.holds(PATIENCE, "no values", () -> count("values") > 42);
        assertEquals(0, source().get("badNodes").size(), source().toString());
        Eventually.holds(
                PATIENCE, "others than these are missing", () -> missing().equals(List.of("DEMO-GL05", "DEMO-GL06")));
        assertEquals("UP", api.part("sources").get("status").asText());
        assertTrue(api.text("/metrics").contains("stackwatch_opcua_sources{state=\"CONNECTED\"} 1.0"));
    }

    @Test
    void minutesAreMadeOfTheBoilersAndHealthAndMetricsSayHowFarTheyAre() throws Exception {
        Eventually.holds(
                PATIENCE, "no minutes", () -> averaging().get("minutes").asLong() >= 3);
        assertEquals("UP", api.part("averaging").get("status").asText());
        assertTrue(averaging().get("position").asLong() > 0);
        assertEquals(0, averaging().get("refusedBatches").asLong());
        String metrics = api.text("/metrics");
        for (String figure :
                List.of("behind_records", "behind_seconds", "minutes_total", "hours_total", "batches_refused_total")) {
            assertTrue(metrics.contains("\nstackwatch_averaging_" + figure + " "), figure);
        }
    }

    // what the server still has is asked for by its clock: another one would find nothing
    @Test
    void boilersAndGatewayHaveOneClock() throws Exception {
        Eventually.holds(PATIENCE, "no message is kept", () -> source().path("heardUntil")
                .isTextual());
        Instant heard = Instant.parse(source().get("heardUntil").asText());
        Instant now = Instant.parse(api.get("/api/v1/about").get("now").asText());
        assertTrue(
                Duration.between(heard, now).abs().compareTo(Duration.ofMinutes(20)) < 0,
                "heard until " + heard + " by the server, it is " + now + " here");
    }

    private JsonNode averaging() throws Exception {
        return api.part("averaging").get("figures");
    }

    private List<String> missing() throws Exception {
        List<String> ids = new ArrayList<>();
        api.get("/api/v1/boilers?mustBeOnline=true&online=false")
                .get("items")
                .forEach(boiler -> ids.add(boiler.get("id").asText()));
        return ids;
    }

    @Test
    void aServerThatIsOffIsACutAndWhatItStillHasIsReadBack() throws Exception {
        Eventually.holds(PATIENCE, "no values", () -> count("values") > 42);
        demo.boilers().command("fault server server-stop for 5m");
        await("LOST");
        assertEquals("DEGRADED", api.part("sources").get("status").asText());
        await("CONNECTED");
        assertTrue(count("cuts") >= 1);
        Eventually.holds(PATIENCE, "the cut is not accounted for", () -> {
            JsonNode gap =
                    api.get("/api/v1/sources/DEMO-PLANT/gaps").get("items").path(0);
            return gap.path("outcome").asText().equals("COMPLETE")
                    && gap.path("readBack").asLong() > 0
                    && gap.get("how").asText().equals("RECREATED");
        });
        List<String> kinds = details();
        assertTrue(kinds.contains("kind=LOST"), kinds::toString);
        assertTrue(kinds.indexOf("kind=RESUMED") < kinds.lastIndexOf("kind=RESUMED"), kinds::toString);
    }

    /** The kinds of batches in the journal, in their order. */
    private List<String> details() throws Exception {
        List<String> kinds = new ArrayList<>();
        for (JsonNode record : api.recordsAfter(0)) {
            String detail = record.path("detail").asText();
            if (detail.startsWith("kind=")) {
                kinds.add(detail.split(" ", -1)[0]);
            }
        }
        return kinds;
    }
}
