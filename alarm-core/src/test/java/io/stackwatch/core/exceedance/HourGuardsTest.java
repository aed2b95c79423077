package io.stackwatch.core.exceedance;

import static io.stackwatch.core.exceedance.HourFixture.facts;
import static io.stackwatch.core.exceedance.HourFixture.hour;
import static io.stackwatch.core.exceedance.HourFixture.limit;
import static io.stackwatch.core.exceedance.HourFixture.minutes;
import static io.stackwatch.core.exceedance.HourFixture.oxygen;
import static io.stackwatch.core.exceedance.HourFixture.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.LimitBook;
import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Mark;
import io.stackwatch.core.measurement.MinuteTally;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.MinuteEvidence;
import io.stackwatch.core.transmission.Due;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each reason for which an hour far above its limit is not judged. */
final class HourGuardsTest {

    private static final FactorHour HOUR = hour("2026-11-23T00:00:00Z");
    private static final Unit MG = Unit.MILLIGRAMS_PER_CUBIC_METRE;
    private final HourJudgement rule = HourJudgement.load();

    @Test
    void everyFlagOtherThanNSetsTheHourAside() {
        for (String flag : List.of("F", "M", "S", "D", "C", "T", "P", "B", "Td", "St", "Sd", "Md", "n", "X")) {
            assertEquals(
                    "FLAGGED", judge(converted().withReport(report(HOUR, "200", "200", MG, flag), minutes(60, 0))));
        }
    }

    @Test
    void withoutAFlagFortyFiveKnownMinutesCountAndFortyFourDoNot() {
        assertEquals("EXCEEDS", judge(converted().withReport(report(HOUR, "200", "200", MG, ""), minutes(45, 0))));
        assertEquals(
                "VALIDITY_UNKNOWN", judge(converted().withReport(report(HOUR, "200", "200", MG, ""), minutes(44, 0))));
    }

    @Test
    void whereMinutesAreCountedTheFlagAloneIsNotEnough() {
        assertEquals("TOO_FEW_VALID_MINUTES", judge(counted().withReport(report(HOUR, "200", ""), minutes(44, 0))));
        assertEquals("EXCEEDS", judge(counted().withReport(report(HOUR, "200", ""), minutes(45, 0))));
        assertEquals("TOO_FEW_VALID_MINUTES", judge(counted().withReport(report(HOUR, "200", ""), minutes(44, 16))));
    }

    @Test
    void theOxygenIsHeldToTheSameRule() {
        HourCase facts = converted().withReport(report(HOUR, "200", "200"), MinuteTally.EMPTY);
        assertEquals("OXYGEN_INVALID", judge(facts.withOxygen(oxygen(HOUR, "6"), minutes(44, 16))));
        assertEquals("OXYGEN_INVALID", judge(facts.withOxygen(oxygen(HOUR, "-0.1"), MinuteTally.EMPTY)));
        assertEquals("EXCEEDS", judge(facts.withOxygen(oxygen(HOUR, "20.5"), MinuteTally.EMPTY)));
        assertEquals("OXYGEN_TOO_HIGH", judge(facts.withOxygen(oxygen(HOUR, "20.501"), MinuteTally.EMPTY)));
    }

    @Test
    void absenceIsNeverWithin() {
        assertEquals("NOT_RECEIVED", judge(measured()));
        assertEquals("VALUE_MISSING", judge(measured().withReport(report(HOUR, "", ""), MinuteTally.EMPTY)));
        assertEquals("NEGATIVE_VALUE", judge(measured().withReport(report(HOUR, "-0.001", ""), MinuteTally.EMPTY)));
        assertEquals("WITHIN", judge(measured().withReport(report(HOUR, "0", ""), MinuteTally.EMPTY)));
        assertEquals("NO_LIMIT_IN_FORCE", judge(facts(HOUR).withReport(report(HOUR, "1", ""), MinuteTally.EMPTY)));
        assertEquals(
                "UNIT_NOT_COMPARABLE",
                judge(measured().withReport(report(HOUR, "1", "", new Unit("ppm"), "N"), MinuteTally.EMPTY)));
    }

    @Test
    void anHourThatIsNotDueCarriesItsReasonAndAnUnlistedFactorThatIsReportedIsJudged() {
        assertEquals("NOT_DUE", judge(notDue(Due.Reason.STOPPED)));
        assertEquals("EXCEEDS", judge(notDue(Due.Reason.NOT_ASSESSED)));
    }

    @Test
    void anEquipmentMarkOfFifteenMinutesLeavesTheHourAndASecondMoreTakesIt() {
        assertEquals("EXCEEDS", judge(marked(Mark.Kind.EQUIPMENT, 900)));
        assertEquals("MARKED_EQUIPMENT", judge(marked(Mark.Kind.EQUIPMENT, 901)));
    }

    @Test
    void anHourOutOfControlIsNotJudgedAndNamesTheCheck() {
        HourCase lost = measured()
                .withReport(report(HOUR, "200", ""), MinuteTally.EMPTY)
                .withControl(new InstrumentControl(Optional.of("check 7 of a21026"), Optional.empty()));
        assertEquals(new Verdict.NotJudged(NotJudgedReason.OUT_OF_CONTROL, "check 7 of a21026"), rule.judge(lost));
        assertEquals("NOT_RECEIVED", judge(measured().withControl(lost.control())), "absence goes before it");
    }

    @Test
    void anOxygenOutOfControlTakesTheHoursThatAreConvertedWithItAndNoOthers() {
        InstrumentControl oxygen = new InstrumentControl(Optional.empty(), Optional.of("check 8 of a19001"));
        assertEquals(
                new Verdict.NotJudged(NotJudgedReason.OUT_OF_CONTROL, "check 8 of a19001"),
                rule.judge(converted()
                        .withReport(report(HOUR, "200", "200"), MinuteTally.EMPTY)
                        .withControl(oxygen)));
        assertEquals(
                "EXCEEDS",
                judge(measured()
                        .withReport(report(HOUR, "200", ""), MinuteTally.EMPTY)
                        .withControl(oxygen)));
    }

    @Test
    void aWorkingConditionMarkInsideItsAllowanceTakesTheHourAndOneBeyondDoesNot() {
        assertEquals("MARKED_WORKING_CONDITION", judge(marked(Mark.Kind.WORKING_CONDITION_ALLOWED, 1)));
        assertEquals("EXCEEDS", judge(marked(Mark.Kind.WORKING_CONDITION_BEYOND, 3600)));
    }

    @Test
    void aRevisedReportIsJudgedAnewAndTheSameCaseGivesTheSameVerdict() {
        HourCase first = measured().withReport(report(HOUR, "100.001", ""), MinuteTally.EMPTY);
        HourCase revised = first.withReport(report(HOUR, "99.9", ""), MinuteTally.EMPTY);
        assertEquals("EXCEEDS", judge(first));
        assertEquals("WITHIN", judge(revised));
        assertEquals(rule.judge(first), rule.judge(first));
    }

    @Test
    void aConversionThatDeviatesByMoreThanTwoPercentIsAFindingAndNoOtherVerdict() {
        assertEquals(false, deviates("102"));
        assertEquals(true, deviates("102.001"));
        assertEquals(false, deviates("98"));
        assertEquals(true, deviates("97.999"));
    }

    private boolean deviates(String zsAvg) {
        Verdict verdict = rule.judge(converted().withReport(report(HOUR, "100", zsAvg), MinuteTally.EMPTY));
        return verdict.comparison().orElseThrow().findings().contains(Finding.CONVERSION_DEVIATES);
    }

    private String judge(HourCase facts) {
        Verdict verdict = rule.judge(facts);
        assertTrue(
                verdict.outcome() == Outcome.NOT_JUDGED || verdict.comparison().isPresent());
        return HourFixture.name(verdict);
    }

    private static HourCase converted() {
        return facts(HOUR, limit("L", LimitSource.NATIONAL, "100", "6", Effective.ALWAYS))
                .withOxygen(oxygen(HOUR, "6"), MinuteTally.EMPTY);
    }

    private static HourCase measured() {
        return facts(HOUR, limit("L", LimitSource.NATIONAL, "100", "", Effective.ALWAYS));
    }

    private static HourCase counted() {
        return HourCase.of(
                HOUR, new Due.Yes(), MinuteEvidence.COUNTED, measured().limit());
    }

    private static HourCase notDue(Due.Reason reason) {
        return HourCase.of(
                        HOUR,
                        new Due.No(reason, "document 7"),
                        MinuteEvidence.LOGGER_FLAG_UNLESS_CONTRADICTED,
                        LimitBook.of(List.of(limit("L", LimitSource.NATIONAL, "100", "", Effective.ALWAYS)))
                                .inForce(
                                        HourFixture.outlet(HourFixture.CATEGORY.value()),
                                        HOUR.factor(),
                                        Averaging.HOUR,
                                        HOUR.start()))
                .withReport(report(HOUR, "200", ""), MinuteTally.EMPTY);
    }

    private static HourCase marked(Mark.Kind kind, int seconds) {
        Window window = new Window(HOUR.start(), HOUR.start().plusSeconds(seconds));
        return measured()
                .withReport(report(HOUR, "200", ""), MinuteTally.EMPTY)
                .withMarks(List.of(new Mark("M1", kind, window), new Mark("M2", kind, window)));
    }
}
