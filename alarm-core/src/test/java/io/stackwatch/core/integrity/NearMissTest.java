package io.stackwatch.core.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Beside each day that must be found: the same day with one thing less, and honest days that look alike. */
final class NearMissTest {

    private static final String DAY = "2026-11-21";
    private static final String NOTHING = "found nothing";

    @Test
    void threeEqualHoursAreNotConstantAndFourAre() {
        assertEquals(NOTHING, Asked.says("constant", base().hours(WindowFixture.SO2, 5, 8, i -> 21.4)));
        assertEquals(
                "4 consecutive hours of 21.4 mg/m3",
                Asked.says("constant", base().hours(WindowFixture.SO2, 5, 9, i -> 21.4)));
    }

    @Test
    void aGapOrAMarkedHourInterruptsWhatIsConstant() {
        WindowFixture day = base().hours(WindowFixture.SO2, 5, 11, i -> 21.4);
        assertEquals(NOTHING, Asked.says("constant", day.change(WindowFixture.SO2, 8, 9, hour -> hour.flag = "C")));
    }

    @Test
    void equalMeansWithOtherExtremesAreNotConstant() {
        int[] count = {0};
        WindowFixture day = base().hours(WindowFixture.SO2, 5, 11, i -> 21.4)
                .change(WindowFixture.SO2, 5, 11, hour -> hour.max += count[0]++);
        assertEquals(NOTHING, Asked.says("constant", day));
    }

    @Test
    void figuresOfNothingMayRepeat() {
        assertEquals(NOTHING, Asked.says("constant", base().hours(WindowFixture.SO2, 0, 24, i -> 2.9)));
    }

    @Test
    void aLoggerThatReportsWholeNumbersRepeatsItself() {
        WindowFixture day = WindowFixture.on(DAY)
                .hours(WindowFixture.PM, -48, 24, i -> 4 + Math.floorMod(i, 3))
                .hours(WindowFixture.PM, 5, 9, i -> 5);
        assertEquals("TOO_COARSE", Asked.says("constant", day));
    }

    @Test
    void constantOxygenIsFoundAsWell() {
        assertEquals(
                "24 consecutive hours of 8 %", Asked.says("constant", honest().hours(WindowFixture.O2, 0, 24, i -> 8)));
    }

    @Test
    void aSteadyBurnerMovesWithinItsHours() {
        WindowFixture day = WindowFixture.on(DAY).hours(WindowFixture.NOX, -12, 24, i -> 40 + 0.01 * (i % 5));
        assertEquals(NOTHING, Asked.says("flat", day));
        assertEquals(
                "TOO_FEW_VALUES",
                Asked.says("flat", day.change(WindowFixture.NOX, -12, 24, hour -> hour.max = Double.NaN)));
    }

    @Test
    void oxygenOfAirDoesNotMoveWhileAPlantStands() {
        assertEquals(NOTHING, Asked.says("constant", honest().hours(WindowFixture.O2, 0, 24, i -> 20.9)));
    }

    @Test
    void stepsWiderThanTheBandSayNothingOfFlatness() {
        OutletWindow whole =
                WindowFixture.on(DAY).hours(WindowFixture.PM, -12, 24, i -> 5).window();
        List<WatchedHour> written =
                whole.hours().stream().map(NearMissTest::inWholeNumbers).toList();
        OutletWindow coarse = new OutletWindow(
                whole.outlet(), whole.examined(), written, whole.elsewhere(), whole.acts(), whole.clock());
        assertEquals("TOO_COARSE", Asked.says(Asked.detectors(), "flat", coarse));
    }

    @Test
    void aStopOrAValueAboveTheRangeIsNoMaintenance() {
        WindowFixture day = Cheats.FLAG_SHARE.on(DAY).change(WindowFixture.SO2, -20, 20, hour -> hour.flag = "F");
        assertEquals(NOTHING, Asked.says("flag-share", day));
        WindowFixture peaks = Cheats.FLAGS_AT_PEAKS.on(DAY);
        for (int hour = -50; hour < 24; hour += 20) {
            peaks.change(WindowFixture.SO2, hour, hour + 2, marked -> marked.flag = "T");
        }
        assertEquals("TOO_FEW_VALUES", Asked.says("flags-at-peaks", peaks));
    }

    @Test
    void fiveFlatHoursAreTooFew() {
        WindowFixture day = honest().change(WindowFixture.NOX, 3, 8, hour -> {
            hour.min = 40;
            hour.avg = 40;
            hour.max = 40;
        });
        assertEquals(NOTHING, Asked.says("flat", day));
    }

    @Test
    void whoIsNearToTheLimitByNatureIsAboveItNowAndThen() {
        WindowFixture day = Cheats.HUGGING.on(DAY);
        assertEquals(NOTHING, Asked.says("hugging", day.change(WindowFixture.SO2, -20, -14, hour -> hour.avg = 36)));
    }

    @Test
    void withoutALimitNothingHugsIt() {
        assertEquals(
                "NO_LIMIT",
                Asked.says(
                        "hugging",
                        Cheats.HUGGING.on(DAY).change(WindowFixture.SO2, -144, 24, hour -> hour.limit = Double.NaN)));
        assertEquals(
                "TOO_FEW_VALUES", Asked.says("hugging", Cheats.HUGGING.on(DAY).without(WindowFixture.SO2, -144, -50)));
    }

    @Test
    void aValueAboveTheRangeThatIsMarkedSoIsHonest() {
        WindowFixture day = Cheats.AT_RANGE.on(DAY).change(WindowFixture.NOX, 8, 12, hour -> hour.flag = "T");
        assertEquals(NOTHING, Asked.says("at-range", day));
        assertEquals("NO_RANGE", Asked.says("at-range", honest()));
    }

    @Test
    void fiveEqualPeaksAreNotCutOffYet() {
        WindowFixture day = honest().change(WindowFixture.SO2, 6, 11, hour -> hour.max = 37);
        assertEquals(NOTHING, Asked.says("flat-top", day));
    }

    @Test
    void aSequenceThatDiffersInOneHourIsNoCopy() {
        WindowFixture day = Cheats.COPIED.on(DAY).change(WindowFixture.PM, 12, 13, hour -> hour.avg += 0.01);
        assertEquals(NOTHING, Asked.says("copied", day));
    }

    @Test
    void aDayOfAnotherOutletIsFoundAndNamed() {
        WindowFixture day =
                honest().at(new OutletId("O-2"), WindowFixture.PM, -72, 24, i -> WindowFixture.moving(5, 0.2, i + 500));
        assertEquals(NOTHING, Asked.says("copied", day));
        day.hours(WindowFixture.PM, 0, 24, i -> WindowFixture.moving(5, 0.2, i - 48 + 500));
        assertEquals("24 hours equal to those of O-2 from 2026-11-18T16:00:00Z", Asked.says("copied", day));
    }

    @Test
    void aDayOfFewDifferentFiguresIsNoFingerprint() {
        WindowFixture day = WindowFixture.on(DAY).hours(WindowFixture.PM, -96, 24, i -> 4 + Math.floorMod(i, 3));
        assertEquals("TOO_FEW_VALUES", Asked.says("copied", day));
    }

    @Test
    void oxygenOfAirIsThatOfAPlantThatStands() {
        WindowFixture day = Cheats.OXYGEN
                .on(DAY)
                .change(WindowFixture.HEAT, 9, 14, hour -> hour.avg = 25)
                .change(WindowFixture.MOISTURE, 9, 14, hour -> hour.avg = 2)
                .change(WindowFixture.FLOW, 9, 14, hour -> hour.avg = 1);
        assertEquals(NOTHING, Asked.says("oxygen", day));
    }

    @Test
    void oneHourOfOxygenOfAirIsTooShort() {
        assertEquals(NOTHING, Asked.says("oxygen", honest().hours(WindowFixture.O2, 9, 10, i -> 19.6)));
    }

    @Test
    void lessExcessAirRaisesWhatIsMeasured() {
        WindowFixture day = Cheats.OXYGEN_DROP.on(DAY);
        for (String factor : List.of(WindowFixture.PM, WindowFixture.SO2, WindowFixture.NOX)) {
            day.change(factor, 0, 24, hour -> hour.avg *= 14.0 / 12);
        }
        assertEquals(NOTHING, Asked.says("oxygen-drop", day));
    }

    @Test
    void aConversionWithinTheToleranceAgrees() {
        WindowFixture day = WindowFixture.on(DAY)
                .hours(WindowFixture.SO2, 0, 24, i -> WindowFixture.moving(60, 0.2, i))
                .hours(WindowFixture.O2, 0, 24, i -> 11)
                .change(WindowFixture.SO2, 0, 24, hour -> {
                    hour.reference = 9;
                    hour.zs = hour.avg * 1.2 * 1.019;
                });
        assertEquals(NOTHING, Asked.says("conversion", day));
        day.change(WindowFixture.SO2, 0, 24, hour -> hour.zs = hour.avg * 1.2 * 1.03);
        assertTrue(Asked.says("conversion", day).startsWith("24 of 24 hours"));
    }

    @Test
    void aZeroPointMayDrift() {
        assertEquals(NOTHING, Asked.says("negative", honest().change(WindowFixture.SO2, 4, 8, hour -> hour.avg = -3)));
        WindowFixture ranged = Cheats.NEGATIVE.on(DAY).change(WindowFixture.SO2, 4, 8, hour -> hour.range = 300);
        assertEquals(NOTHING, Asked.says("negative", ranged));
    }

    @Test
    void aPlantThatStandsHasNoFlow() {
        WindowFixture day = Cheats.ZERO_FLOW
                .on(DAY)
                .change(WindowFixture.HEAT, 10, 15, hour -> hour.avg = 40)
                .change(WindowFixture.MOISTURE, 10, 15, hour -> hour.avg = 3);
        assertEquals(NOTHING, Asked.says("zero-flow", day));
    }

    @Test
    void whereNoSignOfRunningIsReportedNothingIsSaidOfFlow() {
        WindowFixture day = WindowFixture.on(DAY).hours(WindowFixture.FLOW, -72, 24, i -> i < 0 ? 20 : 0);
        assertEquals("NOT_MEASURED", Asked.says("zero-flow", day));
    }

    @Test
    void aStartMovesTheFlowAsWell() {
        WindowFixture day = Cheats.JUMPS.on(DAY).change(WindowFixture.FLOW, 10, 14, hour -> hour.avg = 4);
        assertEquals(NOTHING, Asked.says("jumps", day));
    }

    @Test
    void twoPollutantsMayJumpTogether() {
        assertEquals(
                NOTHING,
                Asked.says("jumps", Cheats.JUMPS.on(DAY).change(WindowFixture.PM, 10, 14, hour -> hour.avg = 5)));
    }

    @Test
    void aFrameThatWasHeldUpIsNoStepOfTheClock() {
        WindowFixture day = WindowFixture.on(DAY);
        for (int minute = 0; minute < 600; minute += 10) {
            day.clock(minute, minute == 300 ? -600 : -2);
        }
        assertEquals(NOTHING, Asked.says("clock", day));
    }

    @Test
    void aClockThatIsWrongAllDayIsFoundWithoutAStep() {
        WindowFixture day = WindowFixture.on(DAY);
        for (int minute = 0; minute < 600; minute += 10) {
            day.clock(minute, 61);
        }
        assertTrue(Asked.says("clock", day).startsWith("the clock is PT1M1S ahead most of the time"));
    }

    @Test
    void aChangeAfterWhichNothingIsBetterIsNoSuspicion() {
        assertEquals(
                NOTHING,
                Asked.says("parameter-change", honest().act(StationAct.Kind.PARAMETER_CHANGED, WindowFixture.NOX, 2)));
        assertEquals("NO_ACTS", Asked.says("parameter-change", honest()));
        assertEquals(
                "TOO_FEW_VALUES",
                Asked.says("parameter-change", honest().act(StationAct.Kind.PARAMETER_CHANGED, WindowFixture.NOX, 20)));
    }

    @Test
    void aCalibrationOfAnotherFactorExplainsNothing() {
        WindowFixture day = honest().change(WindowFixture.NOX, 2, 24, hour -> hour.avg *= 0.6)
                .act(StationAct.Kind.CALIBRATED, WindowFixture.SO2, 2);
        assertEquals(NOTHING, Asked.says("calibration", day));
    }

    @Test
    void calibrationsAtAllTimesOfTheDayAreHonest() {
        WindowFixture day = Cheats.CALIBRATION_AT_PEAKS.on(DAY);
        for (int hour = -65; hour < 0; hour += 10) {
            day.act(StationAct.Kind.CALIBRATED, WindowFixture.SO2, hour);
        }
        assertEquals(NOTHING, Asked.says("calibration-at-peaks", day));
    }

    @Test
    void asMuchMaintenanceAsOthersHaveIsUsual() {
        WindowFixture day = Cheats.FLAG_SHARE.on(DAY);
        for (int other = 2; other < 6; other++) {
            day.changeAt(new OutletId("O-" + other), WindowFixture.SO2, -40, -20, hour -> hour.flag = "M");
        }
        assertEquals(NOTHING, Asked.says("flag-share", day));
        assertEquals("TOO_FEW_OTHERS", Asked.says("flag-share", honest()));
    }

    @Test
    void marksBehindQuietHoursAreHonest() {
        WindowFixture day = Cheats.FLAGS_AT_PEAKS
                .on(DAY)
                .change(WindowFixture.SO2, -51, -50, hour -> hour.avg = 20)
                .change(WindowFixture.SO2, -31, -30, hour -> hour.avg = 20);
        assertEquals(NOTHING, Asked.says("flags-at-peaks", day));
    }

    @Test
    void aLoadThatHardlyMovesSaysNothing() {
        WindowFixture day =
                Cheats.LOAD.on(DAY).hours(WindowFixture.LOAD, -72, 24, i -> WindowFixture.moving(20, 0.05, i));
        assertEquals("TOO_STEADY", Asked.says("load", day));
        assertEquals("NOT_MEASURED", Asked.says("load", honest()));
    }

    @Test
    void anEmissionThatFollowsTheLoadIsHonest() {
        WindowFixture day = honest().hours(WindowFixture.LOAD, -72, 24, i -> 20 + 8 * Math.sin(i / 4.0));
        for (String factor : List.of(WindowFixture.PM, WindowFixture.SO2, WindowFixture.NOX)) {
            day.hours(factor, -72, 24, i -> 40 + 8 * Math.sin(i / 4.0));
        }
        assertEquals(NOTHING, Asked.says("load", day));
    }

    private static WatchedHour inWholeNumbers(WatchedHour hour) {
        HourReport report = hour.report();
        return new WatchedHour(
                new HourReport(
                        report.hour(),
                        Optional.of(ReportedNumber.of("5")),
                        report.zsAvg(),
                        report.unit(),
                        report.flag(),
                        report.delivery(),
                        report.arrivedAt(),
                        report.evidence()),
                Optional.of(BigDecimal.valueOf(5)),
                Optional.of(BigDecimal.valueOf(5)),
                hour.heldAgainst());
    }

    private static WindowFixture base() {
        return WindowFixture.on(DAY).hours(WindowFixture.SO2, -48, 24, i -> WindowFixture.moving(20, 0.3, i));
    }

    private static WindowFixture honest() {
        return Cheats.running(DAY);
    }
}
