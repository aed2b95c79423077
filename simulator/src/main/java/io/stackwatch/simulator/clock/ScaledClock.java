package io.stackwatch.simulator.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that starts at a chosen instant and runs a fixed number of times faster (or slower) than the one below it.
 *
 * <p>With scale 60 an hour passes in a minute. Immutable and safe for use by several threads; as steady as the clock
 * below it.
 */
public final class ScaledClock extends Clock {

    private final Clock base;
    private final Instant baseStart;
    private final Instant start;
    private final double scale;
    private final ZoneId zone;

    private ScaledClock(Clock base, Instant baseStart, Instant start, double scale, ZoneId zone) {
        if (!(scale > 0) || scale > 1_000_000) {
            throw new IllegalArgumentException("scale must be above 0 and at most 1000000: " + scale);
        }
        this.base = base;
        this.baseStart = baseStart;
        this.start = start;
        this.scale = scale;
        this.zone = zone;
    }

    /** A clock that shows {@code start} now and from then on runs {@code scale} times as fast as {@code base}. */
    public static ScaledClock startingAt(Instant start, double scale, Clock base) {
        return new ScaledClock(base, base.instant(), start, scale, ZoneOffset.UTC);
    }

    /** The time of {@code base} itself. */
    public static ScaledClock unscaled(Clock base) {
        Instant now = base.instant();
        return new ScaledClock(base, now, now, 1, ZoneOffset.UTC);
    }

    /** How many seconds of this clock pass in a second of the one below it. */
    public double scale() {
        return scale;
    }

    /** How long the clock below has to run until this one shows {@code moment}; zero if it already did. */
    public Duration wallUntil(Instant moment) {
        Duration ahead = Duration.between(instant(), moment);
        return ahead.isNegative() ? Duration.ZERO : times(ahead, 1 / scale);
    }

    /** What this clock shows when the one below it shows {@code moment}. */
    public Instant at(Instant moment) {
        return start.plus(times(Duration.between(baseStart, moment), scale));
    }

    @Override
    public Instant instant() {
        return at(base.instant());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public ScaledClock withZone(ZoneId other) {
        return new ScaledClock(base, baseStart, start, scale, other);
    }

    private static Duration times(Duration span, double factor) {
        double seconds = (span.getSeconds() + span.getNano() / 1e9) * factor;
        long whole = (long) Math.floor(seconds);
        return Duration.ofSeconds(whole, (long) ((seconds - whole) * 1e9));
    }
}
