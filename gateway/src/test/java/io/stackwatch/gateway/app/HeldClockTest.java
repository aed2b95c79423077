package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A clock that can be held loses nothing while it stands. */
final class HeldClockTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private Instant below = START;
    private final HeldClock clock = new HeldClock(new Clock() {
        @Override
        public Instant instant() {
            return below;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("not needed");
        }
    });

    private void pass(long seconds) {
        below = below.plusSeconds(seconds);
    }

    @Test
    void itStandsUntilItIsLetGoAndThenRunsAsTheClockBelow() {
        pass(40);
        assertEquals(START, clock.instant());
        clock.letGo(1);
        pass(7);
        assertEquals(START.plusSeconds(7), clock.instant());
    }

    @Test
    void itStandsWhenItIsHeldAndGoesOnFromThere() {
        clock.letGo(1);
        pass(7);
        clock.hold();
        pass(1000);
        assertEquals(START.plusSeconds(7), clock.instant());
        clock.letGo(1);
        pass(3);
        assertEquals(START.plusSeconds(10), clock.instant());
    }

    @Test
    void itCanRunSlowerAtFirstAndDoesNotJumpWhenItBecomesFaster() {
        clock.letGo(0.2);
        pass(10);
        assertEquals(START.plusSeconds(2), clock.instant());
        clock.letGo(1);
        assertEquals(START.plusSeconds(2), clock.instant());
        pass(10);
        assertEquals(START.plusSeconds(12), clock.instant());
    }

    @Test
    void lettingItGoTwiceChangesNothing() {
        clock.letGo(1);
        pass(5);
        clock.letGo(1);
        assertEquals(Duration.ofSeconds(5), Duration.between(START, clock.instant()));
    }

    @Test
    void itStandsByItselfWhereItWasToStopAndRunsOnFromThere() {
        clock.letGoFor(2, Duration.ofSeconds(10));
        pass(4);
        assertFalse(clock.stands());
        pass(2);
        assertTrue(clock.stands());
        assertEquals(START.plusSeconds(10), clock.instant(), "not 12");
        clock.letGo(1);
        pass(1);
        assertEquals(START.plusSeconds(11), clock.instant());
    }

    @Test
    void itIsSetForwardAndStands() {
        clock.letGo(1);
        pass(3);
        clock.setForward(Duration.ofDays(2));
        pass(5);
        assertTrue(clock.stands());
        assertEquals(START.plusSeconds(3).plus(Duration.ofDays(2)), clock.instant());
    }

    @Test
    void itHasNoCopyThatWouldNotBeHeld() {
        assertThrows(UnsupportedOperationException.class, () -> clock.withZone(ZoneOffset.UTC));
    }
}
