package io.stackwatch.gateway.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that stands until it is let go, at a pace, and stands again when it is held: a fast clock over it loses nothing while a
 * program starts and warms up. Safe for use by several threads.
 */
final class HeldClock extends Clock {

    private final Clock below;
    private Instant shown;
    private Instant since;
    private double pace;

    /** Stands at what the clock below shows now. */
    HeldClock(Clock below) {
        this.below = below;
        this.since = below.instant();
        this.shown = since;
    }

    /**
     * Runs from now on.
     *
     * @param newPace seconds that pass in a second of the clock below: 1 for as fast as that one
     */
    synchronized void letGo(double newPace) {
        Instant now = below.instant();
        shown = at(now);
        since = now;
        pace = newPace;
    }

    /** Stands from now on; nothing if it does. */
    void hold() {
        letGo(0);
    }

    @Override
    public synchronized Instant instant() {
        return at(below.instant());
    }

    private Instant at(Instant now) {
        return shown.plusNanos(Math.round(Duration.between(since, now).toNanos() * pace));
    }

    @Override
    public ZoneId getZone() {
        return below.getZone();
    }

    /** Not supported: two of them would not be held together. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a held clock has the zone of the clock below");
    }
}
