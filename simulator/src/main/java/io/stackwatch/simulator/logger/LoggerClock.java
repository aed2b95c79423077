package io.stackwatch.simulator.logger;

import java.time.Duration;
import java.time.Instant;

/**
 * A logger's own clock, which is not quite right.
 *
 * @param offset how far it was ahead at {@code since}; negative if it was behind
 * @param perDay how much further ahead it gets in a day
 * @param since when it was set, or looked at, in true time
 */
public record LoggerClock(Duration offset, Duration perDay, Instant since) {

    private static final double DAY = 86_400;

    /** A clock that is right and stays so. */
    public static LoggerClock right() {
        return new LoggerClock(Duration.ZERO, Duration.ZERO, Instant.EPOCH);
    }

    /** How far ahead it is at that moment. */
    public Duration offsetAt(Instant now) {
        if (perDay.isZero()) {
            return offset;
        }
        double days = Duration.between(since, now).toSeconds() / DAY;
        return offset.plusMillis(Math.round(perDay.toMillis() * days));
    }

    /** What it shows at that moment. */
    public Instant shows(Instant now) {
        return now.plus(offsetAt(now));
    }

    /** The moment at which it shows this; to the few milliseconds that it drifts meanwhile. */
    public Instant whenItShows(Instant shown) {
        return shown.minus(offsetAt(shown.minus(offset)));
    }

    /** The same clock, set to show this now; it goes on drifting. */
    public LoggerClock set(Instant shown, Instant now) {
        return new LoggerClock(Duration.between(now, shown), perDay, now);
    }
}
