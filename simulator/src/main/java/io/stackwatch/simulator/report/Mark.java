package io.stackwatch.simulator.report;

import java.time.Instant;

/**
 * A stretch of time in which the logger marks its data with something else than N (数据标记).
 *
 * @param letters the mark, for example M, C, D, F
 * @param from first instant
 * @param to first instant after it
 */
public record Mark(String letters, Instant from, Instant to) {

    public Mark {
        if (letters.isEmpty() || letters.length() > 4 || letters.equals("N")) {
            throw new IllegalArgumentException("a mark has 1 to 4 letters and is not N: '" + letters + "'");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a mark must end after it begins: " + from + " to " + to);
        }
    }

    boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
