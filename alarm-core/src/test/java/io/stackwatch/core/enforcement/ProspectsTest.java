package io.stackwatch.core.enforcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.enforcement.StepDecision.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can be done next agrees with what is decided when it is done. */
final class ProspectsTest {

    private final Prospects prospects = new Prospects(CaseStory.PROCESS, CaseStory.TERMS);

    @Test
    void everyRowOfTheStateIsShownAndNoOther() {
        CaseFile file = CaseStory.file(CaseStory.violation("2026-10-08"), CaseStory.penalty(ActKind.FILED));
        List<String> shown = of(file, "2026-10-10", Optional.empty()).stream()
                .filter(prospect -> prospect.strand().procedure() == Procedure.PENALTY
                        && prospect.strand().number() == 1)
                .map(prospect -> prospect.row().name())
                .toList();
        List<String> table = CaseStory.PROCESS.rows(Procedure.PENALTY).stream()
                .filter(row -> row.from().equals(Optional.of(Stage.FILED)))
                .map(ProcessRow::name)
                .toList();
        assertEquals(table, shown);
    }

    @Test
    void aReviewOfTheLawHasToWaitUntilThePeriodsOfTheEnterpriseArePast() {
        CaseFile file = CaseStory.file(CaseStory.violation("2026-10-08"), CaseStory.penalty(ActKind.NOTICE_SERVED));
        Prospect early = one(file, "2026-10-13", Optional.empty(), ActKind.LEGAL_REVIEWED);
        assertEquals(Optional.of(Reason.GUARD), early.reason());
        assertEquals(
                "PAST:statement: statement ends on 2026-10-19",
                early.hindrances().get(0));
        assertEquals(List.of("REVIEWER_IS_NOT_INVESTIGATOR"), early.open());
        assertEquals(
                Optional.empty(),
                one(file, "2026-10-20", Optional.empty(), ActKind.LEGAL_REVIEWED)
                        .reason());
    }

    @Test
    void whoAsksSeesWhatHeMayNotDo() {
        CaseFile file = CaseStory.file(CaseStory.violation("2026-10-08"), CaseStory.penalty(ActKind.INFORMED));
        assertEquals(
                Optional.of(Reason.ROLE_MAY_NOT),
                one(file, "2026-10-10", Optional.of(CaseStory.named("li")), ActKind.FILED)
                        .reason());
        Prospect proposer = one(file, "2026-10-10", Optional.of(CaseStory.named("li-as-head")), ActKind.FILED);
        assertEquals(List.of("NOT_THE_PROPOSER: li proposed it by DATA_REVIEWED"), proposer.hindrances());
        assertEquals(
                Optional.empty(),
                one(file, "2026-10-10", Optional.of(CaseStory.named("zhao")), ActKind.FILED)
                        .reason());
    }

    @Test
    void aRefusedOrderShowsItsDailyPenaltyAndNoOther() {
        CaseFile before = CaseStory.file(CaseStory.violation("2026-10-08"), CaseStory.FINE);
        assertTrue(of(before, "2026-10-22", Optional.empty()).stream()
                .noneMatch(prospect -> prospect.strand().procedure() == Procedure.DAILY_PENALTY));
        CaseFile file = CaseStory.file(
                CaseStory.violation("2026-10-08"),
                CaseStory.FINE
                        + "ORDER-1 ORDER_ISSUED 2026-10-21; ORDER_SERVED 2026-10-21; RECHECKED 2026-10-30 found=STILL_VIOLATING");
        Prospect daily = one(file, "2026-10-30", Optional.empty(), ActKind.DAILY_PROPOSED);
        assertEquals("DAILY_PENALTY-1", daily.strand().toString());
    }

    private List<Prospect> of(CaseFile file, String day, Optional<Actor> by) {
        return prospects.of(file, CaseStory.noon(day), by);
    }

    private Prospect one(CaseFile file, String day, Optional<Actor> by, ActKind kind) {
        return of(file, day, by).stream()
                .filter(prospect -> prospect.row().event() == kind)
                .findFirst()
                .orElseThrow();
    }
}
