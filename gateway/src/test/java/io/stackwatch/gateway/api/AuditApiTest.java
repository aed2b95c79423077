package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.transmission.Rate;
import io.stackwatch.gateway.audit.AuditedCity;
import io.stackwatch.gateway.audit.MadeMonths;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Months, coverage and proposals over HTTP, on a store; every answer is checked against the contract. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuditApiTest {

    private static final String NOVEMBER = "/api/v1/months/2026-11";
    private static final String DECEMBER = "/api/v1/months/2026-12";

    private RecordStore store;
    private AuditedCity city;
    private ApiRunning api;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
        // known late: it is counted by whoever asks for a recomputation, and by nobody before
        MadeMonths source = new MadeMonths(YearMonth.of(2026, 10)).knowing("2026-11-24T00:00:00Z", 2899);
        city = AuditedCity.in(store, folder, source).closed();
        api = new ApiRunning();
        api.months = city.desk();
        api.start(ApiOptions.defaults());
    }

    @AfterAll
    void stop() {
        api.close();
        store.close();
    }

    @Test
    void monthsAreListedNewestFirstWithTheirVersions() throws Exception {
        JsonArray items = api.get(200, "months", "/api/v1/months").getJsonArray("items");
        assertEquals("2026-12", items.getJsonObject(0).getString("month"));
        JsonObject november = items.getJsonObject(1);
        assertEquals("FROZEN", november.getString("state"));
        assertNull(november.getString("next"));
        JsonObject third = november.getJsonArray("versions").getJsonObject(2);
        assertEquals("FROZEN", third.getString("kind"));
        assertEquals("2026-12-10T16:00:00Z", third.getString("cutoff"));
        assertEquals(64, third.getString("sha256Final").length());
        assertEquals("2026-12-20T00:00:00Z", november.getString("frozenAt"), "late, and it says so");
    }

    @Test
    void aMonthThatRunsHasNoFiguresYetAndSaysWhenTheNextStepIsDue() throws Exception {
        assertEquals("OPEN", api.get(200, "month", DECEMBER).getString("state"));
        assertEquals(
                "2026-12 has no figures yet: the next step is due at 2027-01-01T05:00:00Z",
                api.get(409, "monthFigures", DECEMBER + "/figures").getString("detail"));
        assertEquals(404, api.get(404, "month", "/api/v1/months/2020-01").getInteger("status"));
        JsonObject wrong = api.get(400, "month", "/api/v1/months/2026-13");
        assertEquals("path parameter month", wrong.getString("where"));
        assertEquals("a month such as 2026-11", wrong.getString("expected"));
    }

    @Test
    void theTreeHasCitiesCountiesAndEnterprisesWithTheirBands() throws Exception {
        JsonObject tree = api.get(200, "monthFigures", NOVEMBER + "/figures?version=3");
        assertEquals("0.9", tree.getJsonObject("head").getString("required"));
        JsonObject county = tree.getJsonArray("counties").getJsonObject(0);
        assertEquals("东昌府区", county.getJsonObject("county").getString("name"));
        JsonObject a = county.getJsonArray("enterprises").getJsonObject(0).getJsonObject("figures");
        assertEquals("91.85", a.getJsonObject("effective").getString("percent"));
        assertEquals("PASSING", a.getString("band"));
        JsonObject idle = tree.getJsonArray("counties").getJsonObject(1).getJsonObject("county");
        assertEquals("NOT_RATED", idle.getJsonObject("figures").getString("band"));
        assertNull(idle.getJsonObject("figures").getJsonObject("effective"));
        assertEquals(
                "371523",
                idle.getJsonObject("county").getJsonArray("formerCodes").getString(0));
    }

    @Test
    void linesAreAskedForByOutletAndComeInPages() throws Exception {
        JsonObject first = api.get(200, "monthLines", NOVEMBER + "/lines?version=3&level=OUTLET&limit=2");
        assertEquals(List.of("A-DA001", "A-DA002"), outlets(first));
        JsonObject rest = api.get(
                200,
                "monthLines",
                NOVEMBER + "/lines?version=3&level=OUTLET&limit=2&cursor=" + first.getString("next"));
        assertEquals(List.of("B-DA001", "C-DA001"), outlets(rest));
        assertNull(rest.getString("next"));
        assertEquals(
                2,
                api.get(200, "monthLines", NOVEMBER + "/lines?version=3&outlet=B-DA001&county=371502")
                        .getJsonArray("items")
                        .size());
        assertEquals(
                404, api.get(404, "monthLines", NOVEMBER + "/lines?version=99").getInteger("status"));
    }

    private static List<String> outlets(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getJsonObject("place").getString("outlet"))
                .toList();
    }

    /** October is this test's alone: its versions grow. */
    @Test
    void anOfficersRecomputationIsAFurtherVersionAndItsDifferencesAreShown() throws Exception {
        String october = "/api/v1/months/2026-10";
        JsonObject made =
                api.post(200, "recomputeMonth", october + "/recompute", "{\"by\":\"李明\",\"reason\":\"补交停运凭证\"}");
        assertEquals(4, made.getInteger("version"));
        assertEquals("RECOMPUTED", made.getString("kind"));
        assertEquals("李明", made.getString("by"));

        JsonObject diff = api.get(200, "monthDiff", october + "/diff?limit=2");
        assertEquals("补交停运凭证", diff.getString("reason"));
        assertEquals(3, diff.getJsonObject("before").getInteger("version"));
        assertEquals(5, diff.getInteger("changed"));
        assertEquals(9, diff.getInteger("unchanged"));
        JsonObject line = diff.getJsonArray("items").getJsonObject(0);
        assertEquals(9437, line.getJsonObject("before").getInteger("valid"));
        assertEquals(9636, line.getJsonObject("after").getInteger("valid"));
        JsonObject last = api.get(200, "monthDiff", october + "/diff?limit=3&cursor=" + diff.getString("next"));
        assertEquals(3, last.getJsonArray("items").size());
        assertNull(last.getString("next"));
        assertEquals(
                404,
                api.get(404, "monthDiff", october + "/diff?before=1&after=9").getInteger("status"));
    }

    @Test
    void nobodyRecomputesAMonthThatIsNotFrozenOrWithoutAReason() throws Exception {
        assertEquals(
                "2026-12 is not frozen: its next figure is counted by itself at 2027-01-01T05:00:00Z",
                api.post(409, "recomputeMonth", DECEMBER + "/recompute", "{\"by\":\"Li\",\"reason\":\"x\"}")
                        .getString("detail"));
        for (String body :
                List.of("{\"by\":\"Li\"}", "{\"by\":\"Li\",\"reason\":\" \"}", "{\"by\":\"L;i\",\"reason\":\"x\"}")) {
            api.post(400, "recomputeMonth", NOVEMBER + "/recompute", body);
        }
        assertEquals(3, api.get(200, "month", NOVEMBER).getJsonArray("versions").size());
    }

    @Test
    void aPaperIsAFileWithTheDigestThatTheListNames() throws Exception {
        JsonObject listed = api.get(200, "monthPapers", NOVEMBER + "/papers?version=3");
        JsonObject figures = listed.getJsonArray("items").getJsonObject(0);
        HttpResponse<String> file = api.ask(
                HttpRequest.newBuilder(api.uri(NOVEMBER + "/papers/" + figures.getString("name") + "?version=3"))
                        .GET());

        assertEquals(200, file.statusCode());
        assertEquals(
                "text/csv; charset=utf-8",
                file.headers().firstValue("Content-Type").orElse(""));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.body().getBytes(StandardCharsets.UTF_8));
        assertEquals(figures.getString("sha256"), HexFormat.of().formatHex(digest));
        assertEquals(
                "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":",
                file.headers().firstValue("Repr-Digest").orElse(""));
        assertEquals(
                404, api.get(404, "monthPaper", NOVEMBER + "/papers/other.csv").getInteger("status"));
    }

    @Test
    void aCountyIsProposedWithItsCausesAndItsBasis() throws Exception {
        city.exceeding("A-DA001", "a21026", LocalDate.parse("2026-11-03"), "EXCEEDS");
        city.exceeding("B-DA001", "a34013", LocalDate.parse("2026-11-04"), "EXCEEDS");

        JsonObject listing = api.get(200, "monthListing", NOVEMBER + "/listing");
        assertEquals("FROZEN", listing.getString("state"));
        JsonObject county = listing.getJsonArray("items").getJsonObject(0);
        assertTrue(county.getBoolean("proposed"));
        JsonObject cause = county.getJsonArray("causes").getJsonObject(0);
        assertEquals("SEVERAL_EXCEEDING", cause.getString("kind"));
        assertEquals(2, cause.getJsonArray("exceeding").size());
        assertEquals(2, county.getJsonArray("bases").size());
        JsonObject idle = listing.getJsonArray("items").getJsonObject(1);
        assertEquals("NOT_RATED", idle.getString("reason"));
        assertEquals(2, idle.getInteger("several"));
    }

    @Test
    void theNationalCentresRatesAreEnteredAllOrNoneAndDifferencesAreFound() throws Exception {
        String path = NOVEMBER + "/national-rates";
        JsonObject refused = api.post(
                400,
                "enterNationalRates",
                path,
                rates("\"A-DA001\",\"percent\":\"90\"}, {\"outlet\":\"X1\",\"percent\":\"90\""));
        assertEquals("there is no outlet 'X1', nothing was entered", refused.getString("detail"));
        api.post(400, "enterNationalRates", path, rates("\"A-DA001\",\"percent\":\"100.1\""));
        api.post(400, "enterNationalRates", path, rates("\"A-DA001\",\"percent\":\"many\""));
        api.post(
                400,
                "enterNationalRates",
                path,
                rates("\"A-DA001\",\"percent\":\"1\"}, {\"outlet\":\"A-DA001\",\"percent\":\"2\""));

        JsonObject entered = api.post(
                200,
                "enterNationalRates",
                path,
                rates("\"A-DA001\",\"percent\":\"80\"}, {\"outlet\":\"B-DA001\",\"percent\":\"99.28\""));
        assertEquals(2, entered.getInteger("entered"));
        JsonObject differing = api.get(200, "nationalRates", path + "?version=3&answer=DIFFERS");
        assertEquals(1, differing.getInteger("differing"));
        JsonObject one = differing.getJsonArray("items").getJsonObject(0);
        assertEquals("A-DA001", one.getString("outlet"));
        assertEquals("16.63", one.getString("differencePoints"));
        JsonObject first = api.get(200, "nationalRates", path + "?version=3&limit=1");
        assertEquals(
                "B-DA001",
                api.get(200, "nationalRates", path + "?version=3&limit=1&cursor=" + first.getString("next"))
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("outlet"));
    }

    private static String rates(String items) {
        return "{\"document\":\"国家平台\",\"by\":\"李明\",\"reason\":\"核对\",\"rates\":[{\"outlet\":" + items + "}]}";
    }

    @Test
    void whoMustBeOnLineAndIsNotIsOneQuestion() throws Exception {
        JsonObject county = api.get(200, "coverage", "/api/v1/coverage")
                .getJsonArray("items")
                .getJsonObject(0);
        assertEquals("371502", county.getString("county"));
        assertEquals(3, county.getInteger("mustBeOnline"));
        assertEquals(3, county.getInteger("lacking"));

        JsonObject first = api.get(200, "coverageEntries", "/api/v1/coverage/entries?lacking=true&limit=2");
        JsonObject entry = first.getJsonArray("items").getJsonObject(0);
        assertEquals("A-DA001", entry.getString("outlet"));
        assertEquals("NEVER_DELIVERED", entry.getString("line"));
        assertEquals("BY_PLAN_ONLY", entry.getString("must"));
        assertEquals("stack-45", entry.getJsonArray("grounds").getJsonObject(0).getString("id"));
        JsonObject rest = api.get(
                200,
                "coverageEntries",
                "/api/v1/coverage/entries?lacking=true&limit=2&cursor=" + first.getString("next"));
        assertEquals("B-DA001", rest.getJsonArray("items").getJsonObject(0).getString("outlet"));
        assertEquals(
                "C-DA001",
                api.get(200, "coverageEntries", "/api/v1/coverage/entries?county=371503")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("outlet"));
    }

    @Test
    void aRateBelowTheRequiredOneNeverLooksLikeIt() {
        BigDecimal required = new BigDecimal("0.9");
        assertEquals("89.999", percent(89_999, required));
        assertEquals("90.00", percent(90_000, required));
        assertEquals("89.99", percent(89_990, required));
    }

    private static String percent(long part, BigDecimal required) {
        return RateView.of(Rate.of(part, 100_000), required).orElseThrow().percent();
    }
}
