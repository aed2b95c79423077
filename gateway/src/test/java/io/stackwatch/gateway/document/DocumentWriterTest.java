package io.stackwatch.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.enforcement.CaseFile;
import io.stackwatch.core.enforcement.CaseTerms;
import io.stackwatch.core.enforcement.DocumentKind;
import io.stackwatch.core.enforcement.LawCitation;
import io.stackwatch.core.enforcement.Matter;
import io.stackwatch.gateway.document.DocumentAnswer.Fault;
import io.stackwatch.gateway.document.DocumentAnswer.Reason;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document says what file and tables say; what is missing or not confirmed refuses it by name. */
final class DocumentWriterTest {

    static List<DocumentKind> kinds() {
        return Orders.kinds();
    }

    @Test
    void everyKindWithATemplateHasAnOrderThatIsWritten() {
        Set<DocumentKind> templates = EnumSet.noneOf(DocumentKind.class);
        for (DocumentKind kind : DocumentKind.values()) {
            Template.of(kind).ifPresent(template -> templates.add(kind));
        }
        assertEquals(EnumSet.copyOf(Orders.kinds()), templates);
        assertEquals(17, templates.size());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCompleteOrderIsWrittenWithItsTitleNumberAndAuthority(DocumentKind kind) {
        DocumentOrder order = Orders.order(kind);
        DocumentText text = Orders.written(order).text();
        assertEquals(kind.title().replace('(', '（').replace(')', '）'), text.title());
        assertEquals(order.number().map(DocumentNumber::toString).orElse(""), text.number());
        assertEquals("聊城市生态环境局", text.authority());
        assertFalse(text.lines().stream().anyMatch(line -> line.contains("{") || line.contains("}")));
        assertFalse(text.lines().stream().anyMatch(line -> line.contains("未经核实")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whateverTheOfficerMustWriteIsNamedWhenItIsMissing(DocumentKind kind) {
        DocumentOrder order = Orders.order(kind);
        Template template = Template.of(kind).orElseThrow();
        for (Template.Line line : template.lines()) {
            for (Template.Use use : Template.uses("", line.text())) {
                if (use.field().isGiven() && !line.optional()) {
                    Map<DocumentField, String> given = new EnumMap<>(order.given());
                    given.remove(use.field());
                    assertEquals(
                            List.of(new Fault(Reason.FIELD_MISSING, use.field().label())),
                            faults(Orders.with(order, order.file(), given, order.approval(), order.number())));
                }
            }
        }
    }

    @Test
    void whatTheFileDoesNotHoldIsNamedAllAtOnce() {
        DocumentOrder order = Orders.order(DocumentKind.PENALTY_DECISION);
        CaseFile young = CaseStories.file(
                CaseStories.violation(Matter.EXCEEDING_STANDARD, "2026-10-08"),
                "PENALTY-1 CANDIDATE_OPENED 2026-10-09");
        assertEquals(
                List.of(
                        new Fault(Reason.FIELD_MISSING, "事先告知情况"),
                        new Fault(Reason.FIELD_MISSING, "陈述申辩情况"),
                        new Fault(Reason.FIELD_MISSING, "罚款")),
                faults(Orders.with(order, young, order.given(), order.approval(), order.number())));
    }

    @Test
    void aStatementThatNobodyAnsweredIsMissing() {
        DocumentOrder order = Orders.order(DocumentKind.DAILY_PENALTY_DECISION);
        Map<DocumentField, String> given = new EnumMap<>(order.given());
        given.remove(DocumentField.ANSWER_TO_STATEMENT);
        assertEquals(
                List.of(new Fault(Reason.FIELD_MISSING, "陈述申辩情况")),
                faults(Orders.with(order, order.file(), given, order.approval(), order.number())));
    }

    @Test
    void aKindThatOthersWriteHasNoTemplate() {
        DocumentOrder order = Orders.order(DocumentKind.PENALTY_DECISION);
        DocumentOrder theirs = new DocumentOrder(
                DocumentKind.GOVERNMENT_APPROVAL,
                order.number(),
                order.caseNumber(),
                order.date(),
                order.letterhead(),
                order.party(),
                order.outlet(),
                order.file(),
                order.strand(),
                order.hours(),
                order.evidence(),
                order.given(),
                order.approval());
        assertEquals(List.of(new Fault(Reason.NO_TEMPLATE, "人民政府批准文件")), faults(theirs));
    }

    @Test
    void aFinalDocumentHasANumberAndADraftMayWaitForIt() {
        DocumentOrder order = Orders.order(DocumentKind.PENALTY_DECISION);
        assertEquals(
                List.of(new Fault(Reason.FIELD_MISSING, "文号")),
                faults(Orders.with(order, order.file(), order.given(), order.approval(), Optional.empty())));
        DocumentOrder draft = Orders.with(order, order.file(), order.given(), Optional.empty(), Optional.empty());
        assertEquals("〔待编号〕", Orders.written(draft).text().number());
    }

    @Test
    void nobodyGivesWhatIsReadFromTheFile() {
        DocumentOrder order = Orders.order(DocumentKind.PENALTY_DECISION);
        Map<DocumentField, String> given = new EnumMap<>(order.given());
        given.put(DocumentField.FINE, "人民币壹元整");
        assertEquals(
                "罚款 is read from the file and not given",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Orders.with(order, order.file(), given, order.approval(), order.number()))
                        .getMessage());
    }

    @Test
    void anArticleThatIsNotVerifiedStandsInADraftWithItsMarkAndRefusesAFinalDocument() {
        DocumentOrder order = permit(BEFORE_THE_CODE, "2026-07-20");
        List<Fault> faults = faults(order);
        assertEquals(1, faults.size());
        assertEquals(Reason.LAW_NOT_CONFIRMED, faults.get(0).reason());
        assertTrue(faults.get(0).about().contains("排污许可管理条例"), faults.toString());
        DocumentAnswer.Written draft = Orders.written(Orders.draft(order));
        assertTrue(draft.text().lines().stream().anyMatch(line -> line.contains("《排污许可管理条例》第三十四条〔未经核实〕")));
        assertEquals(
                1,
                draft.remarks().stream()
                        .filter(note -> note.contains("须由法制审核人员确认"))
                        .count());
    }

    /** The State Council had not announced the working days of 2027; those of 2026 were read. */
    @Test
    void aDraftSaysWhichLastDaysRestOnACalendarThatIsNotVerified() {
        List<String> notes = Orders.written(Orders.draft(Orders.order(DocumentKind.PENALTY_DECISION)))
                .remarks();
        List<String> calendar =
                notes.stream().filter(note -> note.contains("工作日历")).toList();
        assertTrue(
                calendar.stream().anyMatch(note -> note.contains("起诉") && note.contains("calendar 2027 UNVERIFIED")),
                notes.toString());
        assertTrue(
                calendar.stream().noneMatch(note -> note.contains("缴纳")), "the last day to pay is in 2026: " + notes);
    }

    @Test
    void aDraftNamesThePeriodThatRunsIntoSuchAYear() {
        String calendar = "依据未经核实的工作日历（calendar 2027 UNVERIFIED），节假日安排公布后可能变动";
        assertEquals(
                List.of("行政诉讼起诉期限的末日2027-04-21" + calendar, "申请强制执行期限的末日2027-07-21" + calendar),
                DoubtedDays.remarks(Orders.draft(Orders.order(DocumentKind.DEMAND)), CaseTerms.load()));
        assertEquals(
                List.of(),
                DoubtedDays.remarks(Orders.draft(Orders.order(DocumentKind.DAILY_PENALTY_DECISION)), CaseTerms.load()),
                "all that runs ends in 2026");
    }

    @Test
    void aLegalReviewersConfirmationIsNamedAndLetsItBePrinted() {
        String confirmed = BEFORE_THE_CODE.replace(
                "PENALTY-1 NOTICE_ISSUED",
                "PENALTY-1 LAW_CONFIRMED 2026-07-10 permit-regulation-34\nPENALTY-1 NOTICE_ISSUED");
        DocumentAnswer.Written written = Orders.written(permit(confirmed, "2026-07-20"));
        List<String> officers = written.citations().stream()
                .flatMap(citation -> citation.match(
                        printable -> printable.confirmation().map(LawCitation.Confirmation::by).stream(),
                        withheld -> Stream.empty()))
                .toList();
        assertEquals(List.of("孙法"), officers);
        assertTrue(PageMark.of(written).notes().get(0).endsWith("，孙法于2026年7月10日核对"));
        assertTrue(says(written, "20万元以上100万元以下"));
    }

    @Test
    void whereTheLawHasChangedTheDocumentSaysWhichAppliesAndWhy() {
        DocumentAnswer.Written lighter = Orders.written(permit(CaseStories.FINE, "2026-10-20"));
        assertTrue(says(lighter, "第一千零五十七条的规定，经比较，新的规定处罚较轻，适用新的规定"));
        assertTrue(says(lighter, "《中华人民共和国生态环境法典》第一千一百零三条对上述违法行为规定的罚款幅度为10万元以上100万元以下"));
        DocumentAnswer.Written same = Orders.written(Orders.order(DocumentKind.PENALTY_DECISION));
        assertFalse(says(same, "经比较"));
    }

    private static boolean says(DocumentAnswer.Written written, String words) {
        return written.text().lines().stream().anyMatch(line -> line.contains(words));
    }

    private static final String BEFORE_THE_CODE = CaseStories.FINE.replace("2026-10-", "2026-07-");

    /** A permit exceeded in July 2026, before the Code. */
    private static DocumentOrder permit(String story, String date) {
        DocumentOrder order = Orders.order(DocumentKind.PENALTY_DECISION);
        CaseFile file = CaseStories.file(CaseStories.violation(Matter.EXCEEDING_PERMIT, "2026-07-08"), story);
        return new DocumentOrder(
                order.kind(),
                order.number(),
                order.caseNumber(),
                LocalDate.parse(date),
                order.letterhead(),
                order.party(),
                order.outlet(),
                file,
                order.strand(),
                order.hours(),
                order.evidence(),
                order.given(),
                order.approval());
    }

    @Test
    void theAmountsAreThoseOfTheFileInWordsAndFigures() {
        assertTrue(says(DocumentKind.PENALTY_DECISION, "处以罚款人民币贰拾万元整（200,000.00元）。"));
        assertTrue(says(DocumentKind.DAILY_PENALTY_DECISION, "计罚期间\t2026年10月10日至2026年10月26日"));
        assertTrue(says(DocumentKind.DAILY_PENALTY_DECISION, "计罚日数\t17日"));
        assertTrue(says(DocumentKind.DAILY_PENALTY_DECISION, "本次罚款\t人民币叁佰肆拾万元整（3,400,000.00元）"));
        assertTrue(says(DocumentKind.DEMAND, "未缴罚款\t人民币壹拾伍万元整（150,000.00元）"));
        assertTrue(says(DocumentKind.DEMAND, "加处罚款（截至本催告书之日）\t人民币贰拾万元整（200,000.00元）"));
        assertTrue(says(DocumentKind.DEMAND, "应缴总额\t人民币叁拾伍万元整（350,000.00元）"));
    }

    private static boolean says(DocumentKind kind, String line) {
        return Orders.written(Orders.order(kind)).text().lines().contains(line);
    }

    @Test
    void theSameOrderGivesTheSameDigestAndAnotherAmountAnother() {
        DocumentOrder order = Orders.order(DocumentKind.PENALTY_DECISION);
        CaseFile other = CaseStories.file(
                CaseStories.violation(Matter.EXCEEDING_STANDARD, "2026-10-08"),
                CaseStories.FINE.replace("200000", "200001"));
        String digest = Orders.written(order).text().sha256();
        assertEquals(digest, Orders.written(order).text().sha256());
        assertFalse(
                digest.equals(Orders.written(Orders.with(order, other, order.given(), order.approval(), order.number()))
                        .text()
                        .sha256()));
    }

    private static List<Fault> faults(DocumentOrder order) {
        return Orders.WRITER.write(order).match(written -> List.of(), DocumentAnswer.Refused::faults);
    }
}
