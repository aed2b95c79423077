package io.stackwatch.core.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a deadline is about is stored as text and read again. */
final class DeadlineSubjectTest {

    private static final Instant EIGHT = Instant.parse("2026-11-24T00:00:00Z");
    private static final OutletId ODD = new OutletId("DA|001");
    private static final Window SPAN = new Window(EIGHT, EIGHT.plusSeconds(3600));

    @Test
    void everySubjectIsReadAsItWasWritten() {
        for (Deadline deadline : List.of(
                new Deadline(DeadlineKind.HOUR_RECEIPT, new DeadlineSubject.Hour(EIGHT), EIGHT),
                new Deadline(
                        DeadlineKind.MARKING_WINDOW,
                        new DeadlineSubject.OutletDay(ODD, new FactorCode("a21026"), LocalDate.of(2026, 11, 24)),
                        EIGHT),
                Deadline.marksChanged(ODD, SPAN, "act 7", EIGHT),
                Deadline.stopCheck(ODD, SPAN, "M-1/2", EIGHT))) {
            assertEquals(
                    deadline.subject(),
                    DeadlineSubject.parse(deadline.kind(), deadline.subject().text()));
        }
    }

    @Test
    void theSameHoursForAnotherCauseAreAnotherDeadline() {
        assertEquals(
                "MARKS_CHANGED|act 7|2026-11-24T00:00:00Z|2026-11-24T01:00:00Z|DA|001",
                Deadline.marksChanged(ODD, SPAN, "act 7", EIGHT).id().value());
        assertThrows(IllegalArgumentException.class, () -> new DeadlineSubject.OutletSpan(ODD, SPAN, "act|7"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Deadline(DeadlineKind.HOUR_RECEIPT, new DeadlineSubject.OutletSpan(ODD, SPAN, "a"), EIGHT));
    }
}
