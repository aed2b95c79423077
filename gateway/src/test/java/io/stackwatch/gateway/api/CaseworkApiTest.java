package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CheckResult;
import io.stackwatch.core.enforcement.Stage;
import io.stackwatch.gateway.casework.CaseCity;
import io.stackwatch.gateway.casework.DeadlineSweep;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Case files over HTTP, on the rows of a store; every answer is checked against the contract. */
final class CaseworkApiTest {

    private static final String FILES = "/api/v1/case-files";

    @TempDir
    private Path folder;

    private ApiRunning api;
    private RecordStore store;
    private CaseCity city;

    @BeforeEach
    void start() throws Exception {
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
        city = CaseCity.in(store, folder.resolve("proofs"));
        api = new ApiRunning();
        api.casework = city.desk;
        api.clock = city.clock;
        api.start(ApiOptions.defaults());
    }

    @AfterEach
    void stop() {
        api.close();
        store.close();
    }

    @Test
    void aFileIsOpenedWorkedOnAndShownWithEverythingThatHangsOnIt() throws Exception {
        String candidate = city.candidate("DA001", "2026-10-08").value();
        String opening = new JsonObject()
                .put("candidate", candidate)
                .put("by", "li")
                .put("role", "OFFICER")
                .put("reason", "超标属实")
                .put("livelihood", true)
                .encode();
        JsonObject opened = api.post(200, "openCaseFile", FILES, opening);
        assertEquals(candidate, opened.getJsonObject("summary").getString("id"));
        assertTrue(opened.getJsonObject("summary").getBoolean("livelihood"));
        api.post(409, "openCaseFile", FILES, opening);

        String file = FILES + "/" + candidate;
        JsonObject reviewed = api.post(
                200,
                "actInCaseFile",
                file + "/acts",
                act("DATA_REVIEWED", "li").put("second", "wang").encode());
        assertEquals(
                "REVIEWED", reviewed.getJsonArray("strands").getJsonObject(0).getString("stage"));
        assertEquals(
                List.of("CANDIDATE_OPENED>CANDIDATE", "DATA_REVIEWED>REVIEWED"),
                reviewed.getJsonArray("strands")
                        .getJsonObject(0)
                        .getJsonArray("path")
                        .getList());
        assertEquals(
                "wang",
                reviewed.getJsonArray("acts")
                        .getJsonObject(1)
                        .getJsonObject("second")
                        .getString("id"));
        assertEquals(
                "自动监测数据审核表", reviewed.getJsonArray("documents").getJsonObject(1).getString("title"));
        JsonObject law = reviewed.getJsonObject("money").getJsonObject("law");
        assertEquals("SAME_LAW", law.getString("outcome"));
        assertEquals(
                "100000.00",
                reviewed.getJsonObject("money").getJsonObject("applies").getString("least"));
        assertEquals(
                "case-filing: day 1",
                reviewed.getJsonArray("deadlines").getJsonObject(0).getString("period") + ": "
                        + reviewed.getJsonArray("deadlines")
                                .getJsonObject(0)
                                .getJsonArray("calculation")
                                .getString(1)
                                .substring(0, 5));
    }

    /** The State Council had not announced the working days of 2027. */
    @Test
    void aDeadlineThatFallsIntoAYearWhoseCalendarIsNotVerifiedSaysSo() throws Exception {
        assertEquals(List.of(), calendars("2026-10-08"));
        assertEquals(List.of("calendar 2027 UNVERIFIED"), calendars("2026-12-28"));
    }

    /** The calendars that are doubted of the first deadline of a file that was opened on a candidate of a day. */
    private List<String> calendars(String day) throws Exception {
        city.clock.set(day.equals("2026-12-28") ? "2026-12-29T10:00" : "2026-10-09T10:00");
        JsonObject file = api.get(200, "caseFile", FILES + "/" + city.opened(day));
        List<String> calendars = new ArrayList<>();
        for (Object doubt : file.getJsonArray("deadlines").getJsonObject(0).getJsonArray("doubts")) {
            String what = ((JsonObject) doubt).getString("what");
            if (what.startsWith("calendar")) {
                calendars.add(what + " " + ((JsonObject) doubt).getString("mark"));
            }
        }
        return calendars;
    }

    @Test
    void aRefusedStepTellsStateEventGuardAndPath() throws Exception {
        String file = FILES + "/" + city.opened("2026-10-08");
        JsonObject problem = api.post(
                409, "actInCaseFile", file + "/acts", act("DATA_REVIEWED", "li").encode());
        JsonObject step = problem.getJsonObject("step");
        assertEquals("CANDIDATE", step.getString("state"));
        assertEquals("DATA_REVIEWED", step.getString("event"));
        assertEquals("GUARD", step.getString("reason"));
        assertEquals("TWO_OFFICERS: a second officer is not named", step.getString("found"));
        assertEquals(
                List.of("CANDIDATE_OPENED>CANDIDATE"), step.getJsonArray("path").getList());
        JsonObject other = api.post(
                409,
                "actInCaseFile",
                file + "/acts",
                act("ORDER_ISSUED", "li").put("strand", "ORDER-2").encode());
        assertNull(other.getJsonObject("step").getString("state"), "the strand has not begun");
        assertEquals("STRAND_NUMBER", other.getJsonObject("step").getString("reason"));
    }

    @Test
    void whatIsNoActSaysWhy() throws Exception {
        String file = FILES + "/" + city.opened("2026-10-08");
        api.post(
                404,
                "actInCaseFile",
                FILES + "/none/acts",
                act("FILED", "zhao").put("role", "HEAD").encode());
        api.post(403, "actInCaseFile", file + "/acts", act("FILED", "eve").encode());
        api.post(
                403,
                "actInCaseFile",
                file + "/acts",
                act("FILED", "li").put("role", "HEAD").encode());
        JsonObject carried = api.post(
                400,
                "actInCaseFile",
                file + "/acts",
                act("RECHECKED", "li").put("amount", "1").encode());
        assertEquals("RECHECKED needs 'found', carries no 'amount'", carried.getString("detail"));
        api.post(400, "actInCaseFile", file + "/acts", act("FLIES", "li").encode());
        api.post(
                400,
                "actInCaseFile",
                file + "/acts",
                act("FILED", "li").put("role", "MACHINE").encode());
        api.post(
                400,
                "actInCaseFile",
                file + "/acts",
                act("FILED", "li").put("reason", "").encode());
        api.post(
                400,
                "actInCaseFile",
                file + "/acts",
                act("FILED", "li").put("reason", " ").encode());
        api.post(
                400,
                "actInCaseFile",
                file + "/acts",
                act("FILED", "li").put("strand", "ORDER").encode());
        api.post(
                400,
                "actInCaseFile",
                file + "/acts",
                act("FILED", "li").put("day", "2026-13-01").encode());
        api.post(
                400,
                "actInCaseFile",
                file + "/acts",
                act("PAID", "li").put("amount", "-5").encode());
        api.post(400, "openCaseFile", FILES, "{\"by\":\"li\",\"role\":\"OFFICER\",\"reason\":\"x\"}");
        api.post(
                404,
                "openCaseFile",
                FILES,
                "{\"candidate\":\"" + "0".repeat(32) + "\",\"by\":\"li\",\"role\":\"OFFICER\",\"reason\":\"x\"}");
        api.get(404, "caseFile", FILES + "/none");
        assertEquals(1, api.get(200, "caseFile", file).getJsonArray("acts").size(), "nothing was kept");
    }

    @Test
    void nextActsAreShownForWhoAsksWithTheReasonsForWhatHeMayNotDo() throws Exception {
        String file = FILES + "/" + city.opened("2026-10-08");
        JsonObject asked = api.get(200, "caseFile", file + "?by=zhao&role=HEAD");
        JsonObject reviewed = next(asked, "DATA_REVIEWED");
        assertFalse(reviewed.getBoolean("allowed"));
        assertEquals("ROLE_MAY_NOT", reviewed.getString("reason"));
        assertTrue(next(asked, "NOT_FILED").getBoolean("allowed"));
        assertEquals(
                List.of("TWO_OFFICERS"),
                next(api.get(200, "caseFile", file + "?by=li"), "DATA_REVIEWED")
                        .getJsonArray("asked")
                        .getList());
        api.get(403, "caseFile", file + "?by=eve");
    }

    @Test
    void moneyIsShownLineByLine() throws Exception {
        var id = city.opened("2026-10-08");
        city.tell(id, CaseCity.FINE);
        city.tell(
                id,
                """
                2026-10-21T10:00 ORDER-1 ORDER_ISSUED li second=wang
                2026-10-21T11:00 ORDER-1 ORDER_SERVED li proof=回证4
                2026-11-07T09:00 ORDER-1 RECHECKED li second=wang found=STILL_VIOLATING
                """);
        city.clock.set("2026-11-16T10:00");
        JsonObject money = api.get(200, "caseFile", FILES + "/" + id).getJsonObject("money");
        assertEquals("200000.00", money.getString("originalFine"));
        JsonObject daily = money.getJsonArray("dailyPenalty").getJsonObject(0);
        assertEquals("3400000.00", daily.getJsonArray("rounds").getJsonObject(0).getString("amount"));
        JsonObject surcharge = money.getJsonArray("surcharges").getJsonObject(0);
        assertEquals("66000.00", surcharge.getString("amount"));
        assertEquals(
                "200000.00 x 0.03 x 11 = 66000",
                surcharge.getJsonArray("calculation").getString(1));

        JsonObject found = new JsonObject()
                .put("ratio", "0.35")
                .put("factors", "1")
                .put("flow", "50000")
                .put("gas", "OTHER")
                .put("period", "ORDINARY")
                .put("times", "1");
        JsonObject proposal = api.post(
                200,
                "proposeFine",
                FILES + "/" + id + "/fine-proposal",
                new JsonObject().put("circumstances", found).encode());
        assertEquals("212500.00", proposal.getString("amount"));
        assertEquals("贰拾壹万贰仟伍佰元整", proposal.getString("amountInWords"));
        assertEquals("SECONDARY", proposal.getString("mark"), "the weakest of what it rests on");
        found.remove("gas");
        JsonObject none = api.post(
                200,
                "proposeFine",
                FILES + "/" + id + "/fine-proposal",
                new JsonObject().put("circumstances", found).encode());
        assertEquals("CIRCUMSTANCE_MISSING", none.getString("notProposed"));
        api.post(404, "proposeFine", FILES + "/none/fine-proposal", "{\"circumstances\":{}}");
    }

    @Test
    void filesAreListedByConditionsInPages() throws Exception {
        var first = city.opened("2026-10-08");
        city.tell(first, CaseCity.FINE);
        city.opened("DA002", "2026-10-07");
        JsonObject page = api.get(200, "caseFiles", FILES + "?limit=1");
        assertEquals("371525", line(page, 0).getString("county"));
        JsonObject rest = api.get(200, "caseFiles", FILES + "?limit=1&cursor=" + page.getString("next"));
        assertEquals(first.value(), line(rest, 0).getString("id"));
        assertEquals("200000.00", line(rest, 0).getString("amount"));
        assertEquals("示例热电厂", line(rest, 0).getString("enterpriseName"));
        assertNull(rest.getString("next"));
        for (String asked : List.of(
                "stage=SERVED",
                "amountFrom=100000",
                "county=371524",
                "enterprise=E1",
                "overdue=true",
                "dueBefore=2026-10-20",
                "stage=SERVED&open=true&amountUntil=200000")) {
            JsonObject found = api.get(200, "caseFiles", FILES + "?" + asked);
            assertEquals(1, found.getJsonArray("items").size(), asked);
            assertEquals(first.value(), line(found, 0).getString("id"), asked);
        }
        assertEquals(0, size(api.get(200, "caseFiles", FILES + "?repeat=true")));
        assertEquals(0, size(api.get(200, "caseFiles", FILES + "?open=false")));
        api.get(400, "caseFiles", FILES + "?dueBefore=2026-99-99");
        api.get(400, "caseFiles", FILES + "?stage=LOST");
        api.get(400, "caseFiles", FILES + "?amountFrom=much");
        api.get(400, "caseFiles", FILES + "?cursor=much");
    }

    @Test
    void anEnterpriseSeesItsOwnCaseAndWhatWasServed() throws Exception {
        var id = city.opened("2026-10-08");
        String own = "/api/v1/enterprises/E1/case-files";
        city.tell(id, CaseCity.FINE.substring(0, CaseCity.FINE.indexOf("2026-10-12T11:00")));
        JsonObject before = api.get(200, "ownCaseFile", own + "/" + id + "?by=firm");
        assertEquals(List.of("FACTS_MESSAGE"), kinds(before), "the notice is issued and not served");
        city.tell(id, "2026-10-12T11:00 NOTICE_SERVED li proof=回证1");
        JsonObject sight = api.get(200, "ownCaseFile", own + "/" + id + "?by=firm");
        assertEquals(List.of("FACTS_MESSAGE", "PRIOR_NOTICE"), kinds(sight));
        assertEquals(2, sight.getJsonArray("deadlines").size(), "its own");
        assertTrue(next(sight, "STATEMENT_MADE").getBoolean("allowed"));
        assertEquals(1, size(api.get(200, "ownCaseFiles", own + "?by=firm")));

        int notice = sight.getJsonArray("documents").getJsonObject(1).getInteger("id");
        JsonObject received = api.post(
                200,
                "receiveDocument",
                own + "/" + id + "/receipts",
                new JsonObject()
                        .put("document", notice)
                        .put("by", "firm")
                        .put("reason", "收到")
                        .encode());
        assertEquals(
                "2026-10-12T03:00:00Z",
                received.getJsonArray("documents").getJsonObject(1).getString("receivedAt"));
        JsonObject stated = api.post(
                200,
                "actInOwnCaseFile",
                own + "/" + id + "/acts",
                new JsonObject()
                        .put("strand", "PENALTY-1")
                        .put("kind", "STATEMENT_MADE")
                        .put("by", "firm")
                        .put("reason", "不服")
                        .encode());
        assertEquals(
                "STATEMENT_MADE", stated.getJsonArray("acts").getJsonObject(0).getString("kind"));
        JsonObject objection = new JsonObject()
                .put("hour", "2026-10-08T08:00:00+08:00")
                .put("by", "firm")
                .put("reason", "校准期间");
        JsonObject objected = api.post(200, "objectToHour", own + "/" + id + "/objections", objection.encode());
        assertEquals(
                "FILED", objected.getJsonArray("objections").getJsonObject(0).getString("state"));
        api.post(
                404,
                "objectToHour",
                own + "/" + id + "/objections",
                objection.copy().put("hour", "2026-10-09T08:00:00+08:00").encode());
        api.post(
                400,
                "objectToHour",
                own + "/" + id + "/objections",
                objection.copy().put("hour", "noon").encode());
        JsonObject answered = api.post(
                200,
                "answerObjection",
                FILES + "/" + id + "/objections/1/answer",
                new JsonObject()
                        .put("upheld", false)
                        .put("by", "qian")
                        .put("role", "REVIEWER")
                        .put("reason", "无校准记录")
                        .encode());
        assertNull(answered.getJsonObject("proposed"));
        assertEquals(
                "REJECTED", answered.getJsonArray("objections").getJsonObject(0).getString("state"));

        api.get(403, "ownCaseFiles", own + "?by=rival");
        api.get(403, "ownCaseFile", own + "/" + id + "?by=li");
        api.get(404, "ownCaseFile", "/api/v1/enterprises/E2/case-files/" + id + "?by=rival");
        api.post(
                404,
                "actInOwnCaseFile",
                "/api/v1/enterprises/E2/case-files/" + id + "/acts",
                act("STATEMENT_MADE", "rival").copy().encode().replace(",\"role\":\"OFFICER\"", ""));
        api.get(400, "ownCaseFiles", own);
    }

    @Test
    void theTrailOfAFileIsReadAndVerifiedAndSaysWhatWasChanged() throws Exception {
        var id = city.opened("2026-10-08");
        city.tell(id, CaseCity.FINE);
        JsonObject page = api.get(200, "caseTrail", FILES + "/" + id + "/trail?limit=2");
        assertEquals("FILE_OPENED", line(page, 0).getString("act"));
        JsonObject second =
                api.get(200, "caseTrail", FILES + "/" + id + "/trail?limit=2&cursor=" + page.getString("next"));
        assertEquals("DATA_REVIEWED", line(second, 0).getString("act"));
        assertEquals(line(page, 1).getString("sha256"), line(second, 0).getString("previous"));
        JsonObject whole = api.get(200, "verifyCaseTrail", FILES + "/" + id + "/trail/verification");
        assertTrue(whole.getBoolean("whole"));
        String noted = "?number=" + whole.getInteger("number") + "&sha256=" + whole.getString("sha256");
        assertTrue(api.get(200, "verifyTrail", "/api/v1/audit-trail/verification" + noted)
                .getBoolean("whole"));

        store.write(handle -> handle.execute("UPDATE case_act SET amount = '1.00' WHERE kind = 'DECIDED'"));
        JsonObject act = api.get(200, "verifyCaseTrail", FILES + "/" + id + "/trail/verification");
        assertEquals("CONTENT_CHANGED", act.getString("fault"));
        assertEquals(11, act.getInteger("number"));
        store.write(handle -> handle.execute("UPDATE audit_trail SET reason = 'y' WHERE number = 3"));
        JsonObject broken = api.get(200, "verifyTrail", "/api/v1/audit-trail/verification");
        assertFalse(broken.getBoolean("whole"));
        assertEquals(3, broken.getInteger("number"));
        assertEquals("CHANGED", broken.getString("fault"));
        api.get(400, "verifyTrail", "/api/v1/audit-trail/verification?number=3");
        api.get(404, "verifyCaseTrail", FILES + "/none/trail/verification");
    }

    @Test
    void figuresOfCountiesPersonsAndNoticesAreShown() throws Exception {
        var id = city.opened("2026-10-08");
        city.candidate("DA001", "2026-10-06");
        city.clock.set("2026-10-27T00:00");
        new DeadlineSweep(store, io.stackwatch.gateway.casework.CaseTables.load()).fire(city.clock.instant());
        JsonObject figures = line(
                api.get(
                        200,
                        "caseFigures",
                        "/api/v1/case-figures?from=2026-10-01T00:00:00%2B08:00&until=2026-11-01T00:00:00%2B08:00"),
                0);
        assertEquals("50.00", figures.getString("handedOnInTime"));
        assertEquals("0.00", figures.getString("closedShare"));
        assertEquals(1, figures.getInteger("overdue"));
        JsonObject notice = api.get(200, "caseFile", FILES + "/" + id)
                .getJsonArray("notices")
                .getJsonObject(0);
        assertEquals(
                "PASSED LATE HEAD",
                notice.getString("kind") + " " + notice.getString("passing") + " " + notice.getString("recipient"));
        assertEquals(12, size(api.get(200, "persons", "/api/v1/persons")));
    }

    @Test
    void filesAreMergedAndSplitAndWhatDoesNotFitIsNamed() throws Exception {
        String file = FILES + "/" + city.opened("2026-10-08");
        var other = city.opened(city.candidate("DA001", "a34013", "2026-10-08"));
        JsonObject asks = new JsonObject()
                .put("by", "li")
                .put("role", "OFFICER")
                .put("second", "wang")
                .put("reason", "同一违法行为");
        JsonObject merged = api.post(
                200,
                "mergeCaseFiles",
                file + "/mergers",
                asks.copy().put("ends", other.value()).encode());
        assertEquals(4, merged.getJsonArray("hours").size());
        JsonObject deed = merged.getJsonArray("acts").getJsonObject(1);
        assertEquals("TOOK_OVER " + other, deed.getString("kind") + " " + deed.getString("otherFile"));
        assertEquals(2, deed.getJsonArray("movedHours").size());
        JsonObject again = api.post(
                409,
                "mergeCaseFiles",
                file + "/mergers",
                asks.copy().put("ends", other.value()).encode());
        assertEquals("FITS_NOT: ENDED: " + other + " stands at MERGED", again.getString("detail"));

        JsonObject part = api.post(
                200,
                "splitCaseFile",
                file + "/splits",
                asks.copy().put("factors", new JsonArray().add("a34013")).encode());
        assertEquals(other.value(), part.getJsonArray("hours").getJsonObject(0).getString("candidate"));
        assertEquals(2, api.get(200, "caseFile", file).getJsonArray("hours").size());
        api.post(400, "splitCaseFile", file + "/splits", asks.encode());
        api.post(
                400,
                "splitCaseFile",
                file + "/splits",
                asks.copy().put("hours", new JsonArray().add("noon")).encode());
        api.post(
                400,
                "actInCaseFile",
                file + "/acts",
                act("TOOK_OVER", "li").put("second", "wang").encode());
    }

    @Test
    void theContractNamesEveryActStageRoleAndResult() throws Exception {
        assertEquals(names(ActKind.values()), enumeration("ActKind"));
        assertEquals(names(Stage.values()), enumeration("CaseStage"));
        assertEquals(
                names(Role.values()).stream()
                        .filter(role -> !role.equals("MACHINE"))
                        .toList(),
                enumeration("CaseRole"));
        String contract = api.ask(java.net.http.HttpRequest.newBuilder(api.uri("/api/v1/openapi.yaml"))
                        .GET())
                .body();
        assertTrue(contract.contains("enum: [" + String.join(", ", names(CheckResult.values())) + "]"));
    }

    private List<String> enumeration(String schema) throws Exception {
        String contract = api.ask(java.net.http.HttpRequest.newBuilder(api.uri("/api/v1/openapi.yaml"))
                        .GET())
                .body();
        int at = contract.indexOf("enum: [", contract.indexOf("    " + schema + ":"));
        String names = contract.substring(at + "enum: [".length(), contract.indexOf(']', at));
        return Stream.of(names.split(",", -1)).map(String::strip).toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static JsonObject act(String kind, String by) {
        return new JsonObject()
                .put("strand", "PENALTY-1")
                .put("kind", kind)
                .put("by", by)
                .put("role", "OFFICER")
                .put("reason", "as the file shows");
    }

    private static JsonObject next(JsonObject dossier, String event) {
        return dossier.getJsonArray("next").stream()
                .map(JsonObject.class::cast)
                .filter(next -> next.getString("event").equals(event))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject line(JsonObject page, int at) {
        return page.getJsonArray("items").getJsonObject(at);
    }

    private static int size(JsonObject page) {
        return page.getJsonArray("items").size();
    }

    private static List<String> kinds(JsonObject sight) {
        JsonArray documents = sight.getJsonArray("documents");
        return documents.stream()
                .map(document -> ((JsonObject) document).getString("kind"))
                .toList();
    }
}
