package io.stackwatch.gateway.casework;

import static io.stackwatch.gateway.casework.CaseCity.who;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.enforcement.ActKind;
import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.enforcement.Stage;
import io.stackwatch.core.enforcement.StepDecision;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.penalty.CircumstanceId;
import io.stackwatch.core.penalty.Yuan;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.gateway.records.CaseDeadlineRow;
import io.stackwatch.gateway.records.CaseFigureRecords.CountyFigures;
import io.stackwatch.gateway.records.CaseFileQuery;
import io.stackwatch.gateway.records.CaseLine;
import io.stackwatch.gateway.records.CasePaperRecords.Paper;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.records.TrailRow;
import io.stackwatch.gateway.trail.TrailFinding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases are worked on by acts of registered people, whichever database is under them. */
abstract class CaseworkContract {

    @TempDir
    Path shelf;

    private RecordStore store;
    private CaseCity city;
    private StoredCasework desk;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() {
        store = RecordStore.open(fresh());
        city = CaseCity.in(store, shelf);
        desk = city.desk;
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anOfficerOpensTheFileOfACandidateOnceAndThePeriodsBeginWithTheMachinesAct() {
        CaseId candidate = city.candidate("DA001", "2026-10-08");
        OpenOrder order = new OpenOrder.OfCandidate(candidate, true, false, who("hu"), "超标属实");
        CaseFileId file = CaseCity.kept(desk.open(order)).file();

        CaseDossier dossier = dossier(file);
        CaseAct first = dossier.file().acts().get(0);
        assertEquals(ActKind.CANDIDATE_OPENED, first.kind());
        assertEquals(
                Instant.parse("2026-10-09T01:00:00Z"), first.header().at(), "when the machine opened the candidate");
        assertTrue(dossier.file().subject().<Boolean>match(violation -> violation.livelihood(), county -> false));
        CaseDeadlineRow filing = dossier.deadlines().get(0);
        assertEquals(
                "case-filing HEAD 2026-10-26",
                filing.period() + " " + filing.owner() + " " + filing.lastDay().get());
        assertEquals("示例热电厂", dossier.line().enterpriseName().orElseThrow());
        assertEquals(
                List.of("FILE_OPENED hu", "CANDIDATE_OPENED machine"),
                desk.trail(file, 0, 10).stream()
                        .map(row -> row.act() + " " + row.actor())
                        .toList());
        assertEquals("DONE_BEFORE", refusal(desk.open(order)));
    }

    @Test
    void onlyAnOfficerOfTheCountyOrOfTheCityOpensAFile() {
        CaseId candidate = city.candidate("DA001", "2026-10-08");
        for (String name : List.of("far", "firm", "sun", "ma")) {
            assertEquals(
                    "NOT_HIS",
                    refusal(desk.open(new OpenOrder.OfCandidate(candidate, false, false, who(name), "x"))),
                    name);
        }
        assertEquals(
                "NOT_REGISTERED",
                refusal(desk.open(new OpenOrder.OfCandidate(candidate, false, false, who("nobody"), "x"))));
        CaseId unknown = new CaseId("0".repeat(32));
        assertEquals("UNKNOWN", refusal(desk.open(new OpenOrder.OfCandidate(unknown, false, false, who("li"), "x"))));
        assertThrows(
                IllegalArgumentException.class,
                () -> desk.open(new OpenOrder.OfCandidate(candidate, false, false, who("li"), " ")));
        assertEquals(0, store.<Long>read(handle -> handle.createQuery("SELECT COUNT(*) FROM audit_trail")
                .mapTo(Long.class)
                .one()));
    }

    @Test
    void aFineGoesFromTheReviewToTheSurchargeWithItsPapersAndAmounts() {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, CaseCity.FINE);
        city.tell(
                file,
                """
                2026-11-16T09:00 SURCHARGE_CONFIRMED li amount=66000
                2026-12-10T09:00 DEMAND_SERVED li proof=回证3
                """);

        CaseDossier dossier = dossier(file);
        assertEquals(
                Stage.DEMANDED, dossier.file().strand(Strand.parse("PENALTY-1")).stage());
        assertEquals(Optional.of(Yuan.of(200_000)), dossier.money().originalFine());
        assertEquals(Yuan.of(200_000), dossier.line().amount());
        assertEquals("code-1107", dossier.money().applies().orElseThrow().id());
        assertEquals(
                Yuan.of(200_000),
                dossier.money().surcharges().get(Strand.parse("PENALTY-1")).amount(),
                "35 days at 3 % are above the fine, which is the cap");
        assertEquals(
                List.of("聊环立〔2026〕1号", "聊环调〔2026〕1号", "聊环罚告〔2026〕1号", "聊环罚〔2026〕1号", "聊环加罚〔2026〕1号", "聊环催〔2026〕1号"),
                numbered(dossier));
        assertTrue(dossier.papers().calculations().stream()
                .anyMatch(line -> line.words().equals("200000.00 x 0.03 x 11 = 66000")));
        assertEquals(dossier.file(), restarted(file), "rows are the truth");
    }

    @Test
    void anActThatIsRefusedSaysWhereAndWhyAndChangesNothing() {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, "2026-10-09T14:00 DATA_REVIEWED li second=wang\n2026-10-09T14:01 INFORMED li");
        String before = dump();

        StepDecision.Refused early = refused(desk.act(CaseCity.order(file, "DECIDED zhao amount=1")));
        assertEquals(
                "DECIDED in state INFORMED of PENALTY-1: NO_SUCH_STEP, path [CANDIDATE_OPENED>CANDIDATE,"
                        + " DATA_REVIEWED>REVIEWED, INFORMED>INFORMED]",
                early.message());
        assertEquals(
                StepDecision.Reason.ROLE_MAY_NOT,
                refused(desk.act(CaseCity.order(file, "FILED li"))).reason());
        assertEquals(
                StepDecision.Reason.OTHER_REGION,
                refused(desk.act(CaseCity.order(file, "ORDER-1 ORDER_ISSUED far second=li")))
                        .reason());
        assertEquals("INCOMPLETE", refusal(desk.act(CaseCity.order(file, "FILED zhao number=聊环立〔2026〕9号"))));
        assertEquals("INCOMPLETE", refusal(desk.act(CaseCity.order(file, "DATA_REVIEWED li day=2026-10-09"))));
        assertEquals("NOT_REGISTERED", refusal(desk.act(CaseCity.order(file, "FILED eve"))));
        assertEquals("UNKNOWN", refusal(desk.act(CaseCity.order(new CaseFileId("none"), "FILED zhao"))));
        assertEquals(before, dump());
        assertEquals(3, desk.counts().kept());
        assertEquals(1, desk.counts().notTaken(StepDecision.Reason.ROLE_MAY_NOT));
        assertEquals(2, desk.counts().notKept(ActAnswer.Reason.INCOMPLETE));
    }

    @Test
    void twoOfficersAreTwoCertifiedPeople() {
        CaseFileId file = city.opened("2026-10-08");
        assertEquals(
                "TWO_OFFICERS: a second officer is not named",
                refused(desk.act(CaseCity.order(file, "DATA_REVIEWED li"))).detail());
        assertEquals(
                "TWO_OFFICERS: li is named twice",
                refused(desk.act(CaseCity.order(file, "DATA_REVIEWED li second=li")))
                        .detail());
        assertEquals(
                "TWO_OFFICERS: novice is no certified officer",
                refused(desk.act(CaseCity.order(file, "DATA_REVIEWED li second=novice")))
                        .detail());
        CaseCity.kept(desk.act(CaseCity.order(file, "DATA_REVIEWED li second=wang")));
    }

    @Test
    void aNumberIsNeitherSkippedNorGivenTwice() {
        CaseFileId one = city.opened("2026-10-08");
        CaseFileId other = city.opened("2026-10-07");
        for (CaseFileId file : List.of(one, other)) {
            city.tell(file, "2026-10-09T14:00 DATA_REVIEWED li second=wang\n2026-10-09T14:01 INFORMED li");
            refused(desk.act(CaseCity.order(file, "FILED li")));
            city.tell(file, "2026-10-09T15:00 FILED zhao");
        }
        assertEquals(List.of("聊环立〔2026〕1号"), numbered(dossier(one)));
        assertEquals(List.of("聊环立〔2026〕2号"), numbered(dossier(other)));
    }

    @Test
    void aSeriesBeginsAnewWithTheYearOfTheAct() {
        CaseFileId one = city.opened("2026-12-29");
        city.tell(one, "2026-12-30T14:00 DATA_REVIEWED li second=wang\n2026-12-30T14:01 INFORMED li");
        city.tell(one, "2026-12-31T15:00 FILED zhao");
        CaseFileId other = city.opened("2026-12-28");
        city.tell(other, "2027-01-04T14:00 DATA_REVIEWED li second=wang\n2027-01-04T14:01 INFORMED li");
        city.tell(other, "2027-01-04T15:00 FILED zhao");
        assertEquals(List.of("聊环立〔2026〕1号"), numbered(dossier(one)));
        assertEquals(List.of("聊环立〔2027〕1号"), numbered(dossier(other)));
    }

    @Test
    void aRefusedOrderHandsOverToTheDailyPenaltyWithItsRoundCounted() {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, CaseCity.FINE);
        city.tell(
                file,
                """
                2026-10-21T10:00 ORDER-1 ORDER_ISSUED li second=wang
                2026-10-21T11:00 ORDER-1 ORDER_SERVED li proof=回证4
                2026-11-07T09:00 ORDER-1 RECHECKED li second=wang found=STILL_VIOLATING
                2026-11-07T10:00 DAILY_PENALTY-1 DAILY_PROPOSED li second=wang
                """);
        CaseDossier dossier = dossier(file);
        assertEquals(
                List.of("PENALTY-1>ORDER-1", "ORDER-1>DAILY_PENALTY-1"),
                dossier.papers().handOvers().stream()
                        .map(handed -> handed.from() + ">" + handed.to())
                        .toList());
        assertEquals(
                Yuan.of(3_400_000),
                dossier.money().rounds().get(1).rounds().get(0).amount());
        CaseDeadlineRow recheck = dossier.deadlines().stream()
                .filter(row -> row.period().value().equals("recheck"))
                .findFirst()
                .orElseThrow();
        assertEquals(CaseDeadlineRow.Standing.OVER, recheck.standing());
    }

    @Test
    void theProposalIsKeptWithTheActAndAnAmountBeyondTheRangeIsRefused() {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(
                file,
                """
                2026-10-09T14:00 DATA_REVIEWED li second=wang
                2026-10-09T14:01 INFORMED li
                2026-10-09T15:00 FILED zhao
                2026-10-10T09:00 INVESTIGATED li second=wang
                """);
        Map<CircumstanceId, String> found = Map.of(
                new CircumstanceId("ratio"), "0.35",
                new CircumstanceId("factors"), "1",
                new CircumstanceId("flow"), "50000",
                new CircumstanceId("gas"), "OTHER",
                new CircumstanceId("period"), "ORDINARY",
                new CircumstanceId("times"), "1");
        Yuan proposed = desk.propose(file, found)
                .orElseThrow()
                .match(answer -> answer.proposal().amount(), none -> Yuan.ZERO);
        assertEquals(Yuan.of(212_500), proposed, "100000 + 900000 x 3/24");
        ActOrder beyond = with(CaseCity.order(file, "CASE_REVIEWED li amount=2000000"), found);
        assertEquals("AMOUNT_NOT_ALLOWED", refusal(desk.act(beyond)));
        CaseCity.kept(desk.act(with(CaseCity.order(file, "CASE_REVIEWED li amount=212500"), found)));
        assertEquals(
                "named as proposed: 212500.00",
                dossier(file).papers().calculations().stream()
                        .reduce((earlier, later) -> later)
                        .orElseThrow()
                        .words());
    }

    private static ActOrder with(ActOrder order, Map<CircumstanceId, String> found) {
        return new ActOrder(
                order.file(),
                order.strand(),
                order.kind(),
                order.by(),
                order.second(),
                order.reason(),
                order.carries(),
                found,
                List.of());
    }

    @Test
    void theEnterpriseReceivesAnswersObjectsAndProvesInItsOwnCaseOnly() {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, CaseCity.FINE.substring(0, CaseCity.FINE.indexOf("2026-10-20T09:00")));
        String sha256 = new io.stackwatch.gateway.marking.ProofShelf(shelf, 1_000)
                .keep("answer".getBytes(StandardCharsets.UTF_8))
                .sha256();
        ActOrder plain = CaseCity.order(file, "STATEMENT_MADE firm");
        ActOrder proved = new ActOrder(
                file,
                plain.strand(),
                plain.kind(),
                plain.by(),
                plain.second(),
                plain.reason(),
                plain.carries(),
                Map.of(),
                List.of(new ActOrder.NamedProof("陈述.pdf", sha256)));
        CaseCity.kept(desk.act(proved));
        assertEquals(
                StepDecision.Reason.OTHER_ENTERPRISE,
                refused(desk.act(CaseCity.order(file, "STATEMENT_MADE rival"))).reason());
        assertEquals("陈述.pdf", dossier(file).papers().proofs().get(0).name());

        Paper notice = dossier(file).papers().documents().stream()
                .filter(paper -> paper.kind().name().equals("PRIOR_NOTICE"))
                .findFirst()
                .orElseThrow();
        assertEquals("NOT_HIS", refusal(desk.receive(file, notice.number(), who("rival"), "收到")));
        assertEquals("NOT_HIS", refusal(desk.receive(file, notice.number(), who("li"), "收到")));
        assertEquals("UNKNOWN", refusal(desk.receive(file, 99_999, who("firm"), "收到")));
        CaseCity.kept(desk.receive(file, notice.number(), who("firm"), "收到"));
        assertEquals("DONE_BEFORE", refusal(desk.receive(file, notice.number(), who("firm"), "收到")));

        Instant hour = Instant.parse("2026-10-08T00:00:00Z");
        assertEquals("NOT_HIS", refusal(desk.object(file, hour, who("rival"), "x")));
        assertEquals("UNKNOWN", refusal(desk.object(file, hour.plusSeconds(86_400), who("firm"), "x")));
        CaseCity.kept(desk.object(file, hour, who("firm"), "校准期间"));
        assertEquals("NOT_HIS", refusal(desk.answer(file, 1, true, who("firm"), "x")));
        assertEquals("NOT_HIS", refusal(desk.answer(file, 1, true, who("far"), "x")));
        CaseCity.kept(desk.answer(file, 1, false, who("qian"), "无校准记录"));
        assertEquals("DONE_BEFORE", refusal(desk.answer(file, 1, true, who("qian"), "x")));
        assertFalse(dossier(file).objections().get(0).answer().orElseThrow().upheld());
        assertEquals(
                List.of("DOCUMENT_RECEIVED", "HOUR_OBJECTED", "OBJECTION_ANSWERED"),
                desk.trail(file, 0, 100).stream().map(TrailRow::act).toList().subList(10, 13));
    }

    @Test
    void aCountyIsProposedListedAndItsFileIsNoCaseOfAnEnterprise() {
        CaseFileId file = CaseCity.kept(desk.open(new OpenOrder.OfCounty(
                        new RegionCode("371524"), YearMonth.of(2026, 9), who("li"), "有效率 87.31 %")))
                .file();
        assertEquals("listing:371524:2026-09", file.value());
        assertEquals(
                StepDecision.Reason.OTHER_SUBJECT,
                refused(desk.act(CaseCity.order(file, "ORDER-1 ORDER_ISSUED li")))
                        .reason());
        assertEquals(
                "NOT_HIS",
                refusal(desk.open(
                        new OpenOrder.OfCounty(new RegionCode("371525"), YearMonth.of(2026, 9), who("hu"), "x"))));
        assertEquals(Optional.empty(), dossier(file).money().law());
        assertEquals(Optional.empty(), desk.propose(file, Map.of()));
    }

    @Test
    void filesAreFoundByEveryConditionNewestFirstAndInPages() {
        CaseFileId first = city.opened("2026-10-08");
        city.tell(first, CaseCity.FINE);
        CaseFileId second = city.opened("DA002", "2026-10-07");
        CaseFileId third = city.opened("DA001", "2026-10-22");

        assertEquals(List.of(third, second, first), found(query -> query));
        assertEquals(List.of(second), found(query -> county(query, "371525")));
        assertEquals(
                List.of(third, first),
                found(query -> new CaseFileQuery(
                        query.county(),
                        Optional.of(new EnterpriseId("E1")),
                        query.stage(),
                        query.dueBefore(),
                        query.least(),
                        query.most(),
                        false,
                        false,
                        query.open(),
                        query.now(),
                        query.before(),
                        10)));
        assertEquals(
                List.of(first),
                found(query -> new CaseFileQuery(
                        query.county(),
                        query.enterprise(),
                        Optional.of(Stage.SERVED),
                        query.dueBefore(),
                        query.least(),
                        query.most(),
                        false,
                        false,
                        query.open(),
                        query.now(),
                        query.before(),
                        10)));
        assertEquals(
                List.of(first),
                found(query -> new CaseFileQuery(
                        query.county(),
                        query.enterprise(),
                        query.stage(),
                        query.dueBefore(),
                        Optional.of(Yuan.of(1)),
                        Optional.of(Yuan.of(200_000)),
                        false,
                        false,
                        query.open(),
                        query.now(),
                        query.before(),
                        10)));
        assertEquals(
                List.of(second, first),
                found(query -> new CaseFileQuery(
                        query.county(),
                        query.enterprise(),
                        query.stage(),
                        Optional.of(Instant.parse("2026-10-26T16:00:00Z")),
                        query.least(),
                        query.most(),
                        false,
                        false,
                        query.open(),
                        query.now(),
                        query.before(),
                        10)));
        assertEquals(
                List.of(third),
                found(query -> new CaseFileQuery(
                        query.county(),
                        query.enterprise(),
                        query.stage(),
                        query.dueBefore(),
                        query.least(),
                        query.most(),
                        false,
                        true,
                        query.open(),
                        query.now(),
                        query.before(),
                        10)),
                "E1 was fined on 2026-10-20, two days before");
        assertEquals(
                List.of(first),
                found(query -> new CaseFileQuery(
                        query.county(),
                        query.enterprise(),
                        query.stage(),
                        query.dueBefore(),
                        query.least(),
                        query.most(),
                        true,
                        false,
                        query.open(),
                        query.now(),
                        query.before(),
                        10)));
        city.clock.set("2026-10-27T00:00");
        assertEquals(
                List.of(second, first),
                found(query -> new CaseFileQuery(
                        query.county(),
                        query.enterprise(),
                        query.stage(),
                        query.dueBefore(),
                        query.least(),
                        query.most(),
                        true,
                        false,
                        query.open(),
                        query.now(),
                        query.before(),
                        10)),
                "the filing of the second is late now, the order of the first was before");
        city.tell(second, "2026-10-27T09:00 NOT_FILED zhao");
        assertEquals(
                List.of(second),
                found(query -> new CaseFileQuery(
                        query.county(),
                        query.enterprise(),
                        query.stage(),
                        query.dueBefore(),
                        query.least(),
                        query.most(),
                        false,
                        false,
                        Optional.of(false),
                        query.now(),
                        query.before(),
                        10)));
        CaseLine newest = desk.files(CaseFileQuery.all(city.clock.instant(), 1)).get(0);
        assertEquals(
                List.of(second, first),
                found(query -> new CaseFileQuery(
                        query.county(),
                        query.enterprise(),
                        query.stage(),
                        query.dueBefore(),
                        query.least(),
                        query.most(),
                        false,
                        false,
                        query.open(),
                        query.now(),
                        Optional.of(newest.row().number()),
                        10)));
    }

    private static CaseFileQuery county(CaseFileQuery query, String code) {
        return new CaseFileQuery(
                Optional.of(new RegionCode(code)),
                query.enterprise(),
                query.stage(),
                query.dueBefore(),
                query.least(),
                query.most(),
                false,
                false,
                query.open(),
                query.now(),
                query.before(),
                10);
    }

    private List<CaseFileId> found(UnaryOperator<CaseFileQuery> asked) {
        return desk.files(asked.apply(CaseFileQuery.all(city.clock.instant(), 10))).stream()
                .map(line -> line.row().subject().fileId())
                .toList();
    }

    @Test
    void figuresOfCountiesCountHandedOnInTimeClosedAndOverdue() {
        city.candidate("DA001", "2026-10-06");
        city.opened("2026-10-08");
        city.clock.set("2026-10-20T10:00");
        CaseFileId late = city.opened("DA002", "2026-10-07");
        city.tell(late, "2026-10-20T11:00 NOT_FILED zhao");
        city.clock.set("2026-10-27T00:00");
        assertEquals(
                List.of(
                        new CountyFigures(new RegionCode("371524"), 2, 1, 1, 1, 0, 1, 1),
                        new CountyFigures(new RegionCode("371525"), 1, 1, 0, 1, 1, 0, 0)),
                desk.figures(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z")));
        assertEquals(
                List.of(new CountyFigures(new RegionCode("371524"), 0, 0, 0, 0, 0, 1, 1)),
                desk.figures(Instant.parse("2025-10-01T00:00:00Z"), Instant.parse("2025-11-01T00:00:00Z")),
                "what goes on goes on whenever it was opened");
    }

    @Test
    void anActThatSomebodyChangesInTheStoreIsFoundByTheTrail() {
        CaseFileId file = city.opened("2026-10-08");
        city.tell(file, CaseCity.FINE);
        assertEquals(Optional.of(true), desk.verify(file).map(found -> found.match(whole -> true, broken -> false)));
        for (String change : List.of(
                "SET amount = '10000.00' WHERE kind = 'DECIDED'",
                "SET actor = 'eve' WHERE kind = 'FILED'",
                "SET reason = 'x' WHERE kind = 'FILED'",
                "SET second_actor = 'chen' WHERE kind = 'INVESTIGATED'",
                "SET day = '2026-10-19' WHERE kind = 'DECIDED'",
                "SET entered_at = entered_at + 1 WHERE kind = 'DECIDED'",
                "SET document = '聊环罚〔2026〕2号' WHERE kind = 'DECIDED'",
                "SET proof = 'x' WHERE kind = 'NOTICE_SERVED'",
                "SET kind = 'NO_PENALTY_DECIDED' WHERE kind = 'DECIDED'",
                "SET role = 'NOBODY' WHERE kind = 'DECIDED'",
                "SET trail = trail - 1 WHERE kind = 'DECIDED'")) {
            assertTrue(brokenAfter(file, "UPDATE case_act " + change), change);
        }
        assertTrue(brokenAfter(file, "DELETE FROM case_act WHERE kind = 'DECISION_SERVED'"));
        assertTrue(brokenAfter(file, "DELETE FROM audit_trail WHERE act = 'FILED'"));
        assertEquals(Optional.empty(), desk.verify(new CaseFileId("none")));
    }

    private boolean brokenAfter(CaseFileId file, String statement) {
        String[] columns = {statement};
        List<Map<String, Object>> kept = store.read(handle ->
                handle.createQuery("SELECT * FROM case_act").mapToMap().list());
        List<Map<String, Object>> trail = store.read(handle ->
                handle.createQuery("SELECT * FROM audit_trail").mapToMap().list());
        store.write(handle -> handle.execute(columns[0]));
        boolean broken = desk.verify(file).orElseThrow().match(whole -> false, found -> true);
        store.write(handle -> {
            handle.execute("DELETE FROM case_act");
            handle.execute("DELETE FROM audit_trail");
            kept.forEach(row -> put(handle, "case_act", row));
            trail.forEach(row -> put(handle, "audit_trail", row));
            return true;
        });
        TrailFinding again = desk.verify(file).orElseThrow();
        assertTrue(again.<Boolean>match(whole -> true, found -> false), "put back");
        return broken;
    }

    private static void put(org.jdbi.v3.core.Handle handle, String table, Map<String, Object> row) {
        handle.execute(
                "INSERT INTO " + table + " (" + String.join(", ", row.keySet()) + ") VALUES (?"
                        + ", ?".repeat(row.size() - 1) + ")",
                row.values().toArray());
    }

    private CaseDossier dossier(CaseFileId file) {
        return desk.file(file, Optional.empty()).orElseThrow();
    }

    private io.stackwatch.core.enforcement.CaseFile restarted(CaseFileId file) {
        return city.restarted().file(file, Optional.empty()).orElseThrow().file();
    }

    private static List<String> numbered(CaseDossier dossier) {
        return dossier.papers().documents().stream()
                .flatMap(paper -> paper.document().stream())
                .toList();
    }

    private String dump() {
        return CaseRowsText.of(store);
    }

    private static String refusal(ActAnswer answer) {
        return answer.match(done -> "kept", refused -> refused.why().message(), refused -> refused.reason()
                .name());
    }

    private static StepDecision.Refused refused(ActAnswer answer) {
        return answer.match(
                done -> {
                    throw new AssertionError("was kept");
                },
                refused -> refused.why(),
                refused -> {
                    throw new AssertionError(refused.reason() + ": " + refused.detail());
                });
    }
}
