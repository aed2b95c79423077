package io.stackwatch.core.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.registry.DataTable;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** The moments of a month are dated rows, and every bad row is named. */
class MonthCalendarTest {

    private static final String HEAD = "moment,months_later,day,time,from,until,source,mark\n";

    @Test
    void decemberIsFrozenInTheNextYearAndFebruaryInMarch() {
        MonthCalendar calendar = MonthCalendar.load();
        assertEquals(Instant.parse("2027-01-10T16:00:00Z"), calendar.due(MonthMoment.FREEZE, YearMonth.of(2026, 12)));
        assertEquals(Instant.parse("2027-03-10T16:00:00Z"), calendar.due(MonthMoment.FREEZE, YearMonth.of(2027, 2)));
        assertEquals(Instant.parse("2027-01-31T16:00:00Z"), calendar.due(MonthMoment.BEGINS, YearMonth.of(2027, 2)));
        assertEquals(Instant.parse("2027-02-28T16:00:00Z"), MonthCalendar.end(YearMonth.of(2027, 2)));
    }

    @Test
    void everyMomentHasARowToday() {
        for (MonthMoment moment : MonthMoment.values()) {
            assertEquals(
                    moment,
                    MonthCalendar.load().row(moment, YearMonth.of(2026, 11)).moment());
        }
    }

    /** The budget of a rate says until when vouchers count, by the parameter; both must speak of the same day. */
    @Test
    void theFreezeIsOnTheDayOfTheParameter() {
        YearMonth month = YearMonth.of(2026, 11);
        assertEquals(
                RuleParameters.load().count("month.freeze-day", MonthCalendar.start(month)),
                MonthCalendar.load().row(MonthMoment.FREEZE, month).day());
    }

    @Test
    void aMonthFollowsTheRowThatHoldsAtItsEnd() {
        MonthCalendar calendar = calendar(
                """
                FREEZE,1,11,00:00,,2026-12-01,old practice,DESIGN
                FREEZE,1,8,12:00,2026-12-01,,new practice,DESIGN
                """);
        assertEquals(Instant.parse("2026-11-10T16:00:00Z"), calendar.due(MonthMoment.FREEZE, YearMonth.of(2026, 10)));
        assertEquals(Instant.parse("2026-12-08T04:00:00Z"), calendar.due(MonthMoment.FREEZE, YearMonth.of(2026, 11)));
    }

    @Test
    void anInstantBelongsToTheMonthOfLegalTime() {
        assertEquals(YearMonth.of(2026, 11), MonthCalendar.monthOf(Instant.parse("2026-11-30T15:59:59.999Z")));
        assertEquals(YearMonth.of(2026, 12), MonthCalendar.monthOf(Instant.parse("2026-11-30T16:00:00Z")));
    }

    @Test
    void aMomentWithoutARowIsNamed() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> calendar("FREEZE,1,11,00:00,,,x,DESIGN\n")
                        .due(MonthMoment.BEGINS, YearMonth.of(2026, 11)));
        assertEquals("no row BEGINS for 2026-11", refused.getMessage());
    }

    @Test
    void badRowsAreNamedWithLineAndColumn() {
        assertEquals(
                "calendar:2: column day: '29' is not a number from 1 to 28", refusal("FREEZE,1,29,00:00,,,x,DESIGN\n"));
        assertEquals(
                "calendar:2: column months_later: '2' is not a number from 0 to 1",
                refusal("FREEZE,2,11,00:00,,,x,DESIGN\n"));
        assertEquals(
                "calendar:2: column time: '24:00' is not a time of day such as 13:00",
                refusal("FREEZE,1,11,24:00,,,x,DESIGN\n"));
        assertEquals(
                "calendar:3: column from: two rows of FREEZE hold at the same time",
                refusal("FREEZE,1,11,00:00,,,x,DESIGN\nFREEZE,1,8,00:00,2026-12-01,,y,DESIGN\n"));
    }

    private static String refusal(String rows) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> calendar(rows))
                .getMessage());
    }

    private static MonthCalendar calendar(String rows) {
        return MonthCalendar.of(DataTable.parse("calendar", HEAD + rows));
    }
}
