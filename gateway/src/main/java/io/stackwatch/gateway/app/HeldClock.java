package io.stackwatch.gateway.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that stands until it is let go, at a pace, and stands again when it is held or has come to where it was to stop: a fast
 * clock over it loses nothing while a program starts and warms up, or while somebody acts. Safe for use by several threads.
 */
final class HeldClock extends Clock {

    private final Clock below;
    private Instant shown;
    private Instant since;
    private double pace;
    private Instant stop = Instant.MAX;

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
        stop = Instant.MAX;
    }

    /** Runs from now on and stands by itself when it has shown so much more. */
    synchronized void letGoFor(double newPace, Duration ahead) {
        letGo(newPace);
        stop = shown.plus(ahead);
    }

    /** Shows so much more at once, and stands. */
    synchronized void setForward(Duration ahead) {
        hold();
        shown = shown.plus(ahead);
    }

    /** Whether it stands. */
    synchronized boolean stands() {
        return pace == 0 || !at(below.instant()).isBefore(stop);
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
        Instant free = shown.plusNanos(Math.round(Duration.between(since, now).toNanos() * pace));
        return free.isBefore(stop) ? free : stop;
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
