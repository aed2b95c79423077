package io.stackwatch.simulator.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScaledClockTest {

    private static final Instant WALL = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant START = Instant.parse("2026-11-23T03:50:00Z");

    private final HandClock wall = new HandClock(WALL);

    @Test
    void anHourPassesInAMinuteAtScaleSixty() {
        ScaledClock clock = ScaledClock.startingAt(START, 60, wall);
        assertEquals(START, clock.instant());

        wall.turn(Duration.ofMinutes(1));

        assertEquals(START.plus(Duration.ofHours(1)), clock.instant());
    }

    @Test
    void itSaysWhatItShowedAtATimeOfTheWall() {
        ScaledClock clock = ScaledClock.startingAt(START, 60, wall);

        assertEquals(START.plus(Duration.ofMinutes(5)), clock.at(WALL.plusSeconds(5)));
        assertEquals(START.minus(Duration.ofMinutes(1)), clock.at(WALL.minusSeconds(1)));
    }

    @Test
    void itSaysHowLongTheWallHasToWait() {
        ScaledClock clock = ScaledClock.startingAt(START, 60, wall);

        assertEquals(Duration.ofSeconds(10), clock.wallUntil(START.plus(Duration.ofMinutes(10))));
        assertEquals(Duration.ZERO, clock.wallUntil(START.minusSeconds(1)));
    }

    @Test
    void unscaledItShowsTheTimeBelow() {
        ScaledClock clock = ScaledClock.unscaled(wall);
        wall.turn(Duration.ofMillis(1_234));

        assertEquals(wall.instant(), clock.instant());
    }

    @Test
    void itMayRunSlower() {
        ScaledClock clock = ScaledClock.startingAt(START, 0.5, wall);
        wall.turn(Duration.ofSeconds(3));

        assertEquals(START.plusMillis(1_500), clock.instant());
    }

    @Test
    void aScaleOfZeroIsRefusedWithItsValue() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ScaledClock.startingAt(START, 0, wall));
        assertEquals("scale must be above 0 and at most 1000000: 0.0", refused.getMessage());
    }
}
