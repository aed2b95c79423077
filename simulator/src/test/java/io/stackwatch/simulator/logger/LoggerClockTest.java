package io.stackwatch.simulator.logger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoggerClockTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void aClockGetsFurtherAheadEachDay() {
        LoggerClock clock = new LoggerClock(Duration.ofSeconds(40), Duration.ofSeconds(2), NOON);

        assertEquals(NOON.plusSeconds(40), clock.shows(NOON));
        assertEquals(Duration.ofSeconds(41), clock.offsetAt(NOON.plus(Duration.ofHours(12))));
        assertEquals(Duration.ofMinutes(1), clock.offsetAt(NOON.plus(Duration.ofDays(10))));
    }

    @Test
    void aClockThatIsSetIsRightAndDriftsOn() {
        LoggerClock set = new LoggerClock(Duration.ofSeconds(-90), Duration.ofSeconds(2), NOON).set(NOON, NOON);

        assertEquals(NOON, set.shows(NOON));
        assertEquals(Duration.ofSeconds(2), set.offsetAt(NOON.plus(Duration.ofDays(1))));
    }

    @Test
    void theMomentAtWhichItShowsSomethingIsFound() {
        LoggerClock slow = new LoggerClock(Duration.ofSeconds(-90), Duration.ofSeconds(4), NOON);

        Instant moment = slow.whenItShows(NOON.plus(Duration.ofDays(1)));

        assertEquals(NOON.plus(Duration.ofDays(1)), slow.shows(moment));
    }
}
