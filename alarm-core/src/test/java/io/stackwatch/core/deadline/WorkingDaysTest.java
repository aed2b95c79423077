package io.stackwatch.core.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.DataTable;
import io.stackwatch.core.registry.Verification;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The State Council's arrangement of holidays and make-up working days, by rows. */
final class WorkingDaysTest {

    private static final WorkingDays DAYS = WorkingDays.load();

    @Test
    void theSpringFestivalOf2026IsNineDaysBetweenTwoWorkedSaturdays() {
        assertEquals(CalendarDay.Kind.MAKE_UP_WORKDAY, kind("2026-02-14"));
        for (LocalDate day = LocalDate.parse("2026-02-15");
                day.isBefore(LocalDate.parse("2026-02-24"));
                day = day.plusDays(1)) {
            assertEquals(CalendarDay.Kind.HOLIDAY, DAYS.day(day).kind(), day.toString());
        }
        assertEquals(CalendarDay.Kind.WORKDAY, kind("2026-02-24"));
        assertEquals(CalendarDay.Kind.MAKE_UP_WORKDAY, kind("2026-02-28"));
        assertEquals(CalendarDay.Kind.WEEKEND, kind("2026-03-01"));
    }

    @Test
    void theKnownYearsHaveAsManyRestDaysAsTheirNoticesSay() {
        assertEquals(28, count(2025, CalendarDay.Kind.HOLIDAY), "1 + 8 + 3 + 5 + 3 + 8");
        assertEquals(5, count(2025, CalendarDay.Kind.MAKE_UP_WORKDAY));
        assertEquals(33, count(2026, CalendarDay.Kind.HOLIDAY), "3 + 9 + 3 + 5 + 3 + 3 + 7");
        assertEquals(6, count(2026, CalendarDay.Kind.MAKE_UP_WORKDAY));
    }

    @Test
    void aYearWithoutRowsIsAnErrorAndNotAYearWithoutHolidays() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> DAYS.working(LocalDate.parse("2028-05-01")));
        assertEquals(
                "the holidays of 2028 are not known, so 2028-05-01 cannot be counted: add the State Council's arrangement"
                        + " of that year to work-calendar.csv, which has [2025, 2026, 2027]",
                refused.getMessage());
    }

    @Test
    void aYearWhoseArrangementWasNotFoundSaysSo() {
        assertEquals(
                Map.of(
                        2025, Verification.VERIFIED,
                        2026, Verification.VERIFIED,
                        2027, Verification.UNVERIFIED),
                DAYS.years());
        assertEquals(
                Verification.UNVERIFIED, DAYS.day(LocalDate.parse("2027-03-03")).mark());
    }

    @Test
    void aRowThatSaysNothingNewOrContradictsAnotherIsRefusedByLine() {
        assertRefused(
                "2026-02-13,2026-02-13,WORKDAY,x,s,VERIFIED",
                "t.csv:2: column kind: 2026-02-13 is a FRIDAY, worked without any row");
        assertRefused(
                "2026-02-15,2026-02-16,HOLIDAY,x,s,VERIFIED\n2026-02-16,2026-02-16,HOLIDAY,y,s,VERIFIED",
                "t.csv:3: column first: two rows say what 2026-02-16 is");
        assertRefused(
                "2026-02-16,2026-02-15,HOLIDAY,x,s,VERIFIED", "t.csv:2: column last: 2026-02-15 is before 2026-02-16");
        assertRefused(
                "16.2.2026,2026-02-15,HOLIDAY,x,s,VERIFIED",
                "t.csv:2: column first: '16.2.2026' is not a date such as 2026-10-01");
    }

    @Test
    void makeUpDaysFallOnWeekendsAndHolidaysAreNotWorked() {
        for (CalendarDay day : DAYS.arranged()) {
            boolean weekend = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                    .contains(day.date().getDayOfWeek());
            if (day.kind() == CalendarDay.Kind.MAKE_UP_WORKDAY) {
                assertTrue(weekend && day.working(), day.toString());
            } else {
                assertFalse(day.working(), day.toString());
            }
        }
    }

    private static void assertRefused(String rows, String message) {
        DataTable table = DataTable.parse("t.csv", "first,last,kind,name,source,mark\n" + rows + "\n");
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> WorkingDays.of(table))
                        .getMessage());
    }

    private static CalendarDay.Kind kind(String date) {
        return DAYS.day(LocalDate.parse(date)).kind();
    }

    private static long count(int year, CalendarDay.Kind kind) {
        return DAYS.arranged().stream()
                .filter(day -> day.date().getYear() == year && day.kind() == kind)
                .count();
    }
}
