package io.stackwatch.gateway.casework;

import static io.stackwatch.gateway.casework.CaseCity.who;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.enforcement.DocumentKind;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.CreditCode;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Particulars;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.casework.DocumentDesk.DraftOrder;
import io.stackwatch.gateway.casework.DocumentDesk.WordsOrder;
import io.stackwatch.gateway.casework.PaperAnswer.Made;
import io.stackwatch.gateway.document.DocumentAnswer.Fault;
import io.stackwatch.gateway.records.CasePaperRecords.Paper;
import io.stackwatch.gateway.records.ParticularsRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.trail.TrailFinding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of case files are made from the rows, the same ones every time, or refused by name; whichever database is under them. */
abstract class DocumentDeskContract {

    private static final String ORDER_AND_DAILY =
            """
            2026-10-21T10:00 ORDER-1 ORDER_ISSUED li second=wang
            2026-10-21T11:00 ORDER-1 ORDER_SERVED li proof=回证4
            2026-11-07T09:00 ORDER-1 RECHECKED li second=wang found=STILL_VIOLATING
            2026-11-07T10:00 DAILY_PENALTY-1 DAILY_PROPOSED li second=wang
            2026-11-07T11:00 DAILY_PENALTY-1 NOTICE_ISSUED li amount=3400000
            2026-11-07T12:00 DAILY_PENALTY-1 NOTICE_SERVED li proof=回证5
            2026-11-16T09:00 DAILY_PENALTY-1 LEGAL_REVIEWED sun
            2026-11-16T09:10 DAILY_PENALTY-1 DISCUSSED zhao
            2026-11-16T09:20 DAILY_PENALTY-1 DECIDED zhao amount=3400000
            2026-11-16T10:00 SURCHARGE_CONFIRMED li amount=66000
            2026-12-10T09:00 DEMAND_SERVED li proof=回证3
            """;

    @TempDir
    Path shelf;

    private RecordStore store;
    private CaseCity city;
    private StoredDocuments desk;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
        city = CaseCity.in(store, shelf);
        desk = city.documents(CaseCity.HEADS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** What officers write, whatever a document asks for. */
    static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        words.put("统一社会信用代码", "91371500MA3DEMO00Y");
        words.put("当事人住所", "某某路1号");
        words.put("法定代表人", "王某某");
        words.put("违反条款", "《中华人民共和国生态环境法典》关于排放污染物应当符合污染物排放标准");
        words.put("裁量说明", "综合各项因素，认定违法程度为一般。");
        words.put("改正要求", "检修脱硫设施。");
        words.put("案件来源", "自动监控系统超标线索");
        words.put("送达文书", "行政处罚决定书");
        words.put("送达地点", "某某路1号");
        words.put("送达方式", "直接送达");
        words.put("受送达人", "示例热电厂");
        return words;
    }

    @Test
    void everyDocumentOfAFineWithOrderDailyPenaltyAndDemandIsMadeAndDoesNotChangeAnyMore() throws IOException {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, CaseCity.FINE);
        Map<Long, Map<PaperFormat, byte[]>> early = new TreeMap<>();
        Set<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
        for (Paper paper : withText(file)) {
            early.put(paper.number(), printed(worded(file, paper)));
            kinds.add(paper.kind());
        }
        city.tell(file, ORDER_AND_DAILY);
        for (Paper paper : withText(file)) {
            if (!early.containsKey(paper.number())) {
                worded(file, paper);
                kinds.add(paper.kind());
            }
        }
        assertEquals(
                EnumSet.of(
                        DocumentKind.FILING_FORM,
                        DocumentKind.PRIOR_NOTICE,
                        DocumentKind.SERVICE_RECEIPT,
                        DocumentKind.PENALTY_DECISION,
                        DocumentKind.ORDER_TO_CORRECT,
                        DocumentKind.DAILY_PRIOR_NOTICE,
                        DocumentKind.DAILY_PENALTY_DECISION,
                        DocumentKind.SURCHARGE_NOTICE,
                        DocumentKind.DEMAND),
                kinds);

        StoredDocuments restarted = city.documents(CaseCity.HEADS);
        for (Map.Entry<Long, Map<PaperFormat, byte[]>> one : early.entrySet()) {
            Made made = made(restarted.document(file, one.getKey()));
            for (PaperFormat format : PaperFormat.values()) {
                assertArrayEquals(one.getValue().get(format), format.print(made.written()), made.title() + format);
            }
        }
        assertTrue(whole(file));
    }

    @Test
    void aDecisionSaysWhatFileRegistryLawAndPeopleSay() throws IOException {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, CaseCity.FINE);
        Made decision = worded(file, paper(file, DocumentKind.PENALTY_DECISION));
        assertEquals("行政处罚决定书-聊环罚〔2026〕1号", decision.title());
        List<String> lines = decision.written().text().lines();
        assertEquals(List.of("聊城市生态环境局", "行政处罚决定书", "聊环罚〔2026〕1号", "聊环立〔2026〕1号"), lines.subList(0, 4));
        String all = String.join("\n", lines);
        for (String said : List.of(
                "当事人\t示例热电厂",
                "DA001 锅炉（DA001）自动监测设备监测数据显示",
                "2026年10月8日8时至10时，外排废气中二氧化硫小时折算浓度有2个小时超过DB37/2374-2018（重点控制区）规定的35mg/m³限值，最高为51.2mg/m³",
                "人民币贰拾万元整（200,000.00元）",
                "某某银行，账号 0000 0000",
                "（聊环罚告〔2026〕1号）",
                "现场检查(勘察)笔录\t排放口及自动监测设备运行情况\t2026年10月10日制作",
                "2026年10月20日")) {
            assertTrue(all.contains(said), said + " in\n" + all);
        }
        for (PaperFormat format : PaperFormat.values()) {
            String text = text(format, format.print(decision.written()));
            assertTrue(text.contains(decision.written().text().sha256()), format.name());
            assertTrue(text.contains("审批：人-zhao"), text);
        }
    }

    /** What the registry knows need not be written; what an officer writes into a document goes before, and is in the trail. */
    @Test
    void aDocumentTakesThePartysParticularsFromTheRegistryUnlessAnOfficerWritesOthers() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant moved = Instant.parse("2026-10-15T00:00:00Z");
        store.write(handle -> {
            ParticularsRecords.save(handle, particulars("某某路8号", from, Optional.of(moved)));
            ParticularsRecords.save(handle, particulars("某某路9号", moved, Optional.empty()));
            return true;
        });
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, CaseCity.FINE);
        Paper decision = paper(file, DocumentKind.PENALTY_DECISION);
        assertEquals(
                List.of("违反条款", "裁量说明"),
                faults(desk.document(file, decision.number())).stream()
                        .map(Fault::about)
                        .toList());
        Map<String, String> words = new HashMap<>(words());
        words.keySet().removeAll(List.of("统一社会信用代码", "当事人住所", "法定代表人"));
        String text = String.join(
                "\n",
                made(desk.write(order(file, decision.number(), words)))
                        .written()
                        .text()
                        .lines());
        assertTrue(text.contains("91350100M000100Y43") && text.contains("某某路9号") && text.contains("赵某"), text);
        Paper notice = paper(file, DocumentKind.PRIOR_NOTICE);
        words.put("法定代表人", "钱某");
        String before = String.join(
                "\n",
                made(desk.write(order(file, notice.number(), words)))
                        .written()
                        .text()
                        .lines());
        assertTrue(before.contains("某某路8号") && before.contains("钱某") && !before.contains("赵某"), before);
        assertTrue(whole(file), "what was written is in the trail");
    }

    private static Particulars particulars(String address, Instant from, Optional<Instant> until) {
        return new Particulars(
                new EnterpriseId("E1"),
                Optional.of(new CreditCode("91350100M000100Y43")),
                Optional.of(address),
                Optional.of("赵某"),
                new Effective(from, until));
    }

    @Test
    void aCountyIsListedByNoticeAndOrderAndReleased() {
        CaseFileId file = CaseCity.kept(city.desk.open(new OpenOrder.OfCounty(
                        new RegionCode("371524"), YearMonth.of(2026, 9), who("li"), "有效率 87.31 %")))
                .file();
        city.tell(file, "2026-10-12T09:00 LISTING-1 LAW_CONFIRMED sun number=shandong-21");
        city.tell(file, "2026-10-12T10:00 LISTING-1 LISTED zhao");
        Map<String, String> words = Map.of("督办事由", "数据传输有效率为87.31%。", "督办要求", "逐一排查数据缺失原因。", "政策依据", "市大气污染防治工作方案");
        Paper notice = paper(file, DocumentKind.LISTING_NOTICE);
        assertEquals(
                List.of("当事人名称"),
                faults(desk.write(order(file, notice.number(), words))).stream()
                        .map(Fault::about)
                        .toList(),
                "the registry does not know the county");
        Map<String, String> named = new HashMap<>(words);
        named.put("当事人名称", "东阿县人民政府");
        assertTrue(made(desk.write(order(file, notice.number(), named)))
                .written()
                .text()
                .lines()
                .contains("东阿县人民政府："));
        Paper order = paper(file, DocumentKind.SUPERVISION_ORDER);
        assertEquals(
                "聊环督单〔2026〕1号",
                made(desk.write(order(file, order.number(), named)))
                        .written()
                        .text()
                        .number());
        city.tell(
                file,
                """
                2026-10-20T09:00 LISTING-1 PLAN_FILED ma
                2026-11-20T09:00 LISTING-1 RELEASE_APPLIED ma
                2027-01-04T09:00 LISTING-1 VERIFIED li second=wang found=GOOD
                2027-01-05T09:00 LISTING-1 RELEASED zhao
                """);
        Paper release = paper(file, DocumentKind.RELEASE_NOTICE);
        assertEquals(
                "整改销号公告",
                made(desk.write(order(file, release.number(), named)))
                        .written()
                        .text()
                        .title());
    }

    @Test
    void whatIsMissingIsNamedAndWordsAreWrittenOnceAndWhole() {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, CaseCity.FINE);
        long decision = paper(file, DocumentKind.PENALTY_DECISION).number();
        List<String> missing = List.of("统一社会信用代码", "当事人住所", "法定代表人", "违反条款", "裁量说明");
        assertEquals(
                missing,
                faults(desk.document(file, decision)).stream().map(Fault::about).toList());
        int told = city.desk.trail(file, 0, 100).size();
        assertEquals(
                missing.subList(0, 4),
                faults(desk.write(order(file, decision, Map.of("裁量说明", "一般")))).stream()
                        .map(Fault::about)
                        .toList());
        assertEquals(told, city.desk.trail(file, 0, 100).size(), "nothing was kept");
        assertEquals("INCOMPLETE", reason(desk.write(order(file, decision, Map.of("罚款", "壹元")))));
        assertEquals("INCOMPLETE", reason(desk.write(order(file, decision, Map.of("天气", "晴")))));
        assertEquals("INCOMPLETE", reason(desk.write(order(file, decision, Map.of("裁量说明", " ")))));
        assertEquals("INCOMPLETE", reason(desk.write(order(file, decision, Map.of()))));
        assertEquals("UNKNOWN", reason(desk.write(order(file, 99_999, words()))));
        assertEquals("UNKNOWN", reason(desk.document(file, 99_999)));
        assertEquals("UNKNOWN", reason(desk.document(new CaseFileId("none"), decision)));
        for (Map.Entry<String, String> foreign : Map.of("far", "NOT_HIS", "firm", "NOT_HIS", "nobody", "NOT_REGISTERED")
                .entrySet()) {
            assertEquals(
                    foreign.getValue(),
                    reason(desk.write(new WordsOrder(file, decision, who(foreign.getKey()), "x", words()))));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> desk.write(new WordsOrder(file, decision, who("li"), " ", words())));
        String digest = made(desk.write(order(file, decision, words())))
                .written()
                .text()
                .sha256();
        assertEquals("DONE_BEFORE", reason(desk.write(order(file, decision, words()))));
        assertEquals(
                digest, made(desk.document(file, decision)).written().text().sha256());
        assertEquals(
                "DOCUMENT_WORDED", city.desk.trail(file, told - 1L, 100).get(1).act());
        assertTrue(whole(file));
        for (String change : List.of(
                "UPDATE case_document_word SET words = '轻微' WHERE field = 'DISCRETION'",
                "UPDATE case_document_word SET words = '一般' WHERE field = 'DISCRETION'",
                "UPDATE case_document_word SET field = 'WEATHER' WHERE field = 'DISCRETION'",
                "UPDATE case_document_word SET document = document - 1",
                "DELETE FROM case_document_word")) {
            store.write(handle -> handle.execute(change));
            assertFalse(whole(file), change);
        }
    }

    private boolean whole(CaseFileId file) {
        TrailFinding found = city.desk.verify(file).orElseThrow();
        return found.<Boolean>match(whole -> true, broken -> false);
    }

    @Test
    void aPaperThatOthersWriteAndAnAuthorityWithoutLetterheadAreRefusedByName() {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, CaseCity.FINE);
        Paper sheet = paper(file, DocumentKind.SITE_RECORD);
        assertEquals(
                List.of("现场检查(勘察)笔录"),
                faults(desk.document(file, sheet.number())).stream()
                        .map(Fault::about)
                        .toList());
        long decision = paper(file, DocumentKind.PENALTY_DECISION).number();
        StoredDocuments without = city.documents(CaseCity.HEADS.replace(",2026-01-01,", ",2026-10-21,"));
        assertEquals(
                "NO_LETTERHEAD: 聊城市生态环境局 has no letterhead for 371524 on 2026-10-20:"
                        + " the bureau gives it in letterheads.csv",
                refusal(without.document(file, decision)));
        assertEquals(
                "NO_LETTERHEAD",
                reason(city.documents(CaseCity.HEADS.replace("局,,某某路", "局,371525,某某路"))
                        .document(file, decision)),
                "the row is for another county");
        assertEquals(
                "NO_LETTERHEAD: letterheads.csv:2: column mark: 'x' is not one of"
                        + " [VERIFIED, SECONDARY, UNVERIFIED, DESIGN]",
                refusal(city.documents(CaseCity.HEADS.replace(",DESIGN", ",x")).document(file, decision)));
    }

    @Test
    void anArticleThatNobodyConfirmedStandsInTheWayUntilAnActConfirmsItAndTheFirstWordStands() {
        city.clock.set("2026-07-09T10:00");
        CaseId candidate = city.candidate("DA001", "2026-07-08");
        store.write(handle -> handle.execute("UPDATE candidate_case SET violation_basis = 'permit-regulation-34'"));
        CaseFileId file = CaseCity.kept(
                        city.desk.open(new OpenOrder.OfCandidate(candidate, false, false, who("li"), "超许可属实")))
                .file();
        city.tell(
                file,
                """
                2026-07-09T14:00 DATA_REVIEWED li second=wang
                2026-07-09T14:30 ORDER-1 ORDER_ISSUED li second=wang
                """);
        long order = paper(file, DocumentKind.ORDER_TO_CORRECT).number();
        List<Fault> faults = faults(desk.write(order(file, order, words())));
        assertEquals(List.of("LAW_NOT_CONFIRMED"), reasons(faults), faults.toString());
        city.tell(
                file,
                """
                2026-07-09T15:01 INFORMED li
                2026-07-09T15:02 FILED zhao
                2026-07-10T09:00 INVESTIGATED li second=wang
                2026-07-13T09:00 CASE_REVIEWED li amount=200000
                2026-07-13T10:00 LAW_CONFIRMED sun number=permit-regulation-34
                """);
        Made made = made(desk.write(order(file, order, words())));
        assertTrue(String.join("\n", made.written().text().lines()).contains("《排污许可管理条例》第三十四条"));
        city.tell(file, "2026-08-17T11:00 LAW_CONFIRMED sun number=code-1103");
        Made again = made(desk.document(file, order));
        assertEquals(made.written().text(), again.written().text());
        assertArrayEquals(PaperFormat.PDF.print(made.written()), PaperFormat.PDF.print(again.written()));
    }

    @Test
    void aDraftSaysWhatAnActWouldIssueAndKeepsNothing() throws IOException {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, CaseCity.FINE.substring(0, CaseCity.FINE.indexOf("2026-10-20T10:00")));
        city.clock.set("2026-10-20T09:30");
        String before = CaseRowsText.of(store);
        DraftOrder decision = draft(file, DocumentKind.PENALTY_DECISION, "PENALTY-1", Optional.of(Yuan.of(150_000)));
        Made draft = made(desk.draft(decision));
        assertEquals("行政处罚决定书-草稿", draft.title());
        assertEquals("〔待编号〕", draft.written().text().number());
        assertTrue(String.join("\n", draft.written().text().lines()).contains("人民币壹拾伍万元整（150,000.00元）"));
        for (PaperFormat format : PaperFormat.values()) {
            assertTrue(text(format, format.print(draft.written())).contains("未经审批，不具效力"), format.name());
        }
        assertEquals(
                List.of("罚款"),
                faults(desk.draft(draft(file, DocumentKind.PENALTY_DECISION, "PENALTY-1", Optional.empty()))).stream()
                        .map(Fault::about)
                        .toList());
        assertEquals(
                "NOT_NEXT: no next act of PENALTY-1 issues 履行催告书",
                refusal(desk.draft(draft(file, DocumentKind.DEMAND, "PENALTY-1", Optional.empty()))));
        DraftOrder other = new DraftOrder(
                file,
                decision.kind(),
                decision.strand(),
                Optional.of(ActKind.NOTICE_ISSUED),
                who("li"),
                ActOrder.Carries.NOTHING,
                words());
        assertEquals("NOT_NEXT", reason(desk.draft(other)), "that act is not next");
        assertEquals(
                "〔待编号〕",
                made(desk.draft(draft(file, DocumentKind.ORDER_TO_CORRECT, "ORDER-1", Optional.empty())))
                        .written()
                        .text()
                        .number(),
                "a strand that has not begun");
        assertEquals(before, CaseRowsText.of(store));

        city.tell(file, CaseCity.FINE.substring(CaseCity.FINE.indexOf("2026-10-20T10:00")));
        city.clock.set("2026-12-10T09:00");
        Made demand = made(desk.draft(draft(file, DocumentKind.DEMAND, "PENALTY-1", Optional.empty())));
        city.clock.set("2026-12-10T10:00");
        Made later = made(desk.draft(draft(file, DocumentKind.DEMAND, "PENALTY-1", Optional.empty())));
        assertArrayEquals(PaperFormat.DOCX.print(demand.written()), PaperFormat.DOCX.print(later.written()));
        city.clock.set("2026-11-10T09:00");
        Made less = made(desk.draft(draft(file, DocumentKind.DEMAND, "PENALTY-1", Optional.empty())));
        assertNotEquals(
                demand.written().text().sha256(), less.written().text().sha256(), "the surcharge was less then");
    }

    private DraftOrder draft(CaseFileId file, DocumentKind kind, String strand, Optional<Yuan> amount) {
        return new DraftOrder(
                file,
                kind,
                Strand.parse(strand),
                Optional.empty(),
                who("li"),
                new ActOrder.Carries(Optional.empty(), Optional.empty(), amount, Optional.empty(), Optional.empty()),
                words());
    }

    private Made worded(CaseFileId file, Paper paper) throws IOException {
        Made made = made(desk.write(order(file, paper.number(), words())));
        assertEquals(paper.document().orElse(""), made.written().text().number());
        for (Map.Entry<PaperFormat, byte[]> printed : printed(made).entrySet()) {
            String text = text(printed.getKey(), printed.getValue());
            assertTrue(text.contains(made.written().text().sha256()), made.title() + printed.getKey());
        }
        return made;
    }

    private static Map<PaperFormat, byte[]> printed(Made made) {
        Map<PaperFormat, byte[]> files = new TreeMap<>();
        for (PaperFormat format : PaperFormat.values()) {
            files.put(format, format.print(made.written()));
        }
        return files;
    }

    /** What a reader of that format finds on the pages. */
    private static String text(PaperFormat format, byte[] bytes) throws IOException {
        if (format == PaperFormat.PDF) {
            try (PDDocument pdf = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(pdf);
            }
        }
        try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            return docx.getFooterList().get(0).getText();
        }
    }

    private static WordsOrder order(CaseFileId file, long number, Map<String, String> words) {
        return new WordsOrder(file, number, who("li"), "核对无误", words);
    }

    private List<Paper> papers(CaseFileId file) {
        return city.desk.file(file, Optional.empty()).orElseThrow().papers().documents();
    }

    /** The papers that the program has a text for. */
    private List<Paper> withText(CaseFileId file) {
        return papers(file).stream()
                .filter(paper -> desk.document(file, paper.number())
                        .<Boolean>match(made -> true, not -> true, faulty -> !reasons(
                                        faulty.refused().faults())
                                .contains("NO_TEMPLATE")))
                .toList();
    }

    private Paper paper(CaseFileId file, DocumentKind kind) {
        return papers(file).stream()
                .filter(paper -> paper.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> reasons(List<Fault> faults) {
        return faults.stream().map(fault -> fault.reason().name()).distinct().toList();
    }

    private static Made made(PaperAnswer answer) {
        return answer.match(
                made -> made,
                not -> {
                    throw new AssertionError(not.toString());
                },
                faulty -> {
                    throw new AssertionError(faulty.toString());
                });
    }

    private static List<Fault> faults(PaperAnswer answer) {
        return answer.match(
                made -> {
                    throw new AssertionError("was made");
                },
                not -> {
                    throw new AssertionError(not.toString());
                },
                faulty -> faulty.refused().faults());
    }

    private static String reason(PaperAnswer answer) {
        return answer.match(made -> "MADE", not -> not.reason().name(), faulty -> "FAULTY");
    }

    private static String refusal(PaperAnswer answer) {
        return answer.match(made -> "MADE", not -> not.reason() + ": " + not.detail(), faulty -> "FAULTY");
    }
}
