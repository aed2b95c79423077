package io.stackwatch.core.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.LegalTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** Marks of a day until 12:00 of the next, cases from 13:00, in Asia/Shanghai. */
final class MarkingWindowTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final MarkingWindow WINDOW = MarkingWindow.of(DAY, LegalTime.ZONE, RuleParameters.load());

    @Test
    void theWindowIsOpenAMillisecondBeforeNoonOfTheNextDayAndClosedAtNoon() {
        assertTrue(WINDOW.open(next("11:59:59.999")));
        assertFalse(WINDOW.open(next("12:00:00")));
        assertEquals(Instant.parse("2026-11-24T04:00:00Z"), WINDOW.closesAt());
    }

    @Test
    void aCandidateCaseIsAllowedFromOneOClockOn() {
        assertFalse(WINDOW.candidateAllowed(next("12:00:00")));
        assertFalse(WINDOW.candidateAllowed(next("12:59:59.999")));
        assertTrue(WINDOW.candidateAllowed(next("13:00:00")));
    }

    @Test
    void theWindowOfTheLastDayOfAYearClosesInTheNextYear() {
        MarkingWindow last = MarkingWindow.of(LocalDate.of(2026, 12, 31), LegalTime.ZONE, RuleParameters.load());
        assertEquals(Instant.parse("2027-01-01T04:00:00Z"), last.closesAt());
    }

    @Test
    void aCandidateBeforeTheWindowClosesIsRefused() {
        Instant noon = next("12:00:00");
        assertThrows(IllegalArgumentException.class, () -> new MarkingWindow(DAY, noon, noon.minusMillis(1)));
    }

    private static Instant next(String time) {
        return OffsetDateTime.parse("2026-11-24T" + time + "+08:00").toInstant();
    }
}
