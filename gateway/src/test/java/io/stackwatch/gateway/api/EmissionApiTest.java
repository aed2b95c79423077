package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.emission.EmissionCity;
import io.stackwatch.gateway.records.MigratedFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of instruments and emission totals over HTTP; every answer is checked against the contract. */
final class EmissionApiTest {

    private static final String CHECKS = "/api/v1/outlets/DA001/qa-events";

    @TempDir
    Path folder;

    private ApiRunning api;
    private EmissionCity city;

    @BeforeEach
    void start() throws Exception {
        city = new EmissionCity(
                        MigratedFile.sqlite(folder.resolve("records.db")),
                        folder.resolve("sheets"),
                        "2026-11-11T02:00:00")
                .hours("DA001", "2026-11-01T00:00", 200, 2)
                .hours("DA001", "2026-11-09T18:00", 30, 1)
                .sheet(
                        "permitted-totals",
                        "enterprise,outlet,factor,tonnes,first_day,last_day,document,mark",
                        "E1,,a21026,0.5,2026-01-01,2026-12-31,91371500示例001P,VERIFIED")
                .takeOver();
        api = new ApiRunning();
        api.checks = city.checks();
        api.emissions = city.emissions();
        api.city.add(CityFixture.outlet("DA001", CityFixture.HEAT, OutletView.State.REPORTING, null, "31.22"));
        api.start(ApiOptions.defaults());
    }

    @AfterEach
    void stop() {
        api.close();
        city.close();
    }

    private static String check(String madeAt, String percent) {
        return new JsonObject(Map.of(
                        "factor", "a21026",
                        "check", "ZERO_DRIFT",
                        "mode", "MANUAL_EXTRACTIVE",
                        "madeAt", madeAt,
                        "percent", percent,
                        "percentOf", "FULL_SCALE",
                        "document", "book 7",
                        "by", "张三",
                        "reason", "周校准"))
                .encode();
    }

    @Test
    void aCheckIsRecordedWithWhatItComesToAndIsWithdrawn() throws Exception {
        JsonObject kept = api.post(200, "recordQaEvent", CHECKS, check("2026-11-03T00:00:00+08:00", "-6"));
        assertEquals("OUT_OF_CONTROL", kept.getString("result"));
        assertEquals("5.0", kept.getJsonObject("row").getString("controlPercent"));
        assertEquals("UNVERIFIED", kept.getJsonObject("row").getString("mark"));
        assertNull(kept.getJsonObject("withdrawn"));
        assertEquals(
                409,
                api.post(409, "recordQaEvent", CHECKS, check("2026-11-03T00:00:00+08:00", "-6"))
                        .getInteger("status"));

        JsonObject standing = api.get(200, "outOfControl", "/api/v1/outlets/DA001/out-of-control");
        JsonObject period = standing.getJsonArray("periods").getJsonObject(0);
        assertEquals(1, period.getInteger("failed"));
        assertNull(period.getInteger("lastPassed"));
        assertEquals("2026-11-02T16:00:00Z", period.getString("from"));
        assertTrue(standing.getJsonArray("checks").stream()
                .map(item -> ((JsonObject) item).getString("state"))
                .toList()
                .contains("NEVER_RECORDED"));

        String why = new JsonObject(Map.of("by", "李四", "reason", "wrong outlet")).encode();
        api.post(200, "withdrawQaEvent", "/api/v1/qa-events/1/withdrawal", why);
        api.post(404, "withdrawQaEvent", "/api/v1/qa-events/1/withdrawal", why);
        assertEquals(
                "李四",
                api.get(200, "qaEvents", CHECKS + "?factor=a21026")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getJsonObject("withdrawn")
                        .getString("by"));
        assertEquals(
                new JsonArray(),
                api.get(200, "outOfControl", "/api/v1/outlets/DA001/out-of-control")
                        .getJsonArray("periods"));
    }

    @Test
    void aCheckThatCannotBeIsRefusedWithWhatWasExpected() throws Exception {
        JsonObject future = api.post(400, "recordQaEvent", CHECKS, check("2026-11-30T00:00:00+08:00", "1"));
        assertEquals("field madeAt", future.getString("where"));
        assertEquals("a moment that has passed", future.getString("expected"));
        assertEquals(
                "field madeAt",
                api.post(400, "recordQaEvent", CHECKS, check("yesterday", "1")).getString("where"));
        api.post(404, "recordQaEvent", "/api/v1/outlets/DA009/qa-events", check("2026-11-03T00:00:00+08:00", "1"));
        api.post(400, "recordQaEvent", CHECKS, check("2026-11-03T00:00:00+08:00", "much"));
    }

    @Test
    void aTotalTellsMeasuredAndSubstitutedApartAndLeadsToItsHours() throws Exception {
        JsonObject month = api.get(200, "emissions", "/api/v1/emissions?enterprise=E1&period=2026-11&split=DAY");
        JsonObject sum = month.getJsonArray("sums").getJsonObject(0);
        JsonObject total = sum.getJsonArray("outlets").getJsonObject(0).getJsonObject("total");
        assertEquals("0.430000000", total.getString("measuredTonnes"));
        assertEquals("0.022000000", total.getString("substitutedTonnes"));
        assertEquals(11, total.getInteger("substitutedHours"));
        assertTrue(total.getBoolean("complete"));
        assertFalse(sum.getJsonObject("total").getBoolean("complete"), "nothing ever came of the other outlet");
        assertEquals(30, sum.getJsonArray("parts").size());
        JsonObject capture = sum.getJsonArray("outlets")
                .getJsonObject(0)
                .getJsonArray("capture")
                .getJsonObject(0);
        assertEquals("0.954357", capture.getString("rate"));
        assertEquals("REACHED", capture.getString("outcome"));

        JsonObject validity = sum.getJsonArray("outlets").getJsonObject(0).getJsonObject("validity");
        assertFalse(validity.getBoolean("enough"));
        assertEquals("9 of 25", validity.getInteger("had") + " of " + validity.getInteger("needed"));
        JsonObject day = api.get(200, "emissions", "/api/v1/emissions?outlet=DA001&period=2026-11-10")
                .getJsonArray("sums")
                .getJsonObject(0)
                .getJsonArray("outlets")
                .getJsonObject(0);
        assertTrue(day.getJsonObject("validity").getBoolean("enough"));
        assertNull(api.get(200, "emissions", "/api/v1/emissions?outlet=DA001&period=2026-Q4")
                .getJsonArray("sums")
                .getJsonObject(0)
                .getJsonArray("outlets")
                .getJsonObject(0)
                .getJsonObject("validity"));

        String hours = sum.getJsonArray("outlets").getJsonObject(0).getString("hours");
        JsonObject first = api.get(200, "emissionHours", hours + "&limit=201");
        assertEquals(201, first.getJsonArray("items").size());
        JsonObject lost = first.getJsonArray("items").getJsonObject(200);
        assertEquals("SUBSTITUTED", lost.getString("kind"));
        assertEquals("2.000000", lost.getString("kilograms"));
        assertEquals("HJ75-2017-INV-1", lost.getJsonObject("substitute").getString("rule"));
        assertEquals("NOT_RECEIVED", lost.getString("reason"));
        assertNull(lost.getInteger("version"));
        JsonObject rest = api.get(200, "emissionHours", hours + "&limit=201&cursor=" + first.getString("next"));
        assertEquals(41, rest.getJsonArray("items").size());
        assertEquals(
                Optional.of("MEASURED"),
                first.getJsonArray("items").stream()
                        .map(item -> ((JsonObject) item).getString("kind"))
                        .findFirst());
    }

    @Test
    void whatIsUsedUpOfAPermittedTotalIsADecisionWithItsReason() throws Exception {
        JsonObject permitted = api.get(200, "permittedTotals", "/api/v1/permitted-totals?enterprise=E1")
                .getJsonArray("items")
                .getJsonObject(0);
        assertEquals("WARNING", permitted.getString("level"));
        assertEquals("WITH_SUBSTITUTED_HOURS", permitted.getString("reason"));
        assertEquals("0.904000", permitted.getString("used"));
        assertEquals("0.90", permitted.getString("threshold"));
    }

    @Test
    void aQuestionThatCannotBeAnsweredSaysWhatWasExpected() throws Exception {
        for (String query : List.of("period=2026-11", "outlet=DA001&enterprise=E1&period=2026-11")) {
            assertEquals(
                    "exactly one",
                    api.get(400, "emissions", "/api/v1/emissions?" + query).getString("expected"));
        }
        for (String period : List.of("2026-13", "2026-Q5", "2026-02-30", "now!")) {
            assertEquals(
                    "query parameter period",
                    api.get(400, "emissions", "/api/v1/emissions?outlet=DA001&period=" + period)
                            .getString("where"));
        }
        api.get(404, "emissions", "/api/v1/emissions?outlet=DA009&period=2026-11");
    }
}
