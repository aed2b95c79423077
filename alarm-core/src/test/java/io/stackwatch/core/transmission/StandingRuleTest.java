package io.stackwatch.core.transmission;

import static io.stackwatch.core.transmission.CountFixture.hour;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Validity;
import io.stackwatch.core.transmission.Circumstance.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every row of the decision table 1.3, in both variants; the hour is the 7th, 03:00 to 04:00. */
final class StandingRuleTest {

    private static final String IN_TIME = "2026-11-07T04:02";
    private static final Validity TOO_FEW =
            new Validity.Invalid(Validity.Reason.TOO_FEW_VALID_MINUTES, "16 minutes known invalid");
    private static final Validity UNKNOWN = new Validity.Invalid(Validity.Reason.VALIDITY_UNKNOWN, "no hour flag");

    @Test
    void aNormalHourIsValid() {
        both("VALID", hour().arrives(IN_TIME));
    }

    @Test
    void anHourWithTooFewValidMinutesIsReceivedAndNotValid() {
        both("NOT_VALID TOO_FEW_VALID_MINUTES by journal 1", hour().arrives(IN_TIME, TOO_FEW, "20"));
        both("NOT_VALID VALIDITY_UNKNOWN by journal 1", hour().arrives(IN_TIME, UNKNOWN, "20"));
    }

    @Test
    void anAcceptedStopIsNotDue() {
        both("NOT_DUE STOPPED by STOP-1", hour().holds(Kind.STOP, -600, 600));
        both("NOT_DUE STOPPED by form 7", hour().notDue(Due.Reason.STOPPED, "form 7"));
    }

    @Test
    void aStopThatEndsInTheHourTakesTheWholeHour() {
        both("NOT_DUE STOPPED by STOP-1", hour().holds(Kind.STOP, -600, 1).arrives(IN_TIME));
        both("VALID", hour().holds(Kind.STOP, -600, 0).arrives(IN_TIME));
    }

    @Test
    void aStopThatNobodyAcceptedCountsAgainstTheEnterprise() {
        both("MISSING", hour().holds(Kind.STOP_PENDING, -600, 600));
        CountFixture flagged = hour().holds(Kind.STOP_PENDING, -600, 600).flagged(IN_TIME, "F");
        both("NOT_VALID FLAGGED by journal 1", flagged);
        assertEquals(List.of("STOP_PENDING STOP_PENDING-1"), flagged.notes(Variant.FINAL));
    }

    @Test
    void dataUnderAnAcceptedStopAreNotCountedAndNoticed() {
        CountFixture running = hour().holds(Kind.STOP, -600, 600).arrives(IN_TIME);
        both("NOT_DUE STOPPED by STOP-1", running);
        assertEquals(List.of("DATA_UNDER_STOP STOP-1"), running.notes(Variant.REAL_TIME));
        assertEquals(
                List.of("DATA_UNDER_STOP form 7"),
                hour().notDue(Due.Reason.STOPPED, "form 7").arrives(IN_TIME).notes(Variant.FINAL));
        assertEquals(List.of(), hour().holds(Kind.STOP, -600, 600).notes(Variant.FINAL));
    }

    @Test
    void aCalibrationOfFifteenMinutesTakesNothing() {
        CountFixture calibrated = hour().holds(Kind.EQUIPMENT_MARK, 10, 25).arrives(IN_TIME);
        both("VALID", calibrated);
        assertEquals(List.of("MARK_TOO_SHORT EQUIPMENT_MARK-1"), calibrated.notes(Variant.REAL_TIME));
    }

    @Test
    void aMarkOfMoreThanFifteenMinutesMakesTheHourInvalid() {
        both(
                "NOT_VALID MARKED_INVALID by EQUIPMENT_MARK-1",
                hour().holds(Kind.EQUIPMENT_MARK, 10, 26).arrives(IN_TIME));
    }

    @Test
    void marksOfOneHourAreAddedAndOverlapsCountOnce() {
        both(
                "NOT_VALID MARKED_INVALID by EQUIPMENT_MARK-1 EQUIPMENT_MARK-2",
                hour().holds(Kind.EQUIPMENT_MARK, 0, 10)
                        .holds(Kind.EQUIPMENT_MARK, 40, 46)
                        .arrives(IN_TIME));
        both(
                "VALID",
                hour().holds(Kind.EQUIPMENT_MARK, 0, 15)
                        .holds(Kind.EQUIPMENT_MARK, 5, 15)
                        .arrives(IN_TIME));
    }

    @Test
    void aFaultIsReceivedAndNotValidOrMissing() {
        both("NOT_VALID FLAGGED by journal 1", hour().flagged(IN_TIME, "D"));
        both("MISSING", hour().holds(Kind.EQUIPMENT_MARK, 0, 60));
    }

    @Test
    void anHourOutOfControlIsNotValid() {
        both(
                "NOT_VALID OUT_OF_CONTROL by OUT_OF_CONTROL-1",
                hour().holds(Kind.OUT_OF_CONTROL, 59, 600).arrives(IN_TIME));
    }

    @Test
    void aBackFilledHourIsMissingInRealTimeAndCountsInTheEnd() {
        CountFixture backFilled = hour().arrives("2026-11-07T05:00:00.001");
        assertEquals("MISSING late", backFilled.realTime());
        assertEquals("VALID", backFilled.inTheEnd());
        assertEquals("VALID", hour().arrives("2026-11-07T05:00").realTime());
    }

    @Test
    void whatComesAfterTheFreezeIsMissingInTheEndToo() {
        assertEquals("VALID", hour().arrives("2026-12-11T00:00").inTheEnd());
        assertEquals("MISSING late", hour().arrives("2026-12-11T00:00:00.001").inTheEnd());
    }

    @Test
    void anExemptHourIsNotDue() {
        both("NOT_DUE EXEMPT by EXEMPTION-1", hour().holds(Kind.EXEMPTION, 0, 60));
        both(
                "NOT_DUE EXEMPT by EXEMPTION-1",
                hour().holds(Kind.EXEMPTION, 0, 60).flagged(IN_TIME, "D"));
        both("NOT_DUE EXEMPT by grant 3", hour().notDue(Due.Reason.EXEMPT, "grant 3"));
    }

    @Test
    void anExemptHourThatIsValidCounts() {
        CountFixture valid = hour().holds(Kind.EXEMPTION, 0, 60).arrives(IN_TIME);
        both("VALID", valid);
        assertEquals(List.of("NOT_NEEDED EXEMPTION-1"), valid.notes(Variant.FINAL));
        both("VALID", hour().notDue(Due.Reason.EXEMPT, "grant 3").arrives(IN_TIME));
    }

    @Test
    void theStandardCheckOfAWasteWaterInstrumentIsNotDue() {
        FactorHour cod = CountFixture.HOUR.of(new FactorCode("w01018"));
        both(
                "NOT_DUE STANDARD_CHECK by STANDARD_CHECK-1",
                hour(cod).holds(Kind.STANDARD_CHECK, 5, 50).flagged(IN_TIME, "C"));
        both("NOT_DUE STANDARD_CHECK by STANDARD_CHECK-1", hour(cod).holds(Kind.STANDARD_CHECK, 5, 50));
        both(
                "NOT_VALID FLAGGED by journal 1",
                hour().holds(Kind.STANDARD_CHECK, 5, 50).flagged(IN_TIME, "C"));
    }

    @Test
    void aWorkingConditionMarkLeavesTheHourValid() {
        CountFixture lit = hour().holds(Kind.WORKING_CONDITION_MARK, 0, 60).arrives(IN_TIME);
        both("VALID", lit);
        assertEquals(List.of("WORKING_CONDITION WORKING_CONDITION_MARK-1"), lit.notes(Variant.REAL_TIME));
    }

    @Test
    void anOutletThatIsNotConnectedYetIsNotDue() {
        both("NOT_DUE NOT_CONNECTED", hour().notDue(Due.Reason.NOT_CONNECTED, ""));
        both("NOT_DUE NOT_ASSESSED", hour().notDue(Due.Reason.NOT_ASSESSED, "").arrives(IN_TIME));
        both("NOT_DUE NOT_REGISTERED", hour().notDue(Due.Reason.NOT_REGISTERED, ""));
    }

    @Test
    void anHourThatWeCouldNotReceiveIsNotDueOnlyWhereItIsMissing() {
        CountFixture later = hour().holds(Kind.OWN_OUTAGE, 30, 90).arrives("2026-11-07T09:00");
        assertEquals("NOT_DUE OWN_OUTAGE by OWN_OUTAGE-1", later.realTime());
        assertEquals("VALID", later.inTheEnd());
        both(
                "NOT_VALID FLAGGED by journal 1",
                hour().holds(Kind.OWN_OUTAGE, 30, 90).flagged(IN_TIME, "D"));
    }

    @Test
    void anOutageOutsideOfTheTimeInWhichTheReportComesExcusesNothing() {
        both("MISSING", hour().holds(Kind.OWN_OUTAGE, 0, 60));
        both("MISSING", hour().holds(Kind.OWN_OUTAGE, 120, 300));
        both("NOT_DUE OWN_OUTAGE by OWN_OUTAGE-1", hour().holds(Kind.OWN_OUTAGE, 119, 300));
    }

    @Test
    void aFigureOutsideOfTheRangeIsNotValidAndTheEndsAreInside() {
        both(
                "NOT_VALID OUT_OF_RANGE by journal 1",
                hour().range("0", "200").arrives(IN_TIME, CountFixture.VALID, "200.01"));
        both(
                "NOT_VALID OUT_OF_RANGE by journal 1",
                hour().range("0", "200").arrives(IN_TIME, CountFixture.VALID, "-0.01"));
        both("VALID", hour().range("0", "200").arrives(IN_TIME, CountFixture.VALID, "200.00"));
        both("VALID", hour().range("0", "200").arrives(IN_TIME, CountFixture.VALID, "0"));
    }

    @Test
    void aReportWithoutAFigureIsNotValid() {
        both("NOT_VALID VALUE_MISSING by journal 1", hour().arrives(IN_TIME, CountFixture.VALID, ""));
    }

    @Test
    void theVersionThatWasThereAtTheCutOffCounts() {
        CountFixture revised = hour().flagged(IN_TIME, "D").arrives("2026-11-09T10:00");
        assertEquals("NOT_VALID FLAGGED by journal 1", revised.realTime());
        assertEquals("VALID", revised.inTheEnd());
        assertEquals(1, revised.answer(Variant.REAL_TIME).version());
        assertEquals(2, revised.answer(Variant.FINAL).version());
        assertEquals(0, hour().answer(Variant.FINAL).version());
    }

    @Test
    void aMarkCountsInRealTimeUntilTwelveOfTheNextDay() {
        CountFixture inTime = hour().arrives(IN_TIME).holds(Kind.EQUIPMENT_MARK, 0, 60, "2026-11-08T11:59:59.999", "");
        both("NOT_VALID MARKED_INVALID by EQUIPMENT_MARK-1", inTime);
        CountFixture late = hour().arrives(IN_TIME).holds(Kind.EQUIPMENT_MARK, 0, 60, "2026-11-08T12:00", "");
        assertEquals("VALID", late.realTime());
        assertEquals("NOT_VALID MARKED_INVALID by EQUIPMENT_MARK-1", late.inTheEnd());
    }

    @Test
    void aStopThatIsAcceptedLateCountsInTheEndOnly() {
        CountFixture late = hour().holds(Kind.STOP, -600, 600, "2026-12-10T23:59", "");
        assertEquals("MISSING", late.realTime());
        assertEquals("NOT_DUE STOPPED by STOP-1", late.inTheEnd());
        assertEquals(
                "MISSING",
                hour().holds(Kind.STOP, -600, 600, "2026-12-11T00:00:01", "").inTheEnd());
    }

    @Test
    void aFigureWorkedOutLaterForAnEarlierInstantKnowsWhatWasKnownThen() {
        HourQuestion question = hour().arrives("2026-11-07T04:50")
                .holds(Kind.EQUIPMENT_MARK, 0, 60, "2026-11-08T09:00", "")
                .question();
        assertEquals("MISSING late", as("2026-11-07T04:30", question));
        assertEquals("VALID", as("2026-11-08T08:59", question));
        assertEquals("NOT_VALID MARKED_INVALID by EQUIPMENT_MARK-1", as("2026-11-08T09:00", question));
    }

    private static String as(String knownAt, HourQuestion question) {
        Cutoff cutoff = Cutoff.of(Variant.REAL_TIME, question.hour(), CountFixture.at(knownAt), CountFixture.TERMS);
        return CountFixture.name(
                new StandingRule(CountFixture.TERMS).answer(question, cutoff).standing());
    }

    @Test
    void aMarkWithoutVoucherIsRevertedInTheEnd() {
        CountFixture reverted =
                hour().arrives(IN_TIME).holds(Kind.EQUIPMENT_MARK, 0, 60, "2026-11-07T08:00", "2026-12-10T20:00");
        assertEquals("NOT_VALID MARKED_INVALID by EQUIPMENT_MARK-1", reverted.realTime());
        assertEquals("VALID", reverted.inTheEnd());
    }

    @Test
    void theFlagIsAskedBeforeTheMarkAndTheMarkBeforeTheControl() {
        CountFixture all =
                hour().range("0", "10").holds(Kind.EQUIPMENT_MARK, 0, 60).holds(Kind.OUT_OF_CONTROL, 0, 60);
        both("NOT_VALID FLAGGED by journal 1", all.flagged(IN_TIME, "D"));
        CountFixture unflagged = hour().range("0", "10")
                .holds(Kind.EQUIPMENT_MARK, 0, 60)
                .holds(Kind.OUT_OF_CONTROL, 0, 60)
                .arrives(IN_TIME);
        both("NOT_VALID MARKED_INVALID by EQUIPMENT_MARK-1", unflagged);
        both(
                "NOT_VALID OUT_OF_CONTROL by OUT_OF_CONTROL-1",
                hour().range("0", "10").holds(Kind.OUT_OF_CONTROL, 0, 60).arrives(IN_TIME));
    }

    private static void both(String expected, CountFixture told) {
        assertEquals(expected, told.realTime(), "real time");
        assertEquals(expected, told.inTheEnd(), "in the end");
    }
}
