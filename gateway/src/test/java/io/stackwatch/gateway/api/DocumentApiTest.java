package io.stackwatch.gateway.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.casework.CaseCity;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** Documents of case files over HTTP, on the rows of a store. */
final class DocumentApiTest extends OneFileOverHttp {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Test
    void aDocumentIsMadeWholeByAnOfficersWordsAndHadAsPdfAndDocxWithOneDigest() throws Exception {
        city.tell(id, CaseCity.FINE);
        String decision = file + "/documents/" + number("PENALTY_DECISION");
        JsonObject missing = api.get(409, "caseDocument", decision);
        assertEquals("统一社会信用代码, 当事人住所, 法定代表人, 违反条款, 裁量说明", missing.getString("where"));
        assertTrue(
                missing.getString("detail").startsWith("行政处罚决定书 cannot be made: FIELD_MISSING 统一社会信用代码; "),
                missing.encode());

        JsonObject written = api.post(
                200,
                "writeCaseDocument",
                decision + "/words",
                by().put("reason", "核对无误").encode());
        assertEquals("聊环罚〔2026〕1号", written.getString("number"));
        api.post(
                409,
                "writeCaseDocument",
                decision + "/words",
                by().put("reason", "再来").encode());

        HttpResponse<byte[]> pdf = get(decision + "?format=pdf");
        assertFile(pdf, "application/pdf", "行政处罚决定书-聊环罚〔2026〕1号.pdf", written.getString("sha256"));
        try (PDDocument read = Loader.loadPDF(pdf.body())) {
            assertTrue(new PDFTextStripper().getText(read).contains(written.getString("sha256")));
        }
        HttpResponse<byte[]> docx = get(decision + "?format=docx");
        assertFile(docx, DOCX, "行政处罚决定书-聊环罚〔2026〕1号.docx", written.getString("sha256"));
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(docx.body()))) {
            assertTrue(read.getFooterList().get(0).getText().contains(written.getString("sha256")));
        }
        assertArrayEquals(pdf.body(), get(decision).body(), "pdf when nothing is said, and the same bytes");
    }

    @Test
    void aDraftIsMarkedAndWhatItLacksIsNamed() throws Exception {
        city.tell(id, CaseCity.FINE.substring(0, CaseCity.FINE.indexOf("2026-10-20T10:00")));
        String drafts = file + "/drafts/";
        JsonObject order = by().put("strand", "PENALTY-1").put("amount", "150000");
        HttpResponse<byte[]> draft = post(drafts + "PENALTY_DECISION?format=pdf", order);
        assertFile(
                draft,
                "application/pdf",
                "行政处罚决定书-草稿.pdf",
                draft.headers().firstValue("Content-Sha256").orElseThrow());
        try (PDDocument read = Loader.loadPDF(draft.body())) {
            String text = new PDFTextStripper().getText(read);
            assertTrue(text.contains("〔待编号〕") && text.contains("150,000.00元"), text);
            assertTrue(text.replaceAll("\\s", "").contains("草稿"), text);
        }
        order.getJsonObject("words").remove("裁量说明");
        order.remove("amount");
        JsonObject missing = api.post(409, "draftCaseDocument", drafts + "PENALTY_DECISION", order.encode());
        assertEquals("裁量说明, 罚款", missing.getString("where"));
        JsonObject early = api.post(409, "draftCaseDocument", drafts + "DEMAND", order.encode());
        assertEquals("NOT_NEXT: no next act of PENALTY-1 issues 履行催告书", early.getString("detail"));
    }

    @Test
    void whatCannotBeAskedIsRefused() throws Exception {
        city.tell(id, CaseCity.FINE);
        String decision = file + "/documents/" + number("PENALTY_DECISION");
        api.get(404, "caseDocument", file + "/documents/99999");
        api.get(404, "caseDocument", "/api/v1/case-files/none/documents/1");
        api.get(400, "caseDocument", decision + "?format=odt");
        api.get(400, "caseDocument", file + "/documents/first");
        JsonObject sheet = api.get(409, "caseDocument", file + "/documents/" + number("SITE_RECORD"));
        assertTrue(sheet.getString("detail").endsWith("NO_TEMPLATE 现场检查(勘察)笔录"), sheet.encode());
        JsonObject words = by().put("reason", "x");
        api.post(
                403,
                "writeCaseDocument",
                decision + "/words",
                words.copy().put("by", "eve").encode());
        api.post(
                403,
                "writeCaseDocument",
                decision + "/words",
                words.copy().put("by", "firm").put("role", "ENTERPRISE").encode());
        api.post(
                400,
                "writeCaseDocument",
                decision + "/words",
                words.copy().put("reason", " ").encode());
        JsonObject read = api.post(
                400,
                "writeCaseDocument",
                decision + "/words",
                words.copy().put("words", new JsonObject().put("罚款", "壹元")).encode());
        assertEquals("'罚款' is no field that an officer writes, or has no words", read.getString("detail"));
        api.post(
                400,
                "draftCaseDocument",
                file + "/drafts/SITE_RECORD",
                by().put("strand", "PENALTY-1").encode());
        api.post(
                400,
                "draftCaseDocument",
                file + "/drafts/DEMAND",
                by().put("strand", "PENALTY").encode());
    }

    private static JsonObject by() {
        JsonObject words = new JsonObject();
        for (List<String> one : List.of(
                List.of("统一社会信用代码", "91371500MA3DEMO00Y"),
                List.of("当事人住所", "某某路1号"),
                List.of("法定代表人", "王某某"),
                List.of("违反条款", "《中华人民共和国生态环境法典》关于排放污染物应当符合污染物排放标准"),
                List.of("裁量说明", "认定违法程度为一般。"))) {
            words.put(one.get(0), one.get(1));
        }
        return new JsonObject().put("by", "li").put("role", "OFFICER").put("words", words);
    }

    private int number(String kind) throws Exception {
        return api.get(200, "caseFile", file).getJsonArray("documents").stream()
                .map(JsonObject.class::cast)
                .filter(paper -> paper.getString("kind").equals(kind))
                .findFirst()
                .orElseThrow()
                .getInteger("id");
    }

    private HttpResponse<byte[]> post(String path, JsonObject body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(api.uri(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void assertFile(HttpResponse<byte[]> answer, String mediaType, String name, String digest)
            throws Exception {
        assertEquals(200, answer.statusCode(), () -> new String(answer.body(), StandardCharsets.UTF_8));
        assertEquals(mediaType, answer.headers().firstValue("Content-Type").orElse(""));
        String disposition = answer.headers().firstValue("Content-Disposition").orElse("");
        assertTrue(disposition.startsWith("attachment; filename*=UTF-8''"), disposition);
        assertEquals(
                name, URLDecoder.decode(disposition.substring(disposition.indexOf("''") + 2), StandardCharsets.UTF_8));
        assertEquals(digest, answer.headers().firstValue("Content-Sha256").orElse(""));
        assertEquals(
                "sha-256=:"
                        + Base64.getEncoder()
                                .encodeToString(
                                        MessageDigest.getInstance("SHA-256").digest(answer.body()))
                        + ":",
                answer.headers().firstValue("Repr-Digest").orElse(""));
    }
}
