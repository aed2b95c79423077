package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.casework.CaseCity;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The documents of a measure, of the closing and of the application to the court over HTTP, from the draft over the act that issues and numbers
 * them to their download, by the bureau and by the enterprise.
 */
final class DocumentWalkApiTest extends OneFileOverHttp {

    private static final String OWN = "/api/v1/enterprises/E1/case-files/";

    @BeforeEach
    void fineIsTold() {
        city.tell(id, CaseCity.FINE);
    }

    @Test
    void aSuspensionIsAnnouncedDecidedServedAndHadByTheEnterprise() throws Exception {
        measure("SUSPENSION_PROPOSED", "SUSPENSION_DECISION", "责令停产整治决定书", "聊环停〔2026〕1号");
    }

    @Test
    void aRestrictionIsAnnouncedDecidedServedAndHadByTheEnterprise() throws Exception {
        measure("RESTRICTION_PROPOSED", "RESTRICTION_DECISION", "责令限制生产决定书", "聊环限〔2026〕1号");
    }

    private void measure(String proposed, String kind, String title, String number) throws Exception {
        city.tell(id, "2026-10-22T09:00 SUSPENSION-1 " + proposed + " li second=wang");
        if (proposed.startsWith("RESTRICTION")) {
            city.tell(id, "2026-10-22T09:10 SUSPENSION-1 LAW_CONFIRMED sun number=decree-30-5");
        }
        draft("SUSPENSION-1", "SUSPENSION_PRIOR_NOTICE", "2026-10-22T09:30");
        city.tell(id, "2026-10-22T10:00 SUSPENSION-1 NOTICE_ISSUED li");
        issued("SUSPENSION_PRIOR_NOTICE", "聊环停告〔2026〕1号");
        hidden("SUSPENSION_PRIOR_NOTICE");
        city.tell(id, "2026-10-22T11:00 SUSPENSION-1 NOTICE_SERVED li proof=回证6");
        own("SUSPENSION_PRIOR_NOTICE");
        city.tell(
                id,
                """
                2026-11-02T09:00 SUSPENSION-1 LEGAL_REVIEWED sun
                2026-11-02T09:10 SUSPENSION-1 DISCUSSED zhao
                """);
        String text = draft("SUSPENSION-1", kind, "2026-11-02T09:30");
        assertTrue(text.contains("〔待编号〕") && text.contains("草稿"), text);
        refusedBy("li", "SUSPENSION-1", "DECIDED");
        city.tell(id, "2026-11-02T10:00 SUSPENSION-1 DECIDED zhao");
        String printed = issued(kind, number);
        assertTrue(printed.contains(title) && printed.contains("示例热电厂"), printed);
        hidden(kind);
        city.tell(id, "2026-11-03T09:00 SUSPENSION-1 DECISION_SERVED li proof=回证7");
        assertEquals(printed, own(kind), "the enterprise has the same document");
    }

    @Test
    void theCourtIsAppliedToAndTheCaseClosedByDocumentsThatStayInTheFile() throws Exception {
        city.tell(
                id,
                """
                2026-11-16T10:00 SURCHARGE_CONFIRMED li amount=66000
                2027-05-06T09:00 DEMAND_SERVED li proof=回证3
                """);
        draft("PENALTY-1", "COURT_APPLICATION", "2027-05-24T09:00");
        refusedBy("li", "PENALTY-1", "COURT_APPLIED");
        city.tell(id, "2027-05-24T10:00 COURT_APPLIED zhao");
        String application = issued("COURT_APPLICATION", "聊环强〔2027〕1号");
        assertTrue(application.contains("强制执行申请书"), application);
        hidden("COURT_APPLICATION");
        own("DEMAND");

        draft("PENALTY-1", "CLOSING_FORM", "2027-06-24T09:00");
        city.tell(id, "2027-06-24T10:00 CASE_CLOSED zhao");
        String closing = issued("CLOSING_FORM", "");
        assertTrue(closing.contains("结案"), closing);
        hidden("CLOSING_FORM");
    }

    @Test
    void theEnterpriseHasItsOwnDocumentsAndNobodyElses() throws Exception {
        issued("PENALTY_DECISION", "聊环罚〔2026〕1号");
        int decision = paper("PENALTY_DECISION").getInteger("id");
        String path = OWN + id + "/documents/" + decision;
        assertEquals(200, get(path + "?by=firm&format=docx").statusCode());
        api.get(403, "ownCaseDocument", path + "?by=rival");
        api.get(403, "ownCaseDocument", path + "?by=li");
        api.get(404, "ownCaseDocument", path.replace("/E1/", "/E2/") + "?by=rival");
        api.get(404, "ownCaseDocument", OWN + id + "/documents/99999?by=firm");
        api.get(404, "ownCaseDocument", OWN + "none/documents/1?by=firm");
        api.get(400, "ownCaseDocument", path);
        hidden("FILING_FORM");
        hidden("INVESTIGATION_REPORT");
        own("PRIOR_NOTICE");
    }

    /** A draft as PDF; nothing is kept, and the enterprise has none of it. */
    private String draft(String strand, String kind, String at) throws Exception {
        city.clock.set(at);
        JsonObject order = new JsonObject()
                .put("strand", strand)
                .put("by", "li")
                .put("role", "OFFICER")
                .put("words", words());
        HttpResponse<byte[]> made = http.send(
                HttpRequest.newBuilder(api.uri(file + "/drafts/" + kind + "?format=pdf"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(order.encode()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return text(made);
    }

    private void refusedBy(String who, String strand, String act) throws Exception {
        JsonObject body = new JsonObject()
                .put("strand", strand)
                .put("kind", act)
                .put("by", who)
                .put("role", "OFFICER")
                .put("reason", "x");
        JsonObject problem = api.post(409, "actInCaseFile", file + "/acts", body.encode());
        assertEquals("ROLE_MAY_NOT", problem.getJsonObject("step").getString("reason"));
    }

    /** The document is numbered, says what it lacks until an officer has written it, and is then had by the bureau. */
    private String issued(String kind, String number) throws Exception {
        JsonObject paper = paper(kind);
        assertEquals(number, paper.getString("number") == null ? "" : paper.getString("number"));
        String path = file + "/documents/" + paper.getInteger("id");
        JsonObject missing = api.get(409, "caseDocument", path);
        assertTrue(missing.getString("detail").contains("FIELD_MISSING"), missing.encode());
        JsonObject body = new JsonObject()
                .put("by", "li")
                .put("role", "OFFICER")
                .put("reason", "核对无误")
                .put("words", words());
        JsonObject written = api.post(200, "writeCaseDocument", path + "/words", body.encode());
        assertEquals(number, written.getString("number"));
        HttpResponse<byte[]> docx = get(path + "?format=docx");
        assertEquals(200, docx.statusCode());
        assertEquals(
                written.getString("sha256"),
                docx.headers().firstValue("Content-Sha256").orElse(""));
        return text(get(path));
    }

    /** The enterprise does not have it: as if it were not there. */
    private void hidden(String kind) throws Exception {
        api.get(404, "ownCaseDocument", OWN + id + "/documents/" + paper(kind).getInteger("id") + "?by=firm");
    }

    private String own(String kind) throws Exception {
        String path = "/documents/" + paper(kind).getInteger("id");
        JsonObject body = new JsonObject()
                .put("by", "li")
                .put("role", "OFFICER")
                .put("reason", "核对无误")
                .put("words", words());
        http.send(
                HttpRequest.newBuilder(api.uri(file + path + "/words"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return text(get(OWN + id + path + "?by=firm"));
    }

    private JsonObject paper(String kind) throws Exception {
        return api.get(200, "caseFile", file).getJsonArray("documents").stream()
                .map(JsonObject.class::cast)
                .filter(paper -> paper.getString("kind").equals(kind))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static JsonObject words() {
        JsonObject words = new JsonObject();
        for (List<String> one : List.of(
                List.of("统一社会信用代码", "91350100M000100Y43"),
                List.of("当事人住所", "某某路1号"),
                List.of("法定代表人", "王某某"),
                List.of("违反条款", "《中华人民共和国生态环境法典》关于排放污染物应当符合污染物排放标准"),
                List.of("裁量说明", "认定违法程度为一般。"),
                List.of("改正要求", "检修脱硫设施。"),
                List.of("限制生产内容", "三号锅炉负荷不超过额定的百分之五十"),
                List.of("附件目录", "处罚决定书、送达回证、催告书"),
                List.of("结案理由", "已由人民法院执行完毕"))) {
            words.put(one.get(0), one.get(1));
        }
        return words;
    }

    private static String text(HttpResponse<byte[]> pdf) throws Exception {
        assertEquals(200, pdf.statusCode(), () -> new String(pdf.body(), StandardCharsets.UTF_8));
        try (PDDocument read = Loader.loadPDF(pdf.body())) {
            return new PDFTextStripper().getText(read).replaceAll("\\s", "");
        }
    }
}
