package io.stackwatch.core.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.enforcement.LawComparison.Outcome;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.DataTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 从旧兼从轻: acts before 2026-08-15 that are decided after it, and what may stand in a final document. */
final class LawComparisonTest {

    private static final String HEADER =
            "id,matter,instrument,article,consequence,fine_min,fine_max,allows,who,hearing_above,from,until,superseded_by,note,mark";
    private static final LegalBook LAW = LegalBook.load();

    @Test
    void anEquallyHeavyNewArticleLeavesTheOldOneInPlace() {
        LawComparison standard = compare(Matter.EXCEEDING_STANDARD, "2026-08-14", "2026-09-30");
        assertEquals(Outcome.OLD_APPLIES, standard.outcome());
        assertEquals("air-law-99-2", standard.applies().orElseThrow().id());
        assertEquals(
                "《大气污染防治法 (2018)》第九十九条第二项 100000.00 to 1000000.00 yuan [CORRECTION, FINE, RESTRICTION, SUSPENSION, DAILY_PENALTY, CLOSURE];"
                        + " 《生态环境法典》第一千一百零七条 100000.00 to 1000000.00 yuan"
                        + " [CORRECTION, FINE, RESTRICTION, SUSPENSION, DAILY_PENALTY, CLOSURE]: fine EQUAL, other sanctions EQUAL",
                standard.reason());
        assertFalse(standard.needsConfirmation());
    }

    @Test
    void aLowerFloorMakesTheCodeLighterForExceedingAPermit() {
        LawComparison permit = compare(Matter.EXCEEDING_PERMIT, "2026-08-14", "2026-08-20");
        assertEquals(Outcome.NEW_IS_LIGHTER, permit.outcome());
        assertEquals("code-1103", permit.applies().orElseThrow().id());
        assertEquals(Set.of(LawFinding.OLD_NOT_VERIFIED), permit.findings());
        assertFalse(permit.needsConfirmation(), "the article that applies is verified");
    }

    @Test
    void aHeavierCodeIsNotAppliedToWhatHappenedBeforeIt() {
        assertEquals(
                "air-law-98",
                compare(Matter.OBSTRUCTION, "2026-08-14", "2026-09-01")
                        .applies()
                        .orElseThrow()
                        .id());
        assertEquals(
                Outcome.OLD_APPLIES,
                compare(Matter.EVASION, "2026-08-14", "2026-09-01").outcome(),
                "a suspension that must be is heavier than one that may be");
        assertEquals(
                Outcome.OLD_APPLIES,
                compare(Matter.NON_DISCLOSURE, "2026-08-14", "2026-09-01").outcome());
        assertEquals(
                Outcome.OLD_APPLIES,
                compare(Matter.MONITORING_DUTIES, "2026-08-14", "2026-09-01").outcome(),
                "restriction adds nothing to suspension");
    }

    @Test
    void withinOneLawThereIsNothingToCompare() {
        LawComparison same = compare(Matter.EXCEEDING_STANDARD, "2026-08-15", "2026-11-23");
        assertEquals(Outcome.SAME_LAW, same.outcome());
        assertEquals("code-1107", same.applies().orElseThrow().id());
        LawComparison old = compare(Matter.EXCEEDING_STANDARD, "2026-05-01", "2026-08-14");
        assertEquals(Outcome.SAME_LAW, old.outcome());
        assertEquals("air-law-99-2", old.applies().orElseThrow().id());
    }

    @Test
    void whatNoLawForbadeIsNotPunishedByALaterOne() {
        LawComparison none = compare(Matter.FACILITIES_NOT_RUN, "2026-08-14", "2026-09-01");
        assertEquals(Outcome.NO_LAW_AT_VIOLATION, none.outcome());
        assertEquals(Optional.empty(), none.applies());
        assertTrue(none.needsConfirmation());
    }

    @Test
    void anActAcrossTheChangeIsJudgedAsOfItsEndAndFlagged() {
        LawComparison across = LawComparison.of(
                LAW, Matter.EXCEEDING_STANDARD, day("2026-08-10"), day("2026-08-18"), day("2026-09-01"));
        assertEquals(Outcome.SAME_LAW, across.outcome());
        assertEquals("code-1107", across.applies().orElseThrow().id());
        assertEquals(Set.of(LawFinding.CONTINUES_ACROSS_A_CHANGE), across.findings());
        assertTrue(across.needsConfirmation());
    }

    @Test
    void whereNeitherIsLighterInEverythingAnOfficerDecides() {
        assertEquals(Outcome.OFFICER_DECIDES, between("10,20,FINE", "5,30,FINE"), "lower floor, higher ceiling");
        assertEquals(Outcome.OFFICER_DECIDES, between("10,20,FINE", "5,20,FINE CLOSURE"), "lower fine, more sanctions");
        assertEquals(Outcome.OFFICER_DECIDES, between("10,20,FINE", ",,CORRECTION"), "a range that is not known");
        assertEquals(Outcome.OFFICER_DECIDES, between("10,20,FINE CLOSURE", "10,20,FINE DETENTION"));
        assertEquals(Outcome.NEW_IS_LIGHTER, between("10,20,FINE", "10,19,FINE"));
        assertEquals(Outcome.NEW_IS_LIGHTER, between("10,20,FINE CLOSURE", "10,20,FINE"));
        assertEquals(Outcome.OLD_APPLIES, between("10,20,FINE", "10,21,FINE"));
    }

    @Test
    void aLawThatEndsWithoutASuccessorIsForAnOfficer() {
        LegalBook book = LegalBook.of(table("old,EVASION,law,1,x,10,20,FINE,,,,2026-08-15,,,VERIFIED"));
        LawComparison gone =
                LawComparison.of(book, Matter.EVASION, day("2026-08-01"), day("2026-08-01"), day("2026-09-01"));
        assertEquals(Outcome.OFFICER_DECIDES, gone.outcome());
        assertTrue(gone.reason().contains("may mean that nothing is forbidden any more"));
    }

    @Test
    void anUnverifiedRowStandsInNoFinalDocumentWithoutAnOfficersWord() {
        LegalBasis unverified = row("permit-regulation-34");
        assertEquals(
                "《排污许可管理条例》第三十四条 is UNVERIFIED: an officer must confirm the text first",
                text(LawCitation.of(unverified, Optional.empty())));
        LawCitation.Confirmation word = new LawCitation.Confirmation("Sun", day("2026-09-01"), "gazette 2021 no. 5");
        assertEquals("《排污许可管理条例》第三十四条", text(LawCitation.of(unverified, Optional.of(word))));
        assertEquals("《生态环境法典》第一千一百零七条", text(LawCitation.of(row("code-1107"), Optional.empty())));
        assertThrows(IllegalArgumentException.class, () -> new LawCitation.Confirmation("Sun", word.at(), " "));
    }

    @Test
    void aRowWhoseSuccessorDoesNotFollowIsRefused() {
        DataTable table = table(
                "old,EVASION,law,1,x,10,20,FINE,,,,2026-08-15,new,,VERIFIED",
                "new,EVASION,code,1,x,10,20,FINE,,,2026-08-16,,,,VERIFIED");
        assertEquals(
                "law.csv:2: column superseded_by: new does not take its place on its last day",
                assertThrows(IllegalArgumentException.class, () -> LegalBook.of(table))
                        .getMessage());
        DataTable halfRange = table("old,EVASION,law,1,x,10,,FINE,,,,,,,VERIFIED");
        assertEquals(
                "law.csv:2: column fine_max: a range has two ends or none",
                assertThrows(IllegalArgumentException.class, () -> LegalBook.of(halfRange))
                        .getMessage());
    }

    /** Outcome for two made articles, each as minimum, maximum, sanctions. */
    private static Outcome between(String then, String now) {
        LegalBook book = LegalBook.of(table(
                "old,EVASION,law,1,x," + then + ",,,,2026-08-15,new,,VERIFIED",
                "new,EVASION,code,1,x," + now + ",,,2026-08-15,,,,VERIFIED"));
        return LawComparison.of(book, Matter.EVASION, day("2026-08-01"), day("2026-08-01"), day("2026-09-01"))
                .outcome();
    }

    private static DataTable table(String... rows) {
        return DataTable.parse("law.csv", HEADER + "\n" + String.join("\n", rows));
    }

    private static LawComparison compare(Matter matter, String violation, String decision) {
        return LawComparison.of(LAW, matter, day(violation), day(violation), day(decision));
    }

    private static Instant day(String date) {
        return LocalDate.parse(date).atTime(12, 0).atZone(LegalTime.ZONE).toInstant();
    }

    private static LegalBasis row(String id) {
        return LAW.rows().stream()
                .filter(basis -> basis.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String text(LawCitation citation) {
        return citation.match(printable -> printable.text(), withheld -> withheld.why());
    }
}
