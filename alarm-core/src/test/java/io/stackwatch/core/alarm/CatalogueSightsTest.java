package io.stackwatch.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.integrity.Suspicion;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.limit.LimitScope;
import io.stackwatch.core.limit.LimitSource;
import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.StandardCategory;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alarms of the catalogue that rest on stored figures, each on its line of time. */
class CatalogueSightsTest {

    private static final OutletId OUTLET = new OutletId("DA001");
    private static final FactorCode SO2 = new FactorCode("a21026");
    private static final RuleParameters PARAMETERS = RuleParameters.load();

    /** Monday the 23rd of November 2026 in Shanghai. */
    private static final Instant MONDAY = Instant.parse("2026-11-22T16:00:00Z");

    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    @Test
    void aDayAboveItsLimitIsAnAlarmUntilALaterDayIsWithin() {
        DayExceedance rule = new DayExceedance(PARAMETERS);
        SightTimeline.asSaid(key(AlarmType.DAY_EXCEEDANCE))
                .see(hours(24), rule.see(day(24, "81", false, Set.of(), hours(24))), "NOTHING_NEW TOO_EARLY")
                .see(hours(25), rule.see(day(24, "81", false, Set.of(), hours(25))), "STARTED BLUE EXCEEDS")
                .see(hours(26), rule.see(day(24, "81", false, Set.of(), hours(26))), "NOTHING_NEW BLUE EXCEEDS")
                .see(hours(36), rule.see(day(23, "82", false, Set.of(), hours(36))), "REVISED BLUE EXCEEDS")
                .see(hours(49), rule.see(day(23, "82", true, Set.of(), hours(49))), "ENDED WITHIN");
    }

    @Test
    void aDayOfAnIncineratorIsRedAndOneAtItsLimitIsWithin() {
        DayExceedance rule = new DayExceedance(PARAMETERS);
        Set<StandardCategory> waste = Set.of(new StandardCategory("GB18485-2014.01"));
        SightTimeline.of(key(AlarmType.DAY_EXCEEDANCE))
                .see(hours(25), rule.see(day(20, "80", false, waste, hours(25))), "NOTHING_NEW WITHIN")
                .see(hours(26), rule.see(day(20, "80.001", false, waste, hours(26))), "STARTED RED EXCEEDS")
                .see(hours(27), rule.see(day(19, "90", false, waste, hours(27))), "NOTHING_NEW TOO_LITTLE_KNOWN")
                .see(hours(28), rule.see(day(20, "80", false, waste, hours(28))), "ENDED WITHIN");
    }

    @Test
    void aDayWithoutALimitSaysNothing() {
        DayCase without =
                new DayCase(MONDAY, TUESDAY, List.of(), Optional.empty(), Set.of(), false, TUESDAY.plusSeconds(7_200));
        SightTimeline.of(key(AlarmType.DAY_EXCEEDANCE))
                .see(TUESDAY, new DayExceedance(PARAMETERS).see(without), "NOTHING_NEW NO_LIMIT");
    }

    @Test
    void threeHoursOfAWeekAreForTheCircularUntilRevisedOrPublished() {
        WeekExceedances rule = new WeekExceedances(PARAMETERS);
        SightTimeline line = SightTimeline.asSaid(key(AlarmType.WEEK_EXCEEDANCES))
                .see(hours(20), rule.see(week(2, hours(20))), "NOTHING_NEW REVISED")
                .see(hours(21), rule.see(week(3, hours(21))), "STARTED ORANGE EXCEEDS")
                .see(hours(22), rule.see(week(4, hours(22))), "REVISED ORANGE EXCEEDS");
        assertTrue(line.alarm().words().startsWith("4 h of the week exceed"));
        line.see(hours(36), rule.see(week(2, hours(36))), "ENDED REVISED")
                .see(hours(40), rule.see(week(3, hours(40))), "REVISED ORANGE EXCEEDS")
                .see(hours(335), rule.see(week(3, hours(335))), "NOTHING_NEW ORANGE EXCEEDS")
                .see(hours(336), rule.see(week(3, hours(336))), "ENDED PERIOD_CLOSED");
    }

    @Test
    void anHourAboveATargetOfAPolicyIsForInformationAndNamesNoFine() {
        PolicyTargetHour rule = new PolicyTargetHour(PARAMETERS);
        SightTimeline line = SightTimeline.of(key(AlarmType.POLICY_TARGET))
                .see(hours(1), rule.see(target("35", "6")), "NOTHING_NEW WITHIN")
                .see(hours(2), rule.see(target("35.01", "6")), "STARTED BLUE EXCEEDS");
        assertTrue(line.alarm().words().endsWith("no fine follows from a target"));
        line.see(hours(3), rule.see(target("36", "9")), "NOTHING_NEW TOO_LITTLE_KNOWN")
                .see(hours(4), rule.see(target("34", "6")), "ENDED WITHIN");
        TargetCase none = new TargetCase(MONDAY, Fraction.of(BigDecimal.TEN), Optional.empty(), Optional.empty());
        SightTimeline.of(key(AlarmType.POLICY_TARGET)).see(hours(5), rule.see(none), "NOTHING_NEW NOTHING_KNOWN");
    }

    @Test
    void aClockIsOffFromMoreThanAMinuteOnAndRightWithinHalfOfIt() {
        ClockOff rule = new ClockOff(PARAMETERS);
        SightTimeline.of(key(AlarmType.CLOCK))
                .see(hours(1), rule.see(clock(60, hours(1))), "NOTHING_NEW IN_BETWEEN")
                .see(hours(2), rule.see(clock(-61, hours(2))), "STARTED ORANGE LOOKS_WRONG")
                .see(hours(3), rule.see(clock(31, hours(3))), "NOTHING_NEW IN_BETWEEN")
                .see(hours(49), rule.see(clock(0, hours(49))), "NOTHING_NEW TOO_LITTLE_KNOWN")
                .see(hours(4), rule.see(clock(-30, hours(4))), "ENDED LOOKS_RIGHT");
    }

    @Test
    void aChangeOfSettingsStandsForAWeek() {
        SettingsChanged rule = new SettingsChanged(PARAMETERS);
        SightTimeline line = SightTimeline.of(key(AlarmType.SETTINGS_CHANGED))
                .see(hours(0), rule.see(change(hours(0))), "STARTED ORANGE LOOKS_WRONG")
                .see(hours(167), rule.see(change(hours(167))), "NOTHING_NEW ORANGE LOOKS_WRONG");
        assertEquals(
                "MINUTE_INTERVAL was 1, is 10 since 2026-11-22T16:00:00Z",
                line.alarm().words());
        line.see(hours(168), rule.see(change(hours(168))), "ENDED PERIOD_CLOSED");
    }

    @Test
    void aRepairIsOverdueBehindFiveWorkingDaysAndDoneWhenDataAreNormal() {
        RepairOverdue rule = new RepairOverdue(PARAMETERS);
        SightTimeline.of(key(AlarmType.REPAIR_OVERDUE))
                .see(hours(1), rule.see(repair(OptionalInt.of(5))), "NOTHING_NEW NOT_LONG_ENOUGH")
                .see(hours(2), rule.see(repair(OptionalInt.empty())), "NOTHING_NEW TOO_LITTLE_KNOWN")
                .see(hours(3), rule.see(repair(OptionalInt.of(6))), "STARTED ORANGE LOOKS_WRONG")
                .see(
                        hours(4),
                        rule.see(new RepairCase(Optional.empty(), OptionalInt.empty(), hours(4))),
                        "ENDED LOOKS_RIGHT");
    }

    @Test
    void aSuspicionStandsForAWeekBehindTheLastFindingAndTakesTheGravestLevel() {
        LooksUnmeasured rule = new LooksUnmeasured(PARAMETERS);
        SightTimeline line = SightTimeline.asSaid(key(AlarmType.SUSPECT))
                .see(hours(37), rule.see(found(24, Optional.empty())), "NOTHING_NEW PERIOD_CLOSED")
                .see(hours(38), rule.see(found(24, Optional.empty(), "hugging")), "STARTED YELLOW LOOKS_WRONG")
                .see(hours(39), rule.see(found(24, Optional.of(MONDAY), "hugging")), "NOTHING_NEW YELLOW LOOKS_WRONG")
                .see(
                        hours(61),
                        rule.see(found(48, Optional.of(MONDAY), "load", "copied")),
                        "REVISED ORANGE LOOKS_WRONG");
        assertEquals("load: looks odd; copied: looks odd", line.alarm().words());
        line.see(hours(160), rule.see(found(167, Optional.of(MONDAY))), "NOTHING_NEW NOT_LONG_ENOUGH")
                .see(hours(200), rule.see(found(168, Optional.of(MONDAY))), "ENDED PERIOD_CLOSED");
    }

    private static SuspicionCase found(int dayEnd, Optional<Instant> last, String... detectors) {
        return new SuspicionCase(
                Stream.of(detectors)
                        .map(name -> new SuspicionCase.Found(
                                new Suspicion(
                                        name,
                                        OUTLET,
                                        SO2,
                                        new Window(MONDAY, TUESDAY),
                                        List.of(),
                                        "looks odd",
                                        List.of()),
                                name.equals("copied") ? AlarmLevel.ORANGE : AlarmLevel.YELLOW))
                        .toList(),
                hours(dayEnd),
                last);
    }

    private static AlarmKey key(AlarmType type) {
        return new AlarmKey(OUTLET, SO2, type, MONDAY);
    }

    private static Instant hours(int hours) {
        return MONDAY.plus(Duration.ofHours(hours));
    }

    private static DayCase day(int hours, String value, boolean later, Set<StandardCategory> categories, Instant now) {
        return new DayCase(
                MONDAY,
                TUESDAY,
                Collections.nCopies(hours, Fraction.of(new BigDecimal(value))),
                Optional.of(limit("80", "11", Averaging.DAY, LimitSource.NATIONAL)),
                categories,
                later,
                now);
    }

    private static WeekCase week(int exceeding, Instant now) {
        Set<Instant> starts = IntStream.range(0, exceeding)
                .mapToObj(CatalogueSightsTest::hours)
                .collect(Collectors.toSet());
        return new WeekCase(MONDAY, MONDAY.plus(Duration.ofDays(7)), starts, now);
    }

    private static TargetCase target(String value, String oxygen) {
        return new TargetCase(
                MONDAY,
                Fraction.of(new BigDecimal(value)),
                Optional.of(OxygenContent.of(oxygen)),
                Optional.of(limit("35", "6", Averaging.HOUR, LimitSource.POLICY_TARGET)));
    }

    private static ClockCase clock(int seconds, Instant now) {
        return new ClockCase(MONDAY, Duration.ofSeconds(seconds), now);
    }

    private static ChangeCase change(Instant now) {
        return new ChangeCase(MONDAY, "MINUTE_INTERVAL", "1", "10", now);
    }

    private static RepairCase repair(OptionalInt days) {
        return new RepairCase(Optional.of(MONDAY), days, hours(1));
    }

    private static Limit limit(String allowed, String oxygen, Averaging averaging, LimitSource source) {
        return new Limit(
                new LimitId("L1"),
                new LimitScope.OfOutlet(OUTLET),
                SO2,
                Concentration.of(allowed),
                Optional.of(OxygenContent.of(oxygen)),
                averaging,
                source,
                "示例标准",
                "",
                Effective.ALWAYS,
                Verification.DESIGN);
    }
}
