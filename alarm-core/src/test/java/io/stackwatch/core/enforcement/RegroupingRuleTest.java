package io.stackwatch.core.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.deadline.Role;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may become one case, and what two: each thing that does not fit is named, and beside it stands what does. */
final class RegroupingRuleTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final RegroupingRule RULE = new RegroupingRule(CaseStory.TERMS);
    private static final String REVIEWED = CaseStory.penalty(ActKind.DATA_REVIEWED);

    private final FileSubject one = CaseStory.violation("2026-10-08");
    private final FileSubject two = CaseStory.violation("2026-10-09");

    @Test
    void twoFilesOfOneOutletAndOneContinuousPeriodBecomeOneWithTheTimeOfBoth() {
        RegroupingRule.Side stays = side(one, REVIEWED);
        RegroupingRule.Side ends = side(two, REVIEWED);
        RegroupingAnswer.Fits fits = fits(RULE.merge(stays, ends, DAY));
        assertEquals(CaseStory.noon("2026-10-08"), fits.stays().begun());
        assertEquals(
                CaseStory.noon("2026-10-09").plus(Duration.ofHours(1)),
                fits.stays().ended());
        assertEquals(ends.hours(), fits.stays().hours());
        assertEquals(ends.file().id(), fits.stays().other());
        assertEquals(stays.file().id(), fits.other().other());
        assertEquals(
                Set.of(new PersonId("li"), new PersonId("wang")), fits.stays().hands());
    }

    @Test
    void aFileThatTookHoursOverIsAboutThemAndFoldsToTheirTime() {
        RegroupingRule.Side stays = side(one, REVIEWED);
        RegroupingRule.Side ends = side(two, REVIEWED);
        RegroupingAnswer.Fits fits = fits(RULE.merge(stays, ends, DAY));
        CaseFile after = after(stays.file(), ActKind.TOOK_OVER, fits.stays());
        List<CaseHour> hours = new ArrayList<>(stays.hours());
        hours.addAll(ends.hours());
        assertEquals(hours, after.hours(stays.hours()));
        Instant ended = after.subject().match(FileSubject.Violation::ended, county -> Instant.EPOCH);
        assertEquals(fits.stays().ended(), ended);
        assertEquals(after, CaseFile.fold(CaseStory.PROCESS, one, after.acts()));

        CaseFile merged = after(ends.file(), ActKind.MERGED_INTO, fits.other());
        assertEquals(Stage.MERGED, merged.strand(Strand.parse("PENALTY-1")).stage());
        assertEquals(ends.hours(), merged.hours(ends.hours()), "the file that ended shows what it was about");
    }

    @Test
    void whatDoesNotFitIsNamed() {
        RegroupingRule.Side stays = side(one, REVIEWED);
        assertEquals("SAME_FILE", merge(stays, stays));
        assertEquals(
                "OTHER_OUTLET",
                merge(
                        stays,
                        new RegroupingRule.Side(
                                side(two, REVIEWED).file(),
                                Optional.of(new OutletId("DA002")),
                                side(two, REVIEWED).hours())));
        FileSubject.Violation plain = violation(two);
        assertEquals("OTHER_ENTERPRISE", merge(stays, side(with(plain, "E2", plain.matter(), false, false), REVIEWED)));
        assertEquals("OTHER_MATTER", merge(stays, side(with(plain, "E1", Matter.CLOSURE, false, false), REVIEWED)));
        assertEquals(
                "OTHER_CIRCUMSTANCES", merge(stays, side(with(plain, "E1", plain.matter(), true, false), REVIEWED)));
        assertEquals(
                "OTHER_CIRCUMSTANCES", merge(stays, side(with(plain, "E1", plain.matter(), false, true), REVIEWED)));
        assertEquals("OTHER_STAGE", merge(stays, side(two, CaseStory.penalty(ActKind.INFORMED))));
        assertEquals(
                "OTHER_SUBJECT",
                merge(
                        stays,
                        new RegroupingRule.Side(
                                CaseStory.file(CaseStory.county("2026-09"), "LISTING-1 LISTING_PROPOSED 2026-10-09"),
                                Optional.empty(),
                                List.of())));
        assertEquals("NOT_CONTINUOUS", merge(stays, side(CaseStory.violation("2026-10-10"), REVIEWED)));
    }

    @Test
    void noHourMovesBehindThePriorNotice() {
        RegroupingRule.Side early = side(two, CaseStory.penalty(ActKind.CASE_REVIEWED));
        assertTrue(RULE.merge(side(one, CaseStory.penalty(ActKind.CASE_REVIEWED)), early, DAY)
                .<Boolean>match(fits -> true, not -> false));
        assertEquals("NOTICE_GIVEN", merge(side(one, CaseStory.penalty(ActKind.NOTICE_ISSUED)), early));
        assertEquals("NOTICE_GIVEN", merge(early, side(one, CaseStory.penalty(ActKind.NOTICE_SERVED))));
        assertEquals("DECIDED", merge(early, side(one, CaseStory.penalty(ActKind.DECIDED))));
        assertEquals("ENDED", merge(early, side(one, REVIEWED + "NOT_FILED 2026-10-09")));
        RegroupingRule.Side announced = side(one, CaseStory.penalty(ActKind.NOTICE_ISSUED));
        assertEquals("NOTICE_GIVEN", split(announced, announced.hours()));
    }

    @Test
    void aFileWithAnOrderDoesNotEndButMayTakeOver() {
        String ordered = REVIEWED + "ORDER-1 ORDER_ISSUED 2026-10-09;";
        assertEquals("OTHER_PROCEDURE", merge(side(one, REVIEWED), side(two, ordered)));
        assertTrue(RULE.merge(side(one, ordered), side(two, REVIEWED), DAY).<Boolean>match(fits -> true, not -> false));
        assertEquals(
                "OTHER_PROCEDURE", split(side(one, ordered), side(one, ordered).hours()));
    }

    /** 15 days for the filing run from the older candidate. */
    @Test
    void nobodyGainsTimeByMerging() {
        RegroupingRule.Side later = side(two, "CANDIDATE_OPENED 2026-10-12; DATA_REVIEWED 2026-10-12;");
        assertEquals("TIME_GAINED", merge(later, side(one, REVIEWED)));
        assertTrue(RULE.merge(side(one, REVIEWED), later, DAY).<Boolean>match(fits -> true, not -> false));
    }

    @Test
    void aPartHasTheHoursThatGoAndTheRestKeepsTheOthers() {
        CaseFile file = CaseStory.file(one, REVIEWED);
        CaseHour dust = hour(one, "a34013", 0);
        CaseHour sulphur = hour(one, "a21026", 1);
        RegroupingRule.Side whole =
                new RegroupingRule.Side(file, Optional.of(new OutletId("DA001")), List.of(dust, sulphur));
        CaseFileId part = CaseFileId.part(file.id(), 1);
        RegroupingAnswer.Fits fits = fits(RULE.split(whole, List.of(sulphur), part));
        assertEquals(part, fits.stays().other());
        assertEquals(dust.end(), fits.stays().ended());
        assertEquals(sulphur.start(), fits.other().begun());
        assertEquals(
                Set.of(new PersonId("li"), new PersonId("wang")), fits.other().hands());
        assertEquals(List.of(dust), after(file, ActKind.SPLIT_OFF, fits.stays()).hours(whole.hours()));

        assertEquals("NOTHING_STAYS", split(whole, whole.hours()));
        assertEquals("NOTHING_GOES", split(whole, List.of()));
        assertEquals("NOTHING_GOES", split(whole, List.of(hour(one, "a21002", 0))));
    }

    /** Whoever reviewed the data of the other file has proposed what this one is about, too. */
    @Test
    void whoeverProposedInTheOtherFileDoesNotApproveInTheOneThatTookItOver() {
        CaseFile ends =
                CaseStory.file(two, "CANDIDATE_OPENED 2026-10-09; DATA_REVIEWED 2026-10-09 by=chen second=wang;");
        RegroupingRule.Side stays = side(one, REVIEWED);
        RegroupingAnswer.Fits fits = fits(
                RULE.merge(stays, new RegroupingRule.Side(ends, stays.outlet(), List.of(hour(two, "a21026", 0))), DAY));
        CaseFile file = after(stays.file(), ActKind.TOOK_OVER, fits.stays());
        Actor chenAsHead = new Actor(new PersonId("chen"), Role.HEAD, Optional.empty(), Optional.empty(), false);
        CaseFile informed = file.after(
                CaseStory.PROCESS, CaseStory.acts("INFORMED 2026-10-09").get(0));
        CaseAct filing = new CaseAct.Issued(
                new ActHeader(
                        Strand.parse("PENALTY-1"),
                        chenAsHead,
                        Optional.empty(),
                        CaseStory.noon("2026-10-09"),
                        "so it is"),
                ActKind.FILED,
                LocalDate.parse("2026-10-09"),
                "1",
                Optional.empty());
        String refused = new StepRule(CaseStory.PROCESS, CaseStory.TERMS)
                .decide(informed, filing)
                .match(taken -> "taken", not -> not.detail());
        assertEquals("NOT_THE_PROPOSER: chen proposed it by TOOK_OVER", refused);
    }

    @Test
    void anHourIsReadAsItWasWritten() {
        CaseHour hour = hour(one, "a21026", 0);
        assertEquals(hour, CaseHour.parse(hour.toString()));
        assertThrows(IllegalArgumentException.class, () -> CaseHour.parse("a21026"));
    }

    private static CaseFile after(CaseFile file, ActKind kind, Regrouping what) {
        ActHeader header = new ActHeader(
                Strand.parse("PENALTY-1"),
                CaseStory.named("li"),
                Optional.of(CaseStory.named("wang")),
                CaseStory.noon("2026-10-09"),
                "one case");
        return new StepRule(CaseStory.PROCESS, CaseStory.TERMS)
                .decide(file, new CaseAct.Regrouped(header, kind, what))
                .match(taken -> taken.after(), refused -> {
                    throw new AssertionError(refused.message());
                });
    }

    private static RegroupingRule.Side side(FileSubject subject, String story) {
        return new RegroupingRule.Side(
                CaseStory.file(subject, story),
                Optional.of(new OutletId("DA001")),
                List.of(hour(subject, "a21026", 0)));
    }

    private static CaseHour hour(FileSubject subject, String factor, int after) {
        FileSubject.Violation violation = violation(subject);
        return new CaseHour(
                violation.candidate(), new FactorCode(factor), violation.begun().plus(Duration.ofHours(after)));
    }

    private static FileSubject.Violation violation(FileSubject subject) {
        return subject.match(found -> found, county -> {
            throw new AssertionError();
        });
    }

    private static FileSubject with(
            FileSubject.Violation plain, String firm, Matter matter, boolean livelihood, boolean harm) {
        return new FileSubject.Violation(
                plain.candidate(),
                new EnterpriseId(firm),
                plain.region(),
                matter,
                plain.begun(),
                plain.ended(),
                livelihood,
                harm);
    }

    private static String merge(RegroupingRule.Side stays, RegroupingRule.Side ends) {
        return RULE.merge(stays, ends, DAY)
                .match(fits -> "fits", not -> not.reason().name());
    }

    private static String split(RegroupingRule.Side whole, List<CaseHour> go) {
        return RULE.split(whole, go, CaseFileId.part(whole.file().id(), 1))
                .match(fits -> "fits", not -> not.reason().name());
    }

    private static RegroupingAnswer.Fits fits(RegroupingAnswer answer) {
        return answer.match(fits -> fits, not -> {
            throw new AssertionError(not.reason() + ": " + not.detail());
        });
    }
}
