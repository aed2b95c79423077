package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forwarding as the interface shows it; every answer is checked against the contract. */
final class RelayApiTest {

    private ApiRunning api;

    @BeforeEach
    void start() throws Exception {
        api = new ApiRunning().start(ApiOptions.defaults());
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aRelayShowsHowItStandsAndNobodysPassword() throws Exception {
        JsonObject relay =
                api.get(200, "relays", "/api/v1/relays").getJsonArray("items").getJsonObject(0);
        assertEquals("REWRITING", relay.getString("mode"));
        assertEquals("AWAY", relay.getString("condition"));
        assertEquals(3, relay.getLong("lagRecords"));
        assertEquals(90, relay.getLong("lagSeconds"));
        assertEquals(
                9, relay.getJsonObject("counts").getJsonObject("passedOver").getInteger("OTHER_COMMAND"));
        JsonObject file = api.get(200, "relay", "/api/v1/relays/province");
        assertEquals("TOO_LONG", file.getJsonArray("refusals").getJsonObject(0).getString("reason"));
        assertEquals(
                "NOT_CONTROLLING",
                file.getJsonArray("downlinks").getJsonObject(0).getString("kind"));
        assertFalse(file.encode().contains("hush12"), file::encode);
    }

    @Test
    void aDayIsReconciledByStationAndHourPageByPage() throws Exception {
        JsonObject first =
                api.get(200, "reconciliation", "/api/v1/relays/province/reconciliation?day=2026-11-23&limit=2");
        assertEquals(180, first.getJsonObject("figures").getInteger("due"));
        assertEquals(71, first.getJsonObject("figures").getInteger("outstanding"));
        assertEquals("2026-11-23T17:40:00Z", first.getJsonObject("reported").getString("takenAt"));
        assertEquals(2, first.getJsonArray("items").size());
        assertNull(first.getJsonArray("items").getJsonObject(1).getValue("reportedOutstanding"));
        JsonObject second = api.get(
                200,
                "reconciliation",
                "/api/v1/relays/province/reconciliation?day=2026-11-23&limit=2&cursor=" + first.getString("next"));
        assertEquals(1, second.getJsonArray("items").size());
        assertNull(second.getString("next"));
        JsonObject yesterday = api.get(200, "reconciliation", "/api/v1/relays/province/reconciliation");
        assertEquals("2026-11-23", yesterday.getString("day"), "yesterday when nothing is said");
    }

    @Test
    void theSameComesAsASheet() throws Exception {
        HttpResponse<String> sheet =
                api.ask(HttpRequest.newBuilder(api.uri("/api/v1/relays/province/reconciliation.csv?day=2026-11-23"))
                        .GET());
        assertEquals(200, sheet.statusCode());
        assertTrue(sheet.headers().firstValue("Content-Type").orElse("").startsWith("text/csv"));
        assertEquals(
                List.of(
                        "station,hour,due,again,sent,receipted,written,refused,given_up,outstanding,outstanding_that_night",
                        "\"3715020000000001\",2026-11-23T01:00:00Z,60,0,60,59,0,1,0,0,0",
                        "\"A,\"\"1\",2026-11-23T01:00:00Z,60,2,50,40,10,0,1,11,",
                        "\"3715020000000001\",2026-11-23T02:00:00Z,60,0,0,0,0,0,0,60,60"),
                sheet.body().lines().toList());
    }

    @Test
    void sendingAgainNeedsANameAReasonAndAPeriodThatMakesSense() throws Exception {
        JsonObject act = api.post(
                200,
                "resend",
                "/api/v1/relays/province/resend",
                """
                {"from": "2026-11-23T08:00:00+08:00", "until": "2026-11-23T09:00:00+08:00", "by": "李明", "reason": "丢失"}""");
        assertEquals("2026-11-23T00:00:00Z", act.getString("from"));
        assertEquals("李明", act.getString("by"));
        assertNull(act.getString("doneAt"));
        JsonObject upsideDown = api.post(
                400,
                "resend",
                "/api/v1/relays/province/resend",
                """
                {"from": "2026-11-23T09:00:00+08:00", "until": "2026-11-23T08:00:00+08:00", "by": "李明", "reason": "丢失"}""");
        assertEquals("from before until, at most 31 days", upsideDown.getString("expected"));
        JsonObject nobody = api.post(
                400,
                "resend",
                "/api/v1/relays/province/resend",
                """
                {"from": "2026-11-23T08:00:00+08:00", "until": "2026-11-23T09:00:00+08:00", "by": " ", "reason": "丢失"}""");
        assertEquals("body field by", nobody.getString("where"));
        assertEquals(1, api.relays.acts.size());
    }

    @Test
    void aRelayThatDoesNotExistIsNotFound() throws Exception {
        api.get(404, "relay", "/api/v1/relays/nobody");
        api.get(404, "relay", "/api/v1/relays/No%20Body");
        api.get(404, "reconciliation", "/api/v1/relays/nobody/reconciliation");
        api.get(400, "reconciliation", "/api/v1/relays/province/reconciliation?day=2026-13-01");
    }
}
