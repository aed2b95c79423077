package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Reading;
import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a real port; every answer is checked against the contract, and no record is ever read on an event loop. */
final class ApiServerTest {

    private ApiRunning api;

    @BeforeEach
    void start() throws Exception {
        api = new ApiRunning();
        api.city.add(CityFixture.outlet("DA001", CityFixture.HEAT, OutletView.State.REPORTING, "YELLOW", "41.00"));
        api.city.add(CityFixture.outlet("DA002", CityFixture.BRICK, OutletView.State.NEVER_HEARD, null, "0"));
        api.city.add(CityFixture.outlet("DA003", CityFixture.STEEL, OutletView.State.SILENT, null, "12.5"));
        api.append(ApiRunning.FRAME.replace("2061", "2011"));
        api.append(ApiRunning.FRAME);
        api.append("not a frame");
        AlarmView alarm = CityFixture.alarm("A-1", "YELLOW", CityFixture.HEAT, "41.00", CityFixture.NOW);
        api.city.add(CityFixture.history(alarm, CityFixture.evidence(2)));
        api.city.add(CityFixture.event(1, alarm));
        api.start(ApiOptions.defaults());
    }

    @AfterEach
    void stop() throws Exception {
        assertEquals(List.of(), api.city.askedOnEventLoop(), "records were read on an event loop");
        api.close();
    }

    @Test
    void aboutSaysThatTheClockIsScaled() throws Exception {
        JsonObject about = api.get(200, "about", "/api/v1/about");
        assertEquals("2026-11-24T06:20:10Z", about.getString("now"));
        assertEquals("SCALED", about.getString("clock"));
        assertEquals(60, about.getDouble("scale"));
        assertEquals("Asia/Shanghai", about.getString("zone"));
    }

    @Test
    void outletsComeWithTheirLatestReadingsDigitForDigit() throws Exception {
        JsonObject outlet =
                api.get(200, "outlets", "/api/v1/outlets").getJsonArray("items").getJsonObject(0);
        JsonObject so2 = outlet.getJsonArray("latest").getJsonObject(1);
        assertEquals("41.00", so2.getJsonObject("converted").getString("value"));
        assertEquals("mg/m3", so2.getJsonObject("converted").getString("unit"));
        assertEquals("35", so2.getJsonObject("limit").getString("value"));
        assertEquals("N", so2.getString("flag"));
        assertEquals("YELLOW", outlet.getString("alarmLevel"));
        assertEquals(outlet, api.get(200, "outlet", "/api/v1/outlets/DA001"));
    }

    @Test
    void anOutletThatWasNeverHeardHasNullsAndNoZeros() throws Exception {
        JsonObject outlet = api.get(200, "outlet", "/api/v1/outlets/DA002");
        assertEquals("NEVER_HEARD", outlet.getString("state"));
        assertTrue(outlet.containsKey("lastHeardAt"));
        assertEquals(null, outlet.getValue("lastHeardAt"));
        assertEquals(new JsonArray(), outlet.getJsonArray("latest"));
    }

    @Test
    void pagesGoOnWhereTheOneBeforeEnded() throws Exception {
        List<String> ids = new ArrayList<>();
        String next = "";
        int pages = 0;
        do {
            JsonObject page = api.get(200, "outlets", "/api/v1/outlets?limit=2" + next);
            page.getJsonArray("items").forEach(one -> ids.add(((JsonObject) one).getString("id")));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
            pages++;
        } while (next != null);
        assertEquals(List.of("DA001", "DA002", "DA003"), ids);
        assertEquals(2, pages);
    }

    @Test
    void alarmsAreNewestFirstAndPagingSkipsNothingWhenAnAlarmComesInBetween() throws Exception {
        for (int i = 2; i <= 5; i++) {
            api.city.add(CityFixture.history(CityFixture.alarm(
                    "A-" + i, "RED", CityFixture.BRICK, null, CityFixture.NOW.minusSeconds(60L * i))));
        }
        JsonObject first = api.get(200, "alarms", "/api/v1/alarms?limit=2");
        api.city.add(CityFixture.history(
                CityFixture.alarm("A-9", "RED", CityFixture.BRICK, null, CityFixture.NOW.plusSeconds(60))));
        JsonObject second = api.get(200, "alarms", "/api/v1/alarms?limit=2&cursor=" + first.getString("next"));
        assertEquals(List.of("A-1", "A-2"), ids(first));
        assertEquals(List.of("A-3", "A-4"), ids(second));
    }

    @Test
    void anAlarmAboutACountySaysSoAndNamesNoOutlet() throws Exception {
        String words = "89.90 % (899 of 1000 due hours valid), required 90 %";
        api.city.add(CityFixture.history(CityFixture.county("A-5", words, CityFixture.NOW)));
        JsonObject alarm = api.get(200, "alarm", "/api/v1/alarms/A-5").getJsonObject("alarm");
        assertEquals(
                "REGION 371502 东昌府区",
                alarm.getJsonObject("subject").getString("kind") + " "
                        + alarm.getJsonObject("subject").getString("id") + " "
                        + alarm.getJsonObject("subject").getString("name"));
        assertTrue(alarm.containsKey("outlet") && alarm.getValue("outlet") == null);
        assertTrue(alarm.containsKey("enterprise") && alarm.getValue("enterprise") == null);
        assertEquals(words, alarm.getString("words"));
        JsonObject ofOutlet = api.get(200, "alarm", "/api/v1/alarms/A-1").getJsonObject("alarm");
        assertEquals("DA001", ofOutlet.getJsonObject("outlet").getString("id"));
        assertEquals("OUTLET", ofOutlet.getJsonObject("subject").getString("kind"));
    }

    @Test
    void alarmsAreFilteredByStateTypeAndOutlet() throws Exception {
        api.city.add(CityFixture.history(CityFixture.alarm("A-2", "RED", CityFixture.BRICK, null, CityFixture.NOON)));
        assertEquals(List.of("A-2"), ids(api.get(200, "alarms", "/api/v1/alarms?type=DATA_MISS")));
        assertEquals(List.of("A-1"), ids(api.get(200, "alarms", "/api/v1/alarms?type=EX_H&state=OPEN")));
        assertEquals(List.of(), ids(api.get(200, "alarms", "/api/v1/alarms?state=CLEARED")));
        assertEquals(List.of(), ids(api.get(200, "alarms", "/api/v1/alarms?outlet=DA009")));
    }

    @Test
    void anAlarmIsReadBackToItsRawFrameAndItsPlaceInTheChain() throws Exception {
        JsonObject alarm = api.get(200, "alarm", "/api/v1/alarms/A-1");
        assertEquals("41.00", alarm.getJsonObject("alarm").getString("value"));
        JsonObject frame = api.get(200, "alarmFrames", "/api/v1/alarms/A-1/frames")
                .getJsonArray("items")
                .getJsonObject(0);
        assertEquals(2, frame.getLong("sequence"));
        assertEquals(
                ApiRunning.FRAME, new String(HexFormat.of().parseHex(frame.getString("hex")), StandardCharsets.UTF_8));
        assertEquals(ApiRunning.FRAME, frame.getString("text"));
        assertEquals("10.1.2.3:40112", frame.getString("peer"));
        assertEquals("ACCEPTED", frame.getString("disposition"));
        assertTrue(frame.getJsonObject("decoded")
                .getJsonArray("items")
                .contains(new JsonObject().put("name", "a21026-ZsAvg").put("value", "41.00")));
        assertEquals(api.get(200, "frame", "/api/v1/frames/1").getString("sha256"), frame.getString("previousSha256"));
        assertEquals(frame, api.get(200, "frame", "/api/v1/frames/2"));
    }

    @Test
    void bytesThatAreNotAFrameAreShownUndecoded() throws Exception {
        JsonObject frame = api.get(200, "frame", "/api/v1/frames/3");
        assertEquals("not a frame", frame.getString("text"));
        assertEquals(null, frame.getValue("decoded"));
    }

    @Test
    void anAcknowledgementIsKeptAndASecondOneIsAConflictThatNamesTheFirst() throws Exception {
        String path = "/api/v1/alarms/A-1/acknowledgement";
        String body = "{\"who\":\"李明\",\"note\":\"已电话核实\"}";
        JsonObject alarm = api.post(200, "acknowledge", path, body);
        assertEquals("李明", alarm.getJsonObject("acknowledgement").getString("who"));
        assertEquals(
                "2026-11-24T06:20:10Z", alarm.getJsonObject("acknowledgement").getString("at"));

        JsonObject problem = api.post(409, "acknowledge", path, body);
        assertTrue(problem.getString("detail").contains("李明"), problem.encode());
        assertEquals(List.of(), ids(api.get(200, "alarms", "/api/v1/alarms?state=OPEN")));
    }

    @Test
    void anAcknowledgementWithoutNoteOrWithABlankOneIsRefusedByName() throws Exception {
        String path = "/api/v1/alarms/A-1/acknowledgement";
        JsonObject blank = api.post(400, "acknowledge", path, "{\"who\":\"李明\",\"note\":\"  \"}");
        assertEquals("body field note", blank.getString("where"));
        assertTrue(api.post(400, "acknowledge", path, "{\"who\":\"李明\"}")
                .getString("detail")
                .contains("note"));
        api.post(400, "acknowledge", path, "{\"who\":");
        api.post(404, "acknowledge", "/api/v1/alarms/A-77/acknowledgement", "{\"who\":\"李明\",\"note\":\"x\"}");
        assertEquals(List.of("A-1"), ids(api.get(200, "alarms", "/api/v1/alarms?state=OPEN")));
    }

    @Test
    void anAlarmIsAssignedShelvedAndPutBackAndWhatItsStateRefusesIsAConflictWithStateAndReason() throws Exception {
        String base = "/api/v1/alarms/A-1/";
        JsonObject mine =
                api.post(200, "assignAlarm", base + "assignment", "{\"who\":\"李明\",\"to\":\"王强\",\"note\":\"去现场\"}");
        assertEquals("王强", mine.getJsonObject("assignment").getString("to"));
        String note = "{\"who\":\"李明\",\"note\":\"已派员\"}";
        JsonObject refused = api.post(409, "unshelveAlarm", base + "unshelving", note);
        assertTrue(
                refused.getString("detail").contains("UNSHELVED in state OPEN_ACTIVE")
                        && refused.getString("detail").contains("NOT_SHELVED"),
                refused.encode());
        JsonObject shelved = api.post(
                200,
                "shelveAlarm",
                base + "shelf",
                "{\"who\":\"李明\",\"note\":\"已派员\",\"until\":\"2026-11-24T20:00:00+08:00\"}");
        assertEquals("OPEN_ACTIVE_SHELVED", shelved.getString("state"));
        assertEquals("2026-11-24T12:00:00Z", shelved.getJsonObject("aside").getString("until"));
        assertEquals(
                "OPEN_ACTIVE",
                api.post(200, "unshelveAlarm", base + "unshelving", note).getString("state"));
        assertEquals(
                "OPEN_ACTIVE_OUT_OF_SERVICE",
                api.post(200, "takeAlarmOutOfService", base + "absence", note).getString("state"));
        assertEquals(
                "OPEN_ACTIVE",
                api.post(200, "returnAlarmToService", base + "return", note).getString("state"));
    }

    @Test
    void whatShelvesWithoutAnEndOrWithOneThatIsNoMomentIsRefusedByName() throws Exception {
        String path = "/api/v1/alarms/A-1/shelf";
        api.post(400, "shelveAlarm", path, "{\"who\":\"李明\",\"note\":\"x\"}");
        api.post(400, "shelveAlarm", path, "{\"who\":\"李明\",\"note\":\"x\",\"until\":\"tomorrow\"}");
        api.post(
                404,
                "shelveAlarm",
                "/api/v1/alarms/A-77/shelf",
                "{\"who\":\"李明\",\"note\":\"x\",\"until\":\"2026-11-24T20:00:00+08:00\"}");
    }

    @Test
    void theStoryOfNoticesSaysWhoWasToldAndWhoNotAndWhy() throws Exception {
        JsonObject story = api.get(200, "alarmNotices", "/api/v1/alarms/A-1/notices");
        JsonObject first = story.getJsonArray("items").getJsonObject(0);
        assertEquals("NOBODY_ON_DUTY", first.getString("why"));
        assertEquals(0, first.getInteger("step"));
        api.get(404, "alarmNotices", "/api/v1/alarms/A-77/notices");
    }

    @Test
    void aBodyThatIsTooLongIsRefused() throws Exception {
        api.post(
                413,
                "acknowledge",
                "/api/v1/alarms/A-1/acknowledgement",
                "{\"who\":\"x\",\"note\":\"" + "x".repeat(20_000) + "\"}");
    }

    @Test
    void hoursOfAPeriodAreNewestFirstAndPagedAlsoWithinAnHour() throws Exception {
        api.city.add(CityFixture.hour(CityFixture.SO2, CityFixture.NOON, "41.00", "EXCEEDS"));
        api.city.add(CityFixture.hour(CityFixture.NOX, CityFixture.NOON, "38", "WITHIN"));
        api.city.add(CityFixture.hour(CityFixture.SO2, CityFixture.NOON.minusSeconds(3_600), null, "NOT_JUDGED"));
        api.city.add(CityFixture.hour(CityFixture.SO2, CityFixture.NOON.minus(Duration.ofDays(2)), "1", "WITHIN"));

        String path = "/api/v1/outlets/DA001/hours?limit=1";
        JsonObject first = api.get(200, "hours", path);
        JsonObject second = api.get(200, "hours", path + "&cursor=" + first.getString("next"));
        JsonObject third = api.get(200, "hours", path + "&cursor=" + second.getString("next"));
        assertEquals("a21002", factor(first));
        assertEquals("a21026", factor(second));
        JsonObject missing = third.getJsonArray("items").getJsonObject(0);
        assertEquals("NOT_RECEIVED", missing.getString("reason"));
        assertEquals(null, missing.getValue("value"));
        assertEquals(null, third.getValue("next"));
        assertEquals(
                1,
                api.get(
                                200,
                                "hours",
                                "/api/v1/outlets/DA001/hours?factor=a21002&from=2026-11-24T13:00:00%2B08:00&until=2026-11-24T14:00:00%2B08:00")
                        .getJsonArray("items")
                        .size());
    }

    @Test
    void aSeriesComesFromTheHistory() throws Exception {
        for (int i = 0; i < 100; i++) {
            api.history.write(List.of(new ReadingLog.Entry(
                    new OutletId("DA001"),
                    new Reading(
                            new Mn("M1"),
                            new FactorCode("a21026"),
                            Span.MINUTE,
                            CityFixture.NOON.plusSeconds(60L * i),
                            Statistic.AVG,
                            "30." + i,
                            new BigDecimal("30." + i),
                            Unit.MILLIGRAMS_PER_CUBIC_METRE,
                            Optional.of(DataFlag.NORMAL)))));
        }
        String path = "/api/v1/outlets/DA001/readings?factor=a21026&span=MINUTE"
                + "&from=2026-11-24T05:00:00Z&until=2026-11-24T07:00:00Z";
        JsonObject whole = api.get(200, "readings", path);
        assertEquals(100, whole.getJsonArray("points").size());
        assertEquals("Avg", whole.getString("statistic"));
        JsonObject thinned = api.get(200, "readings", path + "&points=10");
        assertTrue(thinned.getBoolean("thinned"));
        assertTrue(thinned.getJsonArray("points").size() <= 10);
        assertEquals(30.0, thinned.getJsonArray("points").getJsonObject(0).getDouble("value"));
    }

    @Test
    void aMadeHourLeadsToItsMinutesAndOfOneFactorToTheRecords() throws Exception {
        String path = "/api/v1/outlets/DA001/hours/2026-11-24T08:20:00%2B08:00/made";
        JsonObject made = api.get(200, "made", path);
        assertEquals("2026-11-24T00:00:00Z", made.getString("hour"), "the hour that the moment lies in");
        JsonObject minute = firstMinute(made);
        assertEquals(12, minute.getInteger("usable"));
        assertEquals(new JsonArray(), minute.getJsonArray("samples"));
        JsonObject sample = firstMinute(api.get(200, "made", path + "?factor=a21026"))
                .getJsonArray("samples")
                .getJsonObject(0);
        assertEquals(17, sample.getInteger("record"));
        assertEquals("12.30", sample.getString("number"), "digit for digit");
        JsonObject where = api.get(400, "made", "/api/v1/outlets/DA001/hours/today/made");
        assertEquals("path parameter start", where.getString("where"));
        api.get(404, "made", "/api/v1/outlets/DA404/hours/2026-11-24T08:00:00Z/made");
    }

    @Test
    void aMadeHourWhoseMinutesWereLetGoSaysWhen() throws Exception {
        JsonObject young = station(api.get(200, "made", "/api/v1/outlets/DA001/hours/2026-11-24T08:00:00Z/made"));
        assertNull(young.getJsonObject("minutesDropped"));
        JsonObject old = station(api.get(200, "made", "/api/v1/outlets/DA001/hours/2024-11-24T08:00:00Z/made"));
        assertEquals("2025-12-29T08:00:00Z", old.getJsonObject("minutesDropped").getString("at"));
    }

    private static JsonObject station(JsonObject made) {
        return made.getJsonArray("stations").getJsonObject(0);
    }

    private static JsonObject firstMinute(JsonObject made) {
        return made.getJsonArray("stations")
                .getJsonObject(0)
                .getJsonArray("factors")
                .getJsonObject(0)
                .getJsonArray("minutes")
                .getJsonObject(0);
    }

    @Test
    void badInputGetsAProblemThatSaysWhereAndWhatWasExpected() throws Exception {
        JsonObject from = api.get(400, "hours", "/api/v1/outlets/DA001/hours?from=yesterday");
        assertEquals("query parameter from", from.getString("where"));
        assertTrue(from.getString("detail").contains("yesterday"), from.encode());
        assertTrue(from.getString("expected").contains("2026-11-24T00:00:00Z"), from.encode());
        JsonObject backwards = api.get(
                400, "hours", "/api/v1/outlets/DA001/hours?from=2026-11-24T00:00:00Z&until=2026-11-23T00:00:00Z");
        assertTrue(backwards.getString("expected").contains("from before until"), backwards.encode());
        JsonObject limit = api.get(400, "alarms", "/api/v1/alarms?limit=100000");
        assertEquals("query parameter limit", limit.getString("where"));
        JsonObject cursor = api.get(400, "alarms", "/api/v1/alarms?cursor=%21%21");
        assertEquals("query parameter cursor", cursor.getString("where"));
        JsonObject cut = api.get(400, "alarms", "/api/v1/alarms?cursor=YWJj");
        assertEquals("query parameter cursor", cut.getString("where"));
        api.get(400, "alarms", "/api/v1/alarms?state=SOMETIMES");
        api.get(400, "readings", "/api/v1/outlets/DA001/readings?span=HOUR");
        api.get(400, "frame", "/api/v1/frames/zero");
        api.get(404, "outlet", "/api/v1/outlets/DA404");
        api.get(404, "hours", "/api/v1/outlets/DA404/hours");
        api.get(404, "frame", "/api/v1/frames/404");
        api.get(404, "case", "/api/v1/cases/C-404");
    }

    @Test
    void whatDoesNotExistIsAProblemToo() throws Exception {
        HttpResponse<String> answer = api.ask(
                HttpRequest.newBuilder(api.uri("/assets/../openapi.yaml")).GET());
        assertEquals(404, answer.statusCode());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                405,
                api.ask(HttpRequest.newBuilder(api.uri("/api/v1/alarms")).DELETE())
                        .statusCode());
    }

    @Test
    void aFailureInsideIsToldWithoutShowingTheInside() throws Exception {
        api.city.breakDown();
        JsonObject problem = api.get(500, "outlets", "/api/v1/outlets");
        assertFalse(problem.encode().contains("jdbc"), problem.encode());
    }

    @Test
    void candidateCasesAreListedAndReadWithTheirLegalBasis() throws Exception {
        api.city.add(CityFixture.caseFile("C-1", CityFixture.NOON));
        api.city.add(CityFixture.caseFile("C-2", CityFixture.NOW));
        assertEquals(List.of("C-2", "C-1"), ids(api.get(200, "cases", "/api/v1/cases")));
        JsonObject file = api.get(200, "case", "/api/v1/cases/C-1");
        assertEquals("2026-11-23", file.getJsonObject("summary").getString("day"));
        assertEquals(
                2,
                file.getJsonArray("exceedances")
                        .getJsonObject(0)
                        .getJsonObject("evidence")
                        .getLong("sequence"));
    }

    @Test
    void healthIsTheWorstOfItsPartsAndAPartThatCannotAnswerIsDown() throws Exception {
        api.probes.add(new Health.Probe(
                "journal", () -> new Health.Part("journal", Health.Status.UP, "", Map.of("head", 12L))));
        restart();
        assertEquals("UP", api.get(200, "health", "/health").getString("status"));
        api.probes.add(new Health.Probe(
                "history",
                () -> new Health.Part("history", Health.Status.DEGRADED, "store does not answer", Map.of("lag", 3))));
        restart();
        assertEquals("DEGRADED", api.get(200, "health", "/health").getString("status"));
        api.probes.add(new Health.Probe("store", () -> {
            throw new IllegalStateException("no disk");
        }));
        restart();
        JsonObject health = api.get(503, "health", "/health");
        assertEquals("DOWN", health.getString("status"));
        assertEquals(
                "cannot be asked: no disk",
                health.getJsonArray("parts").getJsonObject(2).getString("detail"));
    }

    @Test
    void metricsAreThoseOfTheRegistry() throws Exception {
        HttpResponse<String> answer =
                api.ask(HttpRequest.newBuilder(api.uri("/metrics")).GET());
        assertEquals("stackwatch_frames_total 7.0\n", answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/plain; version=0.0.4"));
    }

    @Test
    void theConsoleAndAllItsFilesAreServedAndAskForNothingElsewhere() throws Exception {
        HttpResponse<String> page = api.ask(HttpRequest.newBuilder(api.uri("/")).GET());
        assertEquals(200, page.statusCode());
        assertTrue(page.headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .startsWith("default-src 'none'; script-src 'self';"));
        assertFalse(page.body().contains("http"), "the page asks for something elsewhere");
        assertTrue(ConsoleFiles.listed().size() > 10, "rooms are files of their own");
        for (String line : ConsoleFiles.listed()) {
            String[] file = line.split(" ", -1);
            HttpResponse<byte[]> answer =
                    api.bytes(HttpRequest.newBuilder(api.uri(file[0].equals("index.html") ? "/" : "/" + file[0]))
                            .GET());
            assertEquals(200, answer.statusCode(), line);
            assertEquals(
                    file[2],
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(answer.body())),
                    line);
        }
    }

    @Test
    void aFileOfTheConsoleIsSentPackedToWhoTakesItAndNotAtAllToWhoHasIt() throws Exception {
        HttpResponse<byte[]> packed = api.bytes(HttpRequest.newBuilder(api.uri("/"))
                .header("Accept-Encoding", "gzip, br")
                .GET());
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
        assertTrue(new String(plain, StandardCharsets.UTF_8).contains("<title>污染源在线监控告警</title>"));
        HttpResponse<byte[]> known = api.bytes(HttpRequest.newBuilder(api.uri("/"))
                .header("If-None-Match", packed.headers().firstValue("ETag").orElseThrow())
                .GET());
        assertEquals(304, known.statusCode());
        assertEquals(0, known.body().length);
    }

    @Test
    void aRequestUnderAForeignNameIsNotServed() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /api/v1/alarms HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertEquals("HTTP/1.1 421 Misdirected Request", answer.readLine());
        }
    }

    @Test
    void whereNobodyNeedSignInOnlyALoopbackAddressIsListenedOn() {
        for (String host : List.of("0.0.0.0", "")) {
            IllegalArgumentException failure = assertThrows(
                    IllegalArgumentException.class, () -> ApiOptions.defaults().withHost(host));
            assertTrue(failure.getMessage().contains("'" + host + "'"), failure.getMessage());
        }
        ApiOptions.defaults().withAnyHost("0.0.0.0").check(true);
    }

    @Test
    void whenTooManyCallsWaitMoreAreRefusedAndTheWaitingOnesAreServedLater() throws Exception {
        api.server().close().await(20, TimeUnit.SECONDS);
        api.start(ApiOptions.defaults().withWorkers(1, 1));
        CountDownLatch gate = new CountDownLatch(1);
        api.city.waitFor(gate);
        List<CompletableFuture<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return api.ask(HttpRequest.newBuilder(api.uri("/api/v1/outlets"))
                                    .GET())
                            .statusCode();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        CompletableFuture.anyOf(calls.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        gate.countDown();
        List<Integer> codes = new ArrayList<>();
        for (CompletableFuture<Integer> call : calls) {
            codes.add(call.get(20, TimeUnit.SECONDS));
        }
        assertTrue(codes.contains(503), codes.toString());
        assertTrue(codes.contains(200), codes.toString());
    }

    private void restart() throws Exception {
        api.server().close().await(20, TimeUnit.SECONDS);
        api.start(ApiOptions.defaults());
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(one -> ((JsonObject) one).getString("id"))
                .toList();
    }

    private static String factor(JsonObject page) {
        return page.getJsonArray("items")
                .getJsonObject(0)
                .getJsonObject("factor")
                .getString("id");
    }
}
