package io.stackwatch.core.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Periods of the law, counted day by day; each expected date was counted on a calendar by hand. */
final class PeriodCountTest {

    private static final Periods PERIODS = Periods.load();
    private static final PeriodCount COUNT = PeriodCount.load();

    @Test
    void workingDaysPassOverTheSpringFestivalAndCountTheWorkedSaturday() {
        assertEquals(
                List.of(
                        "陈述申辩期限: 5 working days after 2026-02-13 (生态环境行政处罚办法 第四十四条)",
                        "day 1 is 2026-02-14",
                        "not counted: 2026-02-15 to 2026-02-23 HOLIDAY 春节",
                        "counted although a weekend: 2026-02-14 春节调休",
                        "last day 2026-02-27",
                        "UNVERIFIED: first day: 民事诉讼法: the day of the event is not counted"),
                ends("statement", "2026-02-13").lines());
    }

    /** The State Council had not announced the working days of 2027. */
    @Test
    void aLastDayInAYearWhoseCalendarIsNotVerifiedSaysSoAndItsLinesSayTheSame() {
        PeriodCalculation litigation = ends("litigation", "2026-08-31");
        assertEquals(
                List.of("calendar 2027 UNVERIFIED"),
                litigation.doubts().stream()
                        .filter(PeriodCalculation.Basis::isCalendar)
                        .map(basis -> basis.what() + " " + basis.mark())
                        .toList());
        assertEquals(litigation.doubts(), PeriodCalculation.doubts(litigation.lines()));
        assertTrue(
                ends("payment", "2026-09-21").doubts().stream().noneMatch(PeriodCalculation.Basis::isCalendar),
                "the calendar of 2026 was read");
    }

    @Test
    void calendarDaysCountEveryDayAndALastDayInTheNationalHolidayMovesBehindIt() {
        PeriodCalculation payment = ends("payment", "2026-09-21");
        assertEquals(LocalDate.parse("2026-10-08"), payment.last());
        assertEquals(Optional.of(LocalDate.parse("2026-10-06")), payment.movedFrom());
        assertEquals(
                List.of("2026-10-06 HOLIDAY 国庆节", "2026-10-07 HOLIDAY 国庆节"),
                payment.passedOver().stream()
                        .map(day -> day.day() + " " + day.why() + " " + day.name())
                        .toList());
        assertEquals(LocalDate.parse("2026-10-05"), payment.warnOn());
    }

    @Test
    void monthsEndOnTheDayOfTheSameNumberOrTheLastOfTheMonth() {
        assertEquals(
                LocalDate.parse("2027-03-01"), ends("litigation", "2026-08-31").last());
        assertEquals(
                Optional.of(LocalDate.parse("2027-02-28")),
                ends("litigation", "2026-08-31").movedFrom());
        assertEquals(
                LocalDate.parse("2027-01-12"), ends("restriction", "2026-10-12").last());
    }

    @Test
    void aMeasureEndsOnItsDayAlsoIfThatIsARestDay() {
        assertEquals(
                LocalDate.parse("2027-01-10"), ends("restriction", "2026-10-10").last());
        assertEquals(Optional.empty(), ends("restriction", "2026-10-10").movedFrom());
    }

    @Test
    void aHearingStopsTheNinetyDaysAndNotThePayment() {
        List<Tolling> hearing = List.of(tolling(Tolling.Cause.HEARING, "2026-11-01", "2026-11-10"));
        PeriodCalculation decision = ends("decision", "2026-10-09", hearing);
        assertEquals(Optional.of(LocalDate.parse("2027-01-17")), decision.movedFrom());
        assertEquals(LocalDate.parse("2027-01-18"), decision.last());
        assertTrue(decision.lines().contains("not counted: 2026-11-01 to 2026-11-10 HEARING"));
        assertEquals(
                LocalDate.parse("2027-01-07"), ends("decision", "2026-10-09").last());
        assertEquals(
                ends("payment", "2026-10-28").last(),
                ends("payment", "2026-10-28", hearing).last());
    }

    @Test
    void whileAHearingGoesOnThePeriodHasNoEndAndHasNotPassed() {
        Tolling open = new Tolling(Tolling.Cause.HEARING, LocalDate.parse("2026-11-01"), Optional.empty());
        PeriodEnd end = COUNT.end(period("decision", "2026-10-09"), LocalDate.parse("2026-10-09"), List.of(open));
        assertEquals(new PeriodEnd.Halted(period("decision", "2026-10-09"), LocalDate.parse("2026-10-09"), open), end);
        assertFalse(end.passedBefore(LocalDate.parse("2030-01-01")));
    }

    @Test
    void aPeriodThatEndsBeforeTheHearingBeginsIsNotStoppedByIt() {
        Tolling open = new Tolling(Tolling.Cause.HEARING, LocalDate.parse("2027-01-08"), Optional.empty());
        PeriodEnd end = COUNT.end(period("decision", "2026-10-09"), LocalDate.parse("2026-10-09"), List.of(open));
        assertEquals("2027-01-07", text(end));
        assertTrue(end.passedBefore(LocalDate.parse("2027-01-08")));
        assertFalse(end.passedBefore(LocalDate.parse("2027-01-07")), "the last day is in time");
    }

    @Test
    void aPeriodThatNeedsAnUnknownYearIsNotCounted() {
        assertEquals(
                "the holidays of 2028 are not known, so 2028-01-01 cannot be counted: add the State Council's arrangement"
                        + " of that year to work-calendar.csv, which has [2025, 2026, 2027]",
                text(COUNT.end(period("service", "2027-12-29"), LocalDate.parse("2027-12-29"), List.of())));
        assertEquals("2028-10-09", ends("limitation", "2026-10-09").last().toString(), "which needs no calendar");
    }

    @Test
    void aCalculationIsCheckedAsFarAsTheWeakestThingItRestsOn() {
        PeriodCalculation inKnownYear = ends("recheck", "2026-10-09");
        assertEquals(
                Set.of(
                        "first day: 民事诉讼法: the day of the event is not counted",
                        "rest day: "
                                + "民事诉讼法: a last day that is a holiday moves to the first day after it; applied to weekends too"),
                unverified(inKnownYear));
        assertEquals(Verification.UNVERIFIED, inKnownYear.mark());
        assertTrue(unverified(ends("recheck", "2026-12-20")).contains("calendar 2027"));
    }

    @Test
    void everyPeriodHasOneRowAtATimeAndATollingMarkWhereItIsTolled() {
        Set<String> ids = new HashSet<>();
        for (Period period : PERIODS.rows()) {
            assertTrue(ids.add(period.id().value()), period.toString());
            assertFalse(period.source().isBlank());
        }
        String header =
                "id,chinese,length,unit,last_day,owner,warn,passed,tolled_by,tolling_mark,source,from,until,note,mark\n";
        String row = "p,期限,5,WORKING_DAYS,MOVES_ON,OFFICER,1,LATE,,,law,%s,%s,,VERIFIED\n";
        DataTable twice = DataTable.parse(
                "p.csv", header + String.format(row, "2026-01-01", "") + String.format(row, "", "2026-01-02"));
        assertEquals(
                "p.csv:3: column from: two rows of p hold at the same time",
                assertThrows(IllegalArgumentException.class, () -> Periods.of(twice))
                        .getMessage());
        Periods changed = Periods.of(DataTable.parse(
                "p.csv", header + String.format(row, "2026-01-01", "") + String.format(row, "", "2026-01-01")));
        assertEquals(2, changed.rows().size());
        assertThrows(
                IllegalArgumentException.class, () -> PERIODS.at(new PeriodId("none"), LocalDate.parse("2026-01-01")));
    }

    private static Set<String> unverified(PeriodCalculation calculation) {
        Set<String> found = new HashSet<>();
        calculation.bases().stream()
                .filter(basis -> basis.mark() == Verification.UNVERIFIED)
                .forEach(basis -> found.add(basis.what()));
        return found;
    }

    private static Period period(String id, String event) {
        return PERIODS.at(new PeriodId(id), LocalDate.parse(event));
    }

    private static PeriodCalculation ends(String id, String event) {
        return ends(id, event, List.of());
    }

    private static PeriodCalculation ends(String id, String event, List<Tolling> tollings) {
        PeriodEnd end = COUNT.end(period(id, event), LocalDate.parse(event), tollings);
        return end.match(
                ends -> ends.calculation(),
                halted -> {
                    throw new AssertionError("halted: " + halted);
                },
                notCounted -> {
                    throw new AssertionError(notCounted.why());
                });
    }

    private static String text(PeriodEnd end) {
        return end.match(
                ends -> ends.calculation().last().toString(),
                halted -> "halted by " + halted.since().cause(),
                notCounted -> notCounted.why());
    }

    private static Tolling tolling(Tolling.Cause cause, String first, String last) {
        return new Tolling(cause, LocalDate.parse(first), Optional.of(LocalDate.parse(last)));
    }
}
