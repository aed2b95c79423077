package io.stackwatch.core.marking;

import static io.stackwatch.core.marking.MarkFixture.NOX;
import static io.stackwatch.core.marking.MarkFixture.OUTLET;
import static io.stackwatch.core.marking.MarkFixture.RULES;
import static io.stackwatch.core.marking.MarkFixture.accepted;
import static io.stackwatch.core.marking.MarkFixture.at;
import static io.stackwatch.core.marking.MarkFixture.content;
import static io.stackwatch.core.marking.MarkFixture.filed;
import static io.stackwatch.core.marking.MarkFixture.proved;
import static io.stackwatch.core.marking.MarkFixture.then;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.marking.StopFinding.Consistent;
import io.stackwatch.core.marking.StopFinding.Contradicted;
import io.stackwatch.core.marking.StopFinding.Contradiction;
import io.stackwatch.core.marking.StopFinding.NotCheckable;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marks are filed until 12:00 of the following day (公告2022年第21号); later an officer decides. */
final class MarkFilingTest {

    private static final MarkId ID = new MarkId("M-1");

    @ParameterizedTest
    @CsvSource({
        "FAULT, 24 08:00, 24 10:00, 24 10:01, FILED_IN_TIME",
        "FAULT, 24 08:00, 24 10:00, 25 11:59, FILED_IN_TIME",
        "FAULT, 24 08:00, 24 10:00, 25 12:00, EXPLANATION_MISSING",
        // the first day of the span decides
        "FAULT, 23 23:59, 24 10:00, 24 12:00, EXPLANATION_MISSING",
        "FAULT, 24 00:00, 25 10:00, 25 11:59, FILED_IN_TIME",
        // ahead of its time
        "MAINTENANCE, 26 08:00, 26 10:00, 24 09:00, FILED_IN_TIME",
        "START_UP_COLD, 24 08:00, 24 10:00, 24 10:01, FILED_IN_TIME",
        "HOLIDAY, 24 08:00, 24 10:00, 24 10:01, KIND_UNKNOWN"
    })
    void untilNoonOfTheFollowingDayAMarkCountsByItself(
            String kind, String from, String until, String now, String expected) {
        assertEquals(expected, answer(wanted(content(kind, from, until)), Optional.empty(), now));
    }

    @Test
    void laterItTakesAnExplanationAndAProofAndThenAnOfficerDecides() {
        MarkContent content = content("FAULT", "24 08:00", "24 10:00");

        assertEquals("EXPLANATION_MISSING", answer(late(content, " "), Optional.empty(), "25 12:00"));
        assertEquals("PROOF_MISSING", answer(late(content, "the line was cut"), Optional.empty(), "25 12:00"));
        assertEquals("FILED_LATE", answer(late(proved(content), "the line was cut"), Optional.empty(), "25 12:00"));
        assertEquals(
                MarkState.PENDING,
                MarkProcess.after(Optional.empty(), MarkEvent.FILED_LATE).orElseThrow());
    }

    @Test
    void aStopCountsByItselfOnlyIfTheFiguresAgree() {
        Filing stop = wanted(content("STOP", "24 08:00", "24 10:00"));

        assertEquals("FILED_IN_TIME", answer(stop, Optional.of(new Consistent(2)), "24 12:00"));
        assertEquals("FILED_CONTRADICTED", answer(stop, Optional.of(contradicted()), "24 12:00"));
        assertEquals(
                "FILED_UNCHECKED", answer(stop, Optional.of(uncheckable(StopFinding.Reason.NO_FIGURES)), "24 12:00"));
        assertEquals("FILED_AHEAD", answer(stop, Optional.of(uncheckable(StopFinding.Reason.NOT_OVER)), "24 09:00"));
        assertThrows(IllegalArgumentException.class, () -> answer(stop, Optional.empty(), "24 12:00"));
    }

    @Test
    void aStopThatWaitsForItsDataIsDecidedWhenTheyHaveCome() {
        FiledVersion waiting = filed(
                "M-1", 1, Optional.of(content("STOP", "24 08:00", "24 10:00")), MarkEvent.FILED_AHEAD, "24 07:00");

        assertEquals("-", found(waiting, uncheckable(StopFinding.Reason.NOT_OVER)));
        assertEquals("FOUND_CONSISTENT", found(waiting, new Consistent(2)));
        assertEquals("FOUND_CONTRADICTED", found(waiting, contradicted()));
        assertEquals("FOUND_UNCHECKED", found(waiting, uncheckable(StopFinding.Reason.NO_FIGURES)));
        assertEquals("-", found(then(waiting, MarkEvent.APPROVED, "24 09:00"), contradicted()));
    }

    @Test
    void aChangeIsLateOnlyIfItSaysSomethingElseOfADayThatIsClosed() {
        MarkFile before = accepted("M-1", content("MAINTENANCE", "24 08:00", "25 08:00"));

        assertEquals("FILED_IN_TIME", changed(before, content("MAINTENANCE", "24 08:00", "25 09:00"), "26 11:59"));
        assertEquals(
                "EXPLANATION_MISSING", changed(before, content("MAINTENANCE", "24 08:00", "25 09:00"), "26 12:00"));
        assertEquals("EXPLANATION_MISSING", changed(before, content("FAULT", "24 08:00", "25 08:00"), "26 11:59"));
        assertEquals(
                "EXPLANATION_MISSING", changed(before, content("MAINTENANCE", "24 09:00", "25 08:00"), "26 11:59"));
        assertEquals(
                "EXPLANATION_MISSING",
                changed(before, content("MAINTENANCE", "24 08:00", "25 08:00", NOX), "26 11:59"));
        assertEquals(
                "FILED_IN_TIME",
                changed(before, proved(content("MAINTENANCE", "24 08:00", "25 08:00")), "28 00:00"),
                "a proof that comes later changes nothing of any hour");
    }

    @Test
    void aLateMarkDoesNotCountByBeingFiledTwice() {
        FiledVersion late = filed(
                "M-1",
                1,
                Optional.of(proved(content("FAULT", "24 08:00", "24 10:00"))),
                MarkEvent.FILED_LATE,
                "26 08:00");
        MarkFile pending = new MarkFile(ID, List.of(late));
        MarkContent same = proved(content("FAULT", "24 08:00", "24 10:00"));

        FilingDecision decision = RULES.filing()
                .decide(
                        new Filing(ID, 1, Optional.of(same), "Wang", "the line was cut"),
                        Optional.of(pending),
                        Optional.empty(),
                        at("26 09:00"));

        FilingDecision.Taken taken = decision.match(yes -> yes, no -> {
            throw new AssertionError(no);
        });
        assertEquals(MarkEvent.FILED_LATE, taken.filed().event());
        assertEquals(2, taken.version().version());
        assertEquals(
                List.of("1 REPLACED"),
                taken.replaced().stream()
                        .map(act -> act.version() + " " + act.event())
                        .toList(),
                "nobody is asked any more about the earlier version");
    }

    @Test
    void aWithdrawalIsAVersionAndTheEnd() {
        MarkFile before = accepted("M-1", content("FAULT", "24 08:00", "24 10:00"));
        Filing withdrawal = new Filing(ID, 1, Optional.empty(), "Wang", "");

        assertEquals("FILED_IN_TIME", answer(withdrawal, before, "25 11:59"));
        assertEquals("EXPLANATION_MISSING", answer(withdrawal, before, "25 12:00"));
        FiledVersion withdrawn = filed("M-1", 2, Optional.empty(), MarkEvent.FILED_IN_TIME, "24 11:00");
        MarkFile gone = new MarkFile(ID, List.of(before.latest(), withdrawn));
        assertEquals(Optional.empty(), gone.sayingAt(at("24 11:00")));
        assertEquals("WITHDRAWN", answer(new Filing(ID, 2, Optional.empty(), "Wang", ""), gone, "24 12:00"));
        MarkFile kept = new MarkFile(ID, List.of(before.latest(), then(withdrawn, MarkEvent.REFUSED, "24 12:00")));
        assertEquals("FILED_IN_TIME", answer(new Filing(ID, 2, Optional.empty(), "Wang", ""), kept, "24 13:00"));
    }

    @Test
    void aFilingThatIsWrongIsNotTaken() {
        MarkFile before = accepted("M-1", content("FAULT", "24 08:00", "24 10:00"));
        MarkContent elsewhere = new MarkContent(
                new OutletId("DA002"),
                new MarkCode("FAULT"),
                content("FAULT", "24 08:00", "24 10:00").span(),
                Set.of(),
                "x",
                List.of());
        MarkContent odd = new MarkContent(
                OUTLET,
                new MarkCode("FAULT"),
                new Window(at("24 08:00").plusSeconds(1), at("24 10:00")),
                Set.of(),
                "x",
                List.of());
        Window quarter = new Window(at("24 08:00"), at("24 08:00").plusSeconds(2208 * 3600L));
        MarkContent longest = new MarkContent(OUTLET, new MarkCode("FAULT"), quarter, Set.of(), "x", List.of());
        MarkContent longer = new MarkContent(
                OUTLET,
                new MarkCode("FAULT"),
                new Window(quarter.start(), quarter.end().plusSeconds(60)),
                Set.of(),
                "x",
                List.of());

        assertEquals("OTHER_OUTLET", changed(before, elsewhere, "24 12:00"));
        assertEquals("STALE_VERSION", answer(wanted(content("FAULT", "24 08:00", "24 10:00")), before, "24 12:00"));
        assertEquals("NOT_WHOLE_MINUTES", answer(wanted(odd), Optional.empty(), "24 12:00"));
        assertEquals("FILED_IN_TIME", answer(wanted(longest), Optional.empty(), "24 12:00"));
        assertEquals("TOO_LONG", answer(wanted(longer), Optional.empty(), "24 12:00"));
        assertEquals(
                "FACTORS_OF_A_WORKING_CONDITION",
                answer(wanted(content("SHUT_DOWN", "24 08:00", "24 10:00", NOX)), Optional.empty(), "24 12:00"));
    }

    @Test
    void aKindSpeaksOfHoursInWhichItHolds() {
        Window before2023 = new Window(
                at("24 08:00").minusSeconds(5 * 365 * 86_400L), at("24 08:00").minusSeconds(5 * 365 * 86_400L - 3600));
        MarkContent old = new MarkContent(OUTLET, new MarkCode("FAULT"), before2023, Set.of(), "x", List.of());

        assertEquals("KIND_NOT_IN_FORCE", answer(wanted(old), Optional.empty(), "24 12:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "FILED_LATE, true, officer Li, looked at, APPROVED",
        "FILED_LATE, false, officer Li, looked at, REFUSED",
        "FILED_IN_TIME, false, officer Li, looked at, REFUSED",
        "FILED_IN_TIME, true, officer Li, looked at, NOT_IN_THIS_STATE",
        "FILED_LATE, true, Wang, looked at, OWN_MARK",
        "FILED_LATE, true, ' ', looked at, NAME_MISSING",
        "FILED_LATE, true, officer Li, ' ', REASON_MISSING"
    })
    void anOfficerDecidesWithNameAndReasonAndNeverAboutTheirOwn(
            MarkEvent filed, boolean approve, String by, String why, String expected) {
        FiledVersion version =
                filed("M-1", 1, Optional.of(content("FAULT", "24 08:00", "24 10:00")), filed, "26 08:00");

        assertEquals(
                expected,
                MarkDeciding.decide(version, approve, by, why, at("26 10:00"))
                        .match(done -> done.act().event().name(), not -> not.reason()
                                .name()));
    }

    private static Filing wanted(MarkContent content) {
        return new Filing(ID, 0, Optional.of(content), "Wang", "");
    }

    private static Filing late(MarkContent content, String explanation) {
        return new Filing(ID, 0, Optional.of(content), "Wang", explanation);
    }

    private static String changed(MarkFile before, MarkContent content, String now) {
        return answer(new Filing(ID, before.versions().size(), Optional.of(content), "Wang", ""), before, now);
    }

    private static String answer(Filing filing, MarkFile before, String now) {
        return shown(RULES.filing().decide(filing, Optional.of(before), Optional.empty(), at(now)));
    }

    private static String answer(Filing filing, Optional<StopFinding> check, String now) {
        return shown(RULES.filing().decide(filing, Optional.empty(), check, at(now)));
    }

    private static String shown(FilingDecision decision) {
        return decision.match(
                taken -> taken.filed().event().name(), not -> not.reason().name());
    }

    private static String found(FiledVersion waiting, StopFinding finding) {
        return MarkFiling.checked(waiting, finding, at("24 12:00"))
                .map(act -> act.event().name())
                .orElse("-");
    }

    private static StopFinding contradicted() {
        return new Contradicted(List.of(new Contradiction(
                new FactorCode("a01012"),
                at("24 08:00"),
                new BigDecimal("120"),
                StopBound.Relation.ABOVE,
                new BigDecimal("60"),
                new Unit("degC"))));
    }

    private static StopFinding uncheckable(StopFinding.Reason reason) {
        return new NotCheckable(reason, "so it is");
    }
}
