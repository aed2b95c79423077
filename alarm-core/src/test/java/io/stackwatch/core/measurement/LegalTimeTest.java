package io.stackwatch.core.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Legal hours and days of Asia/Shanghai at their edges (decision record 0006). */
final class LegalTimeTest {

    @Test
    void theDayGoesFromMidnightToMidnightOfShanghai() {
        Window day = day("2026-11-23");
        assertEquals(Instant.parse("2026-11-22T16:00:00Z"), day.start());
        assertEquals(Instant.parse("2026-11-23T16:00:00Z"), day.end());
        assertTrue(day.contains(day.start()));
        assertTrue(day.contains(day.end().minusNanos(1)));
        assertFalse(day.contains(day.end()));
        assertEquals(day("2026-11-24"), Window.dayContaining(day.end(), LegalTime.ZONE));
    }

    @Test
    void anInstantOfExactlyTheEdgeIsOfTheNextHour() {
        Instant edge = Instant.parse("2026-11-23T01:00:00Z");
        assertEquals(edge, hour(edge).start());
        assertEquals(edge, hour(edge.minusNanos(1)).end());
    }

    @Test
    void theDaysOfTheOldSummerTimeHaveTwentyThreeAndTwentyFiveHours() {
        assertEquals(Duration.ofHours(23), day("1986-05-04").length());
        assertEquals(Duration.ofHours(25), day("1986-09-14").length());
        assertEquals(Duration.ofHours(23), day("1991-04-14").length());
        assertEquals(Duration.ofHours(25), day("1991-09-15").length());
        assertEquals(Duration.ofHours(24), day("1992-04-12").length());
    }

    @Test
    void theHoursOfALongDayFillItWithoutHoleOrOverlap() {
        Window day = day("1991-09-15");
        int hours = 0;
        for (Instant at = day.start(); at.isBefore(day.end()); at = hour(at).end()) {
            assertEquals(at, hour(at).start());
            assertEquals(Duration.ofHours(1), hour(at).length());
            hours++;
        }
        assertEquals(25, hours);
    }

    private static Window day(String date) {
        return Window.day(LocalDate.parse(date), LegalTime.ZONE);
    }

    private static Window hour(Instant instant) {
        return Window.hourContaining(instant, LegalTime.ZONE);
    }
}
