package io.stackwatch.core.measurement;

import java.time.Duration;
import java.time.Instant;

/** How a figure came: in its time, or afterwards. Names are stored and never change. */
public enum Delivery {
    /** Within the grace after the end of its window. */
    PROMPT,
    /** Later, without a mark: before 2025 nothing tells a back-filled figure from a late one (HJ 212-2017 has no mark). */
    LATE,
    /** Marked by the sender as taken from its backlog (补传, HJ 212-2025 {@code RF=1}), whenever it came. */
    BACK_FILLED;

    /**
     * How a figure of a window came.
     *
     * @param windowEnd end of the window that the figure speaks of
     * @param arrivedAt when we had it
     * @param grace how long after the end it is still in its time
     * @param marked whether the sender marks it as back-filled
     */
    public static Delivery of(Instant windowEnd, Instant arrivedAt, Duration grace, boolean marked) {
        if (marked) {
            return BACK_FILLED;
        }
        return arrivedAt.isAfter(windowEnd.plus(grace)) ? LATE : PROMPT;
    }
}
