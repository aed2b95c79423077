package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ordering, releasing, following and calling off over a real port; every answer is checked against the contract. */
final class ExchangeApiTest {

    private ApiRunning api;

    @BeforeEach
    void start() throws Exception {
        api = new ApiRunning().start(ApiOptions.defaults());
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private static String body(int command, String content) {
        return """
                {"station": "010000A8900016F000169DC0", "command": %d, "content": [%s], "by": "Wang", "reason": "to see"}"""
                .formatted(command, content);
    }

    private JsonObject order(int command, String content) throws Exception {
        return api.post(200, "orderExchange", "/api/v1/exchanges", body(command, content));
    }

    @Test
    void anOrderIsAnExchangeThatCanBeFollowed() throws Exception {
        JsonObject ordered = order(
                2061,
                """
                {"name": "BeginTime", "value": "20261124050000"}, {"name": "EndTime", "value": "20261124060000"}""");
        assertEquals("取小时数据", ordered.getJsonObject("command").getString("name"));
        JsonObject file = api.get(200, "exchange", "/api/v1/exchanges/1");
        assertEquals(
                "AWAITING_ANSWER",
                file.getJsonObject("exchange").getJsonObject("state").getString("code"));
        assertEquals(
                "已发送，等待请求应答",
                file.getJsonObject("exchange").getJsonObject("state").getString("zh"));
        JsonArray events = file.getJsonArray("events");
        assertEquals("ORDERED", events.getJsonObject(0).getString("kind"));
        assertEquals("Wang", events.getJsonObject(0).getString("by"));
        assertEquals(1, events.getJsonObject(1).getInteger("attempt"));
        String packet = file.getString("packet");
        assertTrue(packet.contains("PW=***;"), packet);
        assertTrue(packet.contains("BeginTime=20261124050000;EndTime=20261124060000"), packet);
        assertTrue(api.asked.written.get(0).contains("PW=654321;"), "the logger gets the password");
        assertEquals(
                new JsonArray(),
                api.get(200, "exchangeFrames", "/api/v1/exchanges/1/frames").getJsonArray("items"));
    }

    @Test
    void whatAHostOrdersAtFirstIsOneCall() throws Exception {
        JsonArray ordered = api.post(
                        200,
                        "initialise",
                        "/api/v1/stations/010000A8900016F000169DC0/initialisation",
                        "{\"by\": \"Wang\", \"reason\": \"accepted\", \"MinInterval\": 1}")
                .getJsonArray("items");
        assertEquals(6, ordered.size());
        assertEquals(
                "1",
                ordered.getJsonObject(3)
                        .getJsonArray("content")
                        .getJsonObject(0)
                        .getString("value"));
        JsonObject refused = api.post(
                400,
                "initialise",
                "/api/v1/stations/NOBODY/initialisation",
                "{\"by\": \"Wang\", \"reason\": \"accepted\"}");
        assertTrue(refused.getString("detail").contains("NOBODY"), refused.encode());
    }

    @Test
    void aNameWithInvisibleCharactersOrTheMachinesIsRefused() throws Exception {
        order(1062, "{\"name\": \"RtdInterval\", \"value\": \"30\"}");
        for (String by : List.of("L\\u200bi", "Li\\u0007", "Stack Watch", "\uFF53tackwatch")) {
            JsonObject refused =
                    api.post(400, "releaseExchange", "/api/v1/exchanges/1/release", "{\"by\": \"" + by + "\"}");
            assertTrue(refused.getString("detail").contains("by "), refused.encode());
        }
    }

    @Test
    void aControlIsReleasedBySomebodyElseOrNotAtAll() throws Exception {
        JsonObject ordered = order(1072, "{\"name\": \"NewPW\", \"value\": \"S3CRET\"}");
        assertEquals("ORDERED", ordered.getJsonObject("state").getString("code"));
        assertTrue(ordered.getBoolean("twoPeople"));
        assertEquals("***", ordered.getJsonArray("content").getJsonObject(0).getString("value"));
        JsonObject refused = api.post(409, "releaseExchange", "/api/v1/exchanges/1/release", "{\"by\": \"wang\"}");
        assertEquals(
                "exchange 1 was ordered by 'Wang': it has to be released by somebody else",
                refused.getString("detail"));
        JsonObject machine =
                api.post(400, "releaseExchange", "/api/v1/exchanges/1/release", "{\"by\": \"stackwatch\"}");
        assertEquals("body field by", machine.getString("where"));
        api.post(200, "releaseExchange", "/api/v1/exchanges/1/release", "{\"by\": \"Li\"}");
        assertTrue(api.asked.written.get(0).contains("NewPW=S3CRET"));
        JsonObject file = api.get(200, "exchange", "/api/v1/exchanges/1");
        assertTrue(!file.encode().contains("S3CRET"), file::encode);
        assertEquals(null, file.getString("packet"));
        api.post(404, "releaseExchange", "/api/v1/exchanges/9/release", "{\"by\": \"Li\"}");
    }

    @Test
    void whatIsCalledOffIsOverAndSaysWhy() throws Exception {
        order(1061, "");
        JsonObject cancelled = api.post(
                200, "cancelExchange", "/api/v1/exchanges/1/cancel", "{\"by\": \"Li\", \"reason\": \"wrong station\"}");
        assertEquals("CANCELLED", cancelled.getJsonObject("state").getString("code"));
        JsonObject again = api.post(
                409, "cancelExchange", "/api/v1/exchanges/1/cancel", "{\"by\": \"Li\", \"reason\": \"again\"}");
        assertTrue(again.getString("detail").contains("so far: ORDERED, SENT, CANCELLED"), again.getString("detail"));
    }

    @Test
    void anOrderThatCannotBeSentNamesItsField() throws Exception {
        JsonObject station = api.post(
                400,
                "orderExchange",
                "/api/v1/exchanges",
                body(1061, "").replace("010000A8900016F000169DC0", "NOBODY"));
        assertEquals("body field station", station.getString("where"));
        assertEquals("a registered station", station.getString("expected"));
        JsonObject command = api.post(400, "orderExchange", "/api/v1/exchanges", body(2013, ""));
        assertEquals("body field command", command.getString("where"));
        JsonObject value = api.post(
                400, "orderExchange", "/api/v1/exchanges", body(1000, "{\"name\": \"OverTime\", \"value\": \"5;6\"}"));
        assertEquals("body field content OverTime", value.getString("where"));
        api.post(400, "orderExchange", "/api/v1/exchanges", body(9014, ""));
        api.post(400, "orderExchange", "/api/v1/exchanges", "{\"station\": \"X\"}");
        assertEquals(List.of(), api.asked.written);
    }

    @Test
    void aStationThatHasEnoughToDoGetsNoMore() throws Exception {
        for (int i = 0; i < 6; i++) {
            order(1061, "");
        }
        JsonObject full = api.post(409, "orderExchange", "/api/v1/exchanges", body(1061, ""));
        assertEquals("the station has 6 open requests, expected fewer than 6", full.getString("detail"));
    }

    @Test
    void pagesAreNewestFirstAndFiltered() throws Exception {
        for (int i = 0; i < 3; i++) {
            order(1061, "");
        }
        List<Integer> ids = new ArrayList<>();
        String next = "";
        do {
            JsonObject page = api.get(200, "exchanges", "/api/v1/exchanges?limit=2" + next);
            page.getJsonArray("items").forEach(one -> ids.add(((JsonObject) one).getInteger("id")));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (next != null);
        assertEquals(List.of(3, 2, 1), ids);
        assertEquals(
                2,
                api.get(200, "exchanges", "/api/v1/exchanges?state=QUEUED")
                        .getJsonArray("items")
                        .size());
        assertEquals(
                0,
                api.get(200, "exchanges", "/api/v1/exchanges?station=NOBODY")
                        .getJsonArray("items")
                        .size());
        api.get(400, "exchanges", "/api/v1/exchanges?state=SLEEPING");
        api.get(404, "exchange", "/api/v1/exchanges/77");
    }
}
