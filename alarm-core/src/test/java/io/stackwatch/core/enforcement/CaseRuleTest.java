package io.stackwatch.core.enforcement;

import static io.stackwatch.core.exceedance.HourFixture.OUTLET;
import static io.stackwatch.core.exceedance.HourFixture.SO2;
import static io.stackwatch.core.exceedance.HourFixture.facts;
import static io.stackwatch.core.exceedance.HourFixture.limit;
import static io.stackwatch.core.exceedance.HourFixture.report;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.deadline.MarkingWindow;
import io.stackwatch.core.exceedance.Basis;
import io.stackwatch.core.exceedance.Comparison;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.HourFixture;
import io.stackwatch.core.exceedance.HourJudgement;
import io.stackwatch.core.exceedance.JudgedHour;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.exceedance.Verdict;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.measurement.MinuteTally;
import io.stackwatch.core.measurement.Validity;
import io.stackwatch.core.registry.CemsDuty;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a day's exceedances are a candidate case, on which hours and which law; and why not. */
final class CaseRuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant ONE_O_CLOCK = Instant.parse("2026-11-24T05:00:00Z");
    private static final Limit PERMIT = limit("P", LimitSource.PERMIT, "100", "", Effective.ALWAYS);
    private static final Limit STANDARD = limit("S", LimitSource.NATIONAL, "100", "", Effective.ALWAYS);
    private static final Optional<CemsDuty> DUTY = Optional.of(
            new CemsDuty(OUTLET, CemsDuty.Basis.CITY_LIST, "list 2026", Verification.VERIFIED, Effective.ALWAYS));

    private final CaseRule rule = new CaseRule(LegalBook.load());
    private final HourJudgement judgement = HourJudgement.load();

    @Test
    void noCaseIsOpenedBeforeOneOClockOfTheNextDayAndOneIsThen() {
        List<JudgedHour> hours = List.of(judged("2026-11-23T00:00:00Z", 1, "101", STANDARD));
        assertEquals("MARKING_WINDOW_OPEN", decide(DAY, hours, ONE_O_CLOCK.minusMillis(1), false));
        assertEquals("opened on [2026-11-23T00:00:00Z]", decide(DAY, hours, ONE_O_CLOCK, false));
    }

    @Test
    void aDayHasOneCase() {
        List<JudgedHour> hours = List.of(judged("2026-11-23T00:00:00Z", 1, "101", STANDARD));
        assertEquals("ALREADY_OPEN", decide(DAY, hours, ONE_O_CLOCK, true));
    }

    @Test
    void withoutAnExceedingHourThereIsNone() {
        assertEquals("NO_EXCEEDANCE_LEFT", decide(DAY, List.of(), ONE_O_CLOCK, false));
        assertEquals(
                "NO_EXCEEDANCE_LEFT",
                decide(
                        DAY,
                        List.of(
                                judged("2026-11-23T00:00:00Z", 2, "100", STANDARD),
                                judged("2026-11-23T01:00:00Z", 1, "", STANDARD)),
                        ONE_O_CLOCK,
                        false));
    }

    @Test
    void onlyHoursOfTheLegalDayCountAndTheyStandInOrder() {
        List<JudgedHour> hours = List.of(
                judged("2026-11-23T16:00:00Z", 1, "101", STANDARD),
                judged("2026-11-23T15:00:00Z", 1, "101", STANDARD),
                judged("2026-11-22T16:00:00Z", 1, "101", STANDARD),
                judged("2026-11-22T15:00:00Z", 1, "101", STANDARD));
        assertEquals("opened on [2026-11-22T16:00:00Z, 2026-11-23T15:00:00Z]", decide(DAY, hours, ONE_O_CLOCK, false));
    }

    @Test
    void aPolicyTargetAloneIsNoGround() {
        Limit target = limit("T", LimitSource.POLICY_TARGET, "35", "", Effective.ALWAYS);
        Fraction value = Fraction.of(new BigDecimal("36"));
        Comparison used = new Comparison(
                value, Basis.MEASURED, target, Optional.empty(), Validity.Proof.LOGGER_FLAG, Set.of(), List.of());
        JudgedHour hour = new JudgedHour(
                HourFixture.hour("2026-11-23T00:00:00Z"),
                1,
                new Verdict.Exceeds(used, value.excessOver(new BigDecimal("35"))),
                ONE_O_CLOCK,
                List.of());
        assertEquals("ONLY_POLICY_TARGET", decide(DAY, List.of(hour), ONE_O_CLOCK, false));
    }

    @Test
    void theGroundFollowsTheLimitsSourceAndTheDateOfTheHour() {
        assertEquals(
                "code-1107", ground(candidate(DAY, List.of(judged("2026-11-23T00:00:00Z", 1, "101", STANDARD)), DUTY)));
        assertEquals(
                "code-1103", ground(candidate(DAY, List.of(judged("2026-11-23T00:00:00Z", 1, "101", PERMIT)), DUTY)));
        LocalDate lastOfOldLaw = LocalDate.of(2026, 8, 14);
        CandidateCase old = candidate(lastOfOldLaw, List.of(judged("2026-08-14T15:00:00Z", 1, "101", STANDARD)), DUTY);
        assertEquals("air-law-99-2", ground(old));
        assertEquals("code-1107", old.atOpening().orElseThrow().id());
        assertEquals(Set.of(CaseFinding.LAW_CHANGED_SINCE), old.findings());
        CandidateCase permit = candidate(lastOfOldLaw, List.of(judged("2026-08-14T15:00:00Z", 1, "101", PERMIT)), DUTY);
        assertEquals("permit-regulation-34", ground(permit));
        assertEquals(Set.of(CaseFinding.LAW_CHANGED_SINCE, CaseFinding.LEGAL_BASIS_NOT_VERIFIED), permit.findings());
        CandidateCase first =
                candidate(LocalDate.of(2026, 8, 15), List.of(judged("2026-08-14T16:00:00Z", 1, "101", STANDARD)), DUTY);
        assertEquals("code-1107", ground(first));
        assertEquals(Set.of(), first.findings());
    }

    @Test
    void whatAnOfficerMustSeeIsAFindingOfTheCase() {
        List<JudgedHour> hours = List.of(
                judged("2026-11-23T00:00:00Z", 1, "101", STANDARD),
                judged(
                        "2026-11-23T01:00:00Z",
                        1,
                        "101",
                        limit("S2", LimitSource.NATIONAL, "90", "", Effective.ALWAYS)));
        assertEquals(
                Set.of(CaseFinding.SEVERAL_LIMITS, CaseFinding.CEMS_DUTY_BASIS_MISSING),
                candidate(DAY, hours, Optional.empty()).findings());
        Limit stricter = limit("D", LimitSource.LOCAL_STANDARD, "50", "", Effective.ALWAYS);
        CemsDuty heard =
                new CemsDuty(OUTLET, CemsDuty.Basis.PERMIT_TEXT, "permit", Verification.UNVERIFIED, Effective.ALWAYS);
        assertEquals(
                Set.of(CaseFinding.STRICTER_LOCAL_STANDARD, CaseFinding.CEMS_DUTY_NOT_VERIFIED),
                candidate(DAY, List.of(judged("2026-11-23T00:00:00Z", 1, "101", PERMIT, stricter)), Optional.of(heard))
                        .findings());
    }

    @Test
    void aCaseHasTheSameIdentityHoweverOftenItIsAskedFor() {
        List<JudgedHour> hours = List.of(judged("2026-11-23T00:00:00Z", 1, "101", STANDARD));
        assertEquals(CaseId.of(OUTLET, SO2, DAY), candidate(DAY, hours, DUTY).id());
    }

    @Test
    void aLaterVersionOfAnHourIsAnEventAndTheCaseStaysAsItWas() {
        JudgedHour opened = judged("2026-11-23T00:00:00Z", 1, "101", STANDARD);
        CandidateCase open = candidate(DAY, List.of(opened), DUTY);
        JudgedHour revised = judged("2026-11-23T00:00:00Z", 2, "99", STANDARD);
        assertEquals(
                Optional.of(new CaseEvent.HourRevised(
                        open.id(), revised.knownAt(), revised, Optional.of(opened.verdict()))),
                CaseEvent.revision(open, revised));
        assertEquals(List.of(opened), open.hours());
        assertEquals(Optional.empty(), CaseEvent.revision(open, opened));
        assertEquals(Optional.empty(), CaseEvent.revision(open, judged("2026-11-23T01:00:00Z", 1, "99", STANDARD)));
        assertEquals(Optional.empty(), CaseEvent.revision(open, judged("2026-11-23T16:00:00Z", 1, "101", STANDARD)));
    }

    private JudgedHour judged(String start, int version, String avg, Limit... limits) {
        FactorHour hour = HourFixture.hour(start);
        Verdict verdict = judgement.judge(facts(hour, limits).withReport(report(hour, avg, ""), MinuteTally.EMPTY));
        return new JudgedHour(hour, version, verdict, hour.end(), List.of());
    }

    private static CaseQuestion question(
            LocalDate day, List<JudgedHour> hours, Optional<CemsDuty> duty, boolean open, Instant now) {
        MarkingWindow window = MarkingWindow.of(day, LegalTime.ZONE, RuleParameters.load());
        return new CaseQuestion(OUTLET, SO2, window, hours, duty, open, now);
    }

    private String decide(LocalDate day, List<JudgedHour> hours, Instant now, boolean open) {
        return rule.decide(question(day, hours, DUTY, open, now))
                .match(
                        opened -> "opened on "
                                + opened.candidate().hours().stream()
                                        .map(hour -> hour.hour().start())
                                        .toList(),
                        none -> none.reason().name());
    }

    private CandidateCase candidate(LocalDate day, List<JudgedHour> hours, Optional<CemsDuty> duty) {
        return rule.decide(question(day, hours, duty, false, ONE_O_CLOCK)).match(opened -> opened.candidate(), none -> {
            throw new AssertionError("no case: " + none.reason());
        });
    }

    private static String ground(CandidateCase candidate) {
        return candidate.atViolation().map(LegalBasis::id).orElse("none");
    }
}
