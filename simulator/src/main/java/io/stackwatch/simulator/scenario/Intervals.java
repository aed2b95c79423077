package io.stackwatch.simulator.scenario;

import java.time.Duration;

/**
 * How often a logger reports.
 *
 * @param realtime between two realtime uploads; zero for none
 * @param minute length of the minute data's interval; zero for none
 * @param hours whether it uploads hour data
 * @param days whether it uploads day data
 * @param delay how long after the end of a span it uploads; differs from logger to logger, as their clocks do
 */
public record Intervals(Duration realtime, Duration minute, boolean hours, boolean days, Duration delay) {

    public Intervals {
        if (!isRealtime(realtime) || !isMinute(minute) || !isDelay(delay)) {
            throw new IllegalArgumentException("intervals: " + realtime + ", " + minute + ", " + delay);
        }
    }

    static boolean isRealtime(Duration interval) {
        return interval.isZero() || (interval.toSeconds() >= 5 && interval.toSeconds() <= 3600);
    }

    static boolean isMinute(Duration interval) {
        return interval.isZero()
                || (interval.toSecondsPart() == 0
                        && interval.toMinutes() >= 1
                        && interval.toMinutes() <= 30
                        && 60 % interval.toMinutes() == 0);
    }

    static boolean isDelay(Duration delay) {
        return !delay.isNegative() && delay.compareTo(Duration.ofMinutes(50)) <= 0;
    }
}
