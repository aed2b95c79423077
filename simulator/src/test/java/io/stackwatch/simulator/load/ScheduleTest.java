package io.stackwatch.simulator.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScheduleTest {

    private final Schedule schedule = Schedule.of(1_000_000, 1_000);

    @Test
    void framesAreDueAtEvenDistances() {
        assertEquals(1_000_000, schedule.due(0));
        assertEquals(2_000_000, schedule.due(1));
        assertEquals(1_001_000_000, schedule.due(1_000));
    }

    @Test
    void whatIsDueDoesNotDependOnWhatWasSent() {
        assertEquals(0, schedule.dueUntil(999_999));
        assertEquals(1, schedule.dueUntil(1_000_000));
        assertEquals(1, schedule.dueUntil(1_999_999));
        assertEquals(501, schedule.dueUntil(501_000_000));
    }
}
