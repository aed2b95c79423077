package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackwatch.simulator.scenario.DemoScenario;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ladder of the demonstration: its script, and a fine and a daily penalty from the pretended plant to the last act. */
final class LadderDemoTest {

    private static final Duration LONGEST = Duration.ofMinutes(4);

    /** The plants are needed for the exceedances; behind these the clock is set forward, so that the test is short. */
    private static final Instant PLANTS_UNTIL = Instant.parse("2026-11-27T14:20:00+08:00");

    @TempDir
    Path folder;

    @Test
    void theScriptIsInTheOrderOfTimeAndEveryFileIsOpenedFirst() {
        Instant before = Instant.MIN;
        Set<String> open = new HashSet<>();
        for (LadderAct act : LadderAct.script()) {
            assertTrue(act.at().isAfter(before), act + " is not behind the act before");
            assertEquals(act.opens(), open.add(act.file()), act.toString());
            before = act.at();
        }
        assertEquals(Set.of("罚", "热", "县"), open);
    }

    @Test
    void anExceedanceIsFinedToTheDemandAndABoilerByTheDayUntilItIsCorrectedAndClosed() throws Exception {
        List<LadderAct> script = LadderAct.script().stream()
                .filter(act -> !act.file().equals("县"))
                .toList();
        StringWriter told = new StringWriter();
        try (LadderDemo demo =
                LadderDemo.start(SmallCity.config(folder), folder, DemoScenario.ladder(), script, PLANTS_UNTIL)) {
            assertTrue(demo.follow(new PrintWriter(told), Instant.now().plus(LONGEST)), told::toString);

            DemoApi api = new DemoApi(demo.gateway().webPort());
            fineIsDemanded(api, demo.files().get("罚"));
            boilerIsClosed(api, demo.files().get("热"));
            assertTrue(api.get("/api/v1/audit-trail/verification").path("whole").asBoolean());
            evidenceIsIntact(demo.gateway().webPort(), demo.files().get("罚"));
        }
        assertTrue(told.toString().contains("alarm EX_H"), told::toString);
        assertTrue(told.toString().contains("audit trail: whole"), told::toString);
    }

    private void evidenceIsIntact(int port, String id) throws Exception {
        Path zip = folder.resolve("evidence.zip");
        HttpRequest asked = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/cases/" + id + "/evidence"))
                .timeout(LONGEST)
                .build();
        assertEquals(
                200,
                HttpClient.newHttpClient()
                        .send(asked, HttpResponse.BodyHandlers.ofFile(zip))
                        .statusCode());
        StringWriter said = new StringWriter();
        int code = Stackwatch.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute("verify", zip.toString());
        assertEquals(0, code, said::toString);
    }

    private static void fineIsDemanded(DemoApi api, String id) throws Exception {
        JsonNode file = api.get("/api/v1/case-files/" + id);
        assertEquals(Map.of("PENALTY-1", "DEMANDED", "ORDER-1", "CORRECTED"), stages(file));
        BigDecimal fine = new BigDecimal(file.path("money").path("originalFine").asText());
        JsonNode confirmed = act(file, "SURCHARGE_CONFIRMED");
        assertEquals(
                fine.multiply(new BigDecimal("0.42")),
                new BigDecimal(confirmed.path("amount").asText()).setScale(4),
                "served on Friday 11 December, last day moved to Monday the 28th, 14 days to 11 January at 3 %");
        assertEquals("PENALTY-1 payment 2026-12-28", deadline(file, "PENALTY-1", "payment"));
        assertEquals("PENALTY-1 demand 2027-01-26", deadline(file, "PENALTY-1", "demand"));
        assertTrue(api.get("/api/v1/case-files/" + id + "/trail/verification")
                .path("whole")
                .asBoolean());
    }

    private static void boilerIsClosed(DemoApi api, String id) throws Exception {
        JsonNode file = api.get("/api/v1/case-files/" + id);
        assertEquals(
                Map.of(
                        "PENALTY-1", "CLOSED",
                        "ORDER-1", "REFUSED",
                        "ORDER-2", "REFUSED",
                        "ORDER-3", "CORRECTED",
                        "DAILY_PENALTY-1", "CLOSED",
                        "DAILY_PENALTY-2", "CLOSED"),
                stages(file));
        assertTrue(file.path("summary").path("livelihood").asBoolean());
        BigDecimal fine = new BigDecimal(file.path("money").path("originalFine").asText());
        List<BigDecimal> decided = new ArrayList<>();
        for (JsonNode act : file.path("acts")) {
            if (act.path("kind").asText().equals("DECIDED")) {
                decided.add(new BigDecimal(act.path("amount").asText()));
            }
        }
        BigDecimal fortnight = fine.multiply(new BigDecimal("14"));
        assertEquals(List.of(fine, fortnight, fortnight), decided, "two rounds of fourteen days");
        assertFalse(file.path("summary").path("open").asBoolean());
    }

    private static Map<String, String> stages(JsonNode file) {
        Map<String, String> stages = new LinkedHashMap<>();
        file.path("strands")
                .forEach(strand -> stages.put(
                        strand.path("strand").asText(), strand.path("stage").asText()));
        return stages;
    }

    private static JsonNode act(JsonNode file, String kind) {
        for (JsonNode act : file.path("acts")) {
            if (act.path("kind").asText().equals(kind)) {
                return act;
            }
        }
        throw new AssertionError("no act " + kind);
    }

    private static String deadline(JsonNode file, String strand, String period) {
        for (JsonNode due : file.path("deadlines")) {
            if (due.path("strand").asText().equals(strand)
                    && due.path("period").asText().equals(period)) {
                return strand + " " + period + " " + due.path("lastDay").asText();
            }
        }
        throw new AssertionError("no deadline " + period);
    }
}
