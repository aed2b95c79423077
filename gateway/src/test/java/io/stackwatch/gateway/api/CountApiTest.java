package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Hours, rates, budgets and causes over HTTP; every answer is checked against the contract. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CountApiTest {

    private ApiRunning api;
    private final String outlet = "DA001";

    @BeforeAll
    void start() throws Exception {
        api = new ApiRunning().start(ApiOptions.defaults());
        api.city.add(CityFixture.outlet(outlet, CityFixture.HEAT, OutletView.State.REPORTING, "YELLOW", "41.00"));
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void everyHourOfADaySaysHowItCountsAndByWhat() throws Exception {
        JsonObject day = api.get(200, "hoursDue", "/api/v1/outlets/" + outlet + "/hours-due?day=2026-11-24");
        JsonArray hours = day.getJsonArray("hours");
        assertEquals("REAL_TIME", day.getString("variant"));
        assertEquals(
                List.of("VALID", "NOT_VALID", "MISSING", "NOT_DUE"),
                hours.stream()
                        .map(hour -> ((JsonObject) hour).getString("standing"))
                        .toList());
        assertEquals(41, hours.getJsonObject(0).getLong("journalSequence"));
        assertNull(hours.getJsonObject(0).getString("reason"));
        assertEquals("MARKED_INVALID", hours.getJsonObject(1).getString("reason"));
        assertEquals("mark 7", hours.getJsonObject(1).getString("decidedBy"));
        assertTrue(hours.getJsonObject(2).getBoolean("late"));
        assertEquals("form 7", hours.getJsonObject(3).getString("decidedBy"));
    }

    @Test
    void aRateThatFailsDoesNotLookLikeOneThatPasses() throws Exception {
        JsonObject rates = api.get(200, "rates", "/api/v1/rates?month=2026-11&variant=FINAL");
        assertEquals(3, rates.getInteger("waiting"));
        JsonObject failing = rates.getJsonArray("counties").getJsonObject(1);
        assertEquals("89.996", failing.getJsonObject("line").getString("effectivePct"));
        assertFalse(failing.getJsonObject("line").getBoolean("passes"));
        assertEquals("BELOW", failing.getJsonObject("line").getString("band"));
        assertEquals(new JsonArray(List.of("371523")), failing.getJsonArray("formerCodes"));
        assertTrue(failing.getJsonArray("enterprises").isEmpty(), "nobody asked for them");
    }

    @Test
    void enterprisesOfAllCountiesComeAtOnceIfTheyAreAskedFor() throws Exception {
        JsonArray counties = api.get(200, "rates", "/api/v1/rates?month=2026-11&enterprises=true")
                .getJsonArray("counties");
        assertEquals(
                List.of("E-01", "E-02"),
                counties.stream()
                        .map(county -> ((JsonObject) county).getJsonArray("enterprises"))
                        .map(enterprises -> enterprises.getJsonObject(0).getString("id"))
                        .toList());
        JsonObject one = counties.getJsonObject(0).getJsonArray("enterprises").getJsonObject(0);
        assertTrue(one.getJsonArray("outlets").isEmpty(), "outlets come with a named enterprise");
    }

    @Test
    void theTreeGoesDownAsFarAsItIsAsked() throws Exception {
        JsonObject county = api.get(200, "rates", "/api/v1/rates?month=2026-11&region=371523")
                .getJsonArray("counties")
                .getJsonObject(0);
        assertEquals("371503", county.getString("code"), "asked for under its former code");
        JsonObject enterprise = county.getJsonArray("enterprises").getJsonObject(0);
        assertTrue(enterprise.getJsonArray("outlets").isEmpty());
        JsonObject named = api.get(200, "rates", "/api/v1/rates?month=2026-11&enterprise=E-01")
                .getJsonArray("counties")
                .getJsonObject(0)
                .getJsonArray("enterprises")
                .getJsonObject(0);
        JsonObject factor = named.getJsonArray("outlets")
                .getJsonObject(0)
                .getJsonArray("factors")
                .getJsonObject(0);
        assertEquals("a21026", factor.getJsonObject("factor").getString("id"));
    }

    @Test
    void theBudgetSaysWhatMayBeLostAndUntilWhenALostHourCanBeMended() throws Exception {
        JsonObject budget = api.get(200, "rateBudget", "/api/v1/outlets/" + outlet + "/rate-budget?month=2026-11");
        assertEquals("MAY_LOSE", budget.getJsonObject("all").getString("reach"));
        assertEquals(14, budget.getJsonObject("all").getLong("hours"));
        assertEquals("WARN", budget.getJsonObject("all").getString("state"));
        JsonObject so2 = budget.getJsonArray("factors").getJsonObject(0).getJsonObject("budget");
        assertEquals("MUST_REGAIN", so2.getString("reach"));
        assertEquals(2, so2.getLong("excused"));
        JsonObject lost = budget.getJsonArray("lost").getJsonObject(0);
        assertEquals("2026-11-25T04:00:00Z", lost.getString("marksUntil"));
        assertEquals("2026-12-10T16:00:00Z", lost.getString("vouchersUntil"));
    }

    @Test
    void aGapSaysItsCause() throws Exception {
        JsonObject cause = api.get(200, "gapCauses", "/api/v1/outlets/" + outlet + "/gap-causes")
                .getJsonArray("items")
                .getJsonObject(0);
        assertEquals("LINK_LOST", cause.getString("cause"));
        assertEquals("connection CLOSED", cause.getString("evidence"));
        assertEquals(3, cause.getInteger("hours"));
    }

    @Test
    void whatIsNoMonthNoDayAndNoOutletIsRefusedByName() throws Exception {
        assertEquals(400, api.get(400, "rates", "/api/v1/rates?month=2026-13").getInteger("status"));
        assertEquals(
                400,
                api.get(400, "hoursDue", "/api/v1/outlets/" + outlet + "/hours-due?day=2026-11-31")
                        .getInteger("status"));
        assertEquals(
                404,
                api.get(404, "rateBudget", "/api/v1/outlets/NOBODY/rate-budget").getInteger("status"));
    }
}
