package io.stackwatch.core.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.enforcement.OpenDeadline.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may do what in a case, and what a refusal says. */
final class StepRuleTest {

    private static final FileSubject PLANT = CaseStory.violation("2026-10-08");
    private static final String OPENED = CaseStory.penalty(ActKind.CANDIDATE_OPENED);
    private static final String NOTIFIED = CaseStory.penalty(ActKind.NOTICE_SERVED);
    private static final String SERVED = CaseStory.penalty(ActKind.DECISION_SERVED);

    @Test
    void aRefusedStepNamesStateEventReasonAndThePathSoFar() {
        assertEquals(
                "DECIDED in state REVIEWED of PENALTY-1: NO_SUCH_STEP, path [CANDIDATE_OPENED>CANDIDATE,"
                        + " DATA_REVIEWED>REVIEWED]",
                refused(OPENED + "DATA_REVIEWED 2026-10-09; DECIDED 2026-10-09 amount=200000"));
    }

    @Test
    void dataAreReviewedByTwoCertifiedOfficersWhoAreTwoPeople() {
        String review = OPENED + "DATA_REVIEWED 2026-10-09 ";
        assertGuard("TWO_OFFICERS: a second officer is not named", review + "second=-");
        assertGuard("TWO_OFFICERS: li is named twice", review + "second=li");
        assertGuard("TWO_OFFICERS: novice is no certified officer", review + "second=novice");
        assertGuard("TWO_OFFICERS: zhao is no certified officer", review + "second=zhao");
        assertEquals("REVIEWED", stage(review + "second=chen"));
    }

    @Test
    void eachActHasItsRole() {
        String review = OPENED + "DATA_REVIEWED 2026-10-09 ";
        assertReason("ROLE_MAY_NOT (AUDITOR is not one of [OFFICER])", review + "by=auditor");
        assertReason("ROLE_MAY_NOT (ADMINISTRATOR is not one of [OFFICER])", review + "by=admin");
        assertReason("ROLE_MAY_NOT (MACHINE is not one of [OFFICER])", review + "by=machine");
        assertReason("ROLE_MAY_NOT (OFFICER is not one of [HEAD])", OPENED + "NOT_FILED 2026-10-09 by=li");
    }

    @Test
    void anOfficerOfACountyActsInHisCountyOnly() {
        String review = OPENED + "DATA_REVIEWED 2026-10-09 ";
        assertReason("OTHER_REGION (far acts in 371525)", review + "by=far");
        assertReason("OTHER_REGION (far acts in 371525)", review + "second=far");
        assertEquals("REVIEWED", stage(review + "by=hu second=li"));
    }

    @Test
    void anEnterpriseSpeaksInItsOwnCaseOnly() {
        assertReason("OTHER_ENTERPRISE (firm-e2)", NOTIFIED + "STATEMENT_MADE 2026-10-13 by=rival");
        assertEquals("NOTIFIED", stage(NOTIFIED + "STATEMENT_MADE 2026-10-13 by=firm"));
    }

    @Test
    void whoeverProposedDoesNotApprove() {
        String informed = CaseStory.penalty(ActKind.INFORMED);
        assertGuard("NOT_THE_PROPOSER: li proposed it by DATA_REVIEWED", informed + "FILED 2026-10-09 by=li-as-head");
        String reviewed = CaseStory.penalty(ActKind.LEGAL_REVIEWED);
        assertGuard(
                "NOT_THE_PROPOSER: li proposed it by DATA_REVIEWED",
                reviewed + "DECIDED 2026-10-20 amount=200000 by=li-as-head");
        assertEquals("DECIDED", stage(reviewed + "DECIDED 2026-10-20 amount=200000"));
    }

    @Test
    void theHostOfAHearingAndTheLegalReviewerTookNoPartInTheInvestigation() {
        String called = NOTIFIED + "HEARING_REQUESTED 2026-10-13; HEARING_CALLED 2026-10-13;";
        assertGuard(
                "HOST_IS_NOT_INVESTIGATOR: li took part in DATA_REVIEWED",
                called + "HEARING_HELD 2026-11-02 by=li-as-host");
        assertEquals("HEARD", stage(called + "HEARING_HELD 2026-11-02 by=qian"));
        assertGuard(
                "REVIEWER_IS_NOT_INVESTIGATOR: li took part in DATA_REVIEWED",
                NOTIFIED + "LEGAL_REVIEWED 2026-10-20 by=li-as-jurist");
    }

    @Test
    void anotherSpellingOfANameIsNoOtherPerson() {
        assertEquals(new PersonId("li"), new PersonId(" Ｌ\u200bI "));
        assertThrows(IllegalArgumentException.class, () -> new PersonId(" \u200b"));
    }

    @Test
    void actsAreEnteredInOrderAndNotBeforeTheyHappen() {
        assertReason("OUT_OF_ORDER (2026-10-08T02:00:00Z)", OPENED + "DATA_REVIEWED 2026-10-08");
        assertReason(
                "IN_THE_FUTURE (2026-10-21 entered on 2026-10-20)",
                CaseStory.penalty(ActKind.DECIDED) + "DECISION_SERVED 2026-10-21 at=2026-10-20");
        assertReason(
                "SERVED_BEFORE_ISSUED (2026-10-19, issued on 2026-10-20)",
                CaseStory.penalty(ActKind.DECIDED) + "DECISION_SERVED 2026-10-19 at=2026-10-21");
    }

    @Test
    void anActWithoutReasonNumberOrProofCannotBeWritten() {
        LocalDate day = LocalDate.parse("2026-10-09");
        Strand strand = new Strand(Procedure.PENALTY, 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> CaseStory.act(strand, ActKind.FILED, day, Map.of("because", " ")));
        assertThrows(
                IllegalArgumentException.class,
                () -> CaseStory.act(strand, ActKind.GOVERNMENT_APPROVED, day, Map.of("number", " ")));
        assertThrows(
                IllegalArgumentException.class,
                () -> CaseStory.act(strand, ActKind.DECISION_SERVED, day, Map.of("number", " ")));
        ActHeader header = CaseStory.act(strand, ActKind.FILED, day, Map.of()).header();
        assertEquals(
                "FILED is carried by a ISSUED, not by a STEP",
                assertThrows(IllegalArgumentException.class, () -> new CaseAct.Step(header, ActKind.FILED))
                        .getMessage());
    }

    @Test
    void aStrandHasTheNextNumberAndBeginsWhenTheOneBeforeHasEnded() {
        assertReason("STRAND_NUMBER (the next one is 1)", SERVED + "ORDER-2 ORDER_ISSUED 2026-10-22");
        assertReason(
                "STILL_OPEN (ORDER-1 ISSUED)",
                SERVED + "ORDER-1 ORDER_ISSUED 2026-10-22; ORDER-2 ORDER_ISSUED 2026-10-22");
    }

    @Test
    void aCountyIsNotFinedAndAPlantIsNotListed() {
        assertReason("OTHER_SUBJECT (" + PLANT.fileId() + ")", "LISTING-1 LISTING_PROPOSED 2026-10-12");
        assertEquals(
                "OTHER_SUBJECT",
                CaseStory.tell(CaseStory.county("2026-09"), "CANDIDATE_OPENED 2026-10-09")
                        .match(taken -> "taken", refused -> refused.reason().name()));
    }

    @Test
    void whatACheckFoundMustFitTheCheck() {
        assertReason(
                "CONTENT_FITS_NO_ROW (GOOD)",
                SERVED + "ORDER-1 ORDER_ISSUED 2026-10-21; ORDER_SERVED 2026-10-21; RECHECKED 2026-10-30 found=GOOD");
    }

    @Test
    void aLateDecisionStandsAndItsLatenessIsTold() {
        StepDecision.Taken decided = taken(
                CaseStory.tell(PLANT, CaseStory.penalty(ActKind.LEGAL_REVIEWED) + "DECIDED 2027-01-08 amount=200000"));
        assertEquals(
                List.of("decision ends on 2027-01-07"),
                decided.late().stream().map(RunningPeriod::text).toList());
        assertEquals(
                List.of(),
                taken(CaseStory.tell(
                                PLANT, CaseStory.penalty(ActKind.LEGAL_REVIEWED) + "DECIDED 2027-01-07 amount=200000"))
                        .late());
    }

    @Test
    void anOpenFileSaysWhoOwesWhatByWhen() {
        List<OpenDeadline> open = new CaseClock(CaseStory.TERMS).open(CaseStory.file(PLANT, SERVED));
        assertEquals(
                List.of(
                        "OFFICER order-after-report ends on 2026-10-13",
                        "ENTERPRISE payment ends on 2026-11-05",
                        "ENTERPRISE reconsideration ends on 2026-12-21",
                        "ENTERPRISE litigation ends on 2027-04-21",
                        "OFFICER disclosure ends on 2026-10-30",
                        "HEAD court-application ends on 2027-07-21"),
                open.stream()
                        .map(deadline ->
                                deadline.owner() + " " + deadline.running().text())
                        .toList());
        OpenDeadline payment = open.get(1);
        assertEquals(Standing.RUNNING, payment.on(LocalDate.parse("2026-11-01")));
        assertEquals(Standing.WARN, payment.on(LocalDate.parse("2026-11-02")));
        assertEquals(Standing.WARN, payment.on(LocalDate.parse("2026-11-05")));
        assertEquals(Standing.PASSED, payment.on(LocalDate.parse("2026-11-06")));
    }

    @Test
    void aServedOrderEndsTheTimeWithinWhichItWasToBeServed() {
        CaseFile file = CaseStory.file(
                PLANT,
                CaseStory.penalty(ActKind.DATA_REVIEWED) + "ORDER-1 ORDER_ISSUED 2026-10-10; ORDER_SERVED 2026-10-12;");
        assertTrue(new CaseClock(CaseStory.TERMS)
                .open(file).stream()
                        .noneMatch(
                                deadline -> deadline.running().period().value().equals("order-after-report")));
    }

    @Test
    void whileAHearingIsPendingTheDecisionHasNoLastDay() {
        CaseFile file = CaseStory.file(PLANT, NOTIFIED + "HEARING_REQUESTED 2026-10-13;");
        OpenDeadline decision = new CaseClock(CaseStory.TERMS)
                .open(file).stream()
                        .filter(deadline -> deadline.running().period().value().equals("decision"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Standing.HALTED, decision.on(LocalDate.parse("2027-06-01")));
    }

    @Test
    void aLegalReviewerConfirmsOnlyAnArticleThatMayApply() {
        FileSubject across = CaseStory.violation(Matter.EXCEEDING_STANDARD, "2026-08-10", "2026-08-18", false);
        String reviewed = CaseStory.penalty(ActKind.CASE_REVIEWED);
        assertEquals(
                "LAW_KNOWN: code-1060x",
                message(across, reviewed + "LAW_CONFIRMED 2026-10-12 number=code-1060x")
                        .replace("the row that is confirmed is not known", "code-1060x"));
        assertEquals(
                "LAW_KNOWN: air-law-99-2 is neither the law of the act nor that of today",
                message(across, reviewed + "LAW_CONFIRMED 2026-10-12 number=air-law-99-2"));
    }

    private static void assertGuard(String detail, String story) {
        assertEquals(detail, message(PLANT, story));
    }

    private static void assertReason(String expected, String story) {
        String message = refused(story);
        assertTrue(message.contains(": " + expected + ", path ["), message);
    }

    private static String message(FileSubject subject, String story) {
        return CaseStory.tell(subject, story).match(taken -> "taken", refused -> refused.detail());
    }

    private static String refused(String story) {
        return CaseStory.tell(PLANT, story).match(taken -> "taken", refused -> refused.message());
    }

    private static StepDecision.Taken taken(StepDecision decision) {
        Optional<StepDecision.Taken> taken = decision.match(Optional::of, refused -> Optional.empty());
        return taken.orElseThrow(() -> new AssertionError(decision.toString()));
    }

    private static String stage(String story) {
        return CaseStory.tell(PLANT, story).match(step -> step.row().to().name(), refused -> refused.message());
    }
}
