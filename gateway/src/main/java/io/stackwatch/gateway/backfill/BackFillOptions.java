package io.stackwatch.gateway.backfill;

import java.time.Duration;

/**
 * How often the desk looks and how much it starts at once.
 *
 * @param every time between two looks, on the gateway's clock
 * @param atOnce requests that one look may start, so that a city that comes back is not asked all at once
 * @param open requests that may be under way in the whole city
 * @param settle how long after a request was found ended what it brought may still be on its way to the records
 */
public record BackFillOptions(Duration every, int atOnce, int open, Duration settle) {

    public BackFillOptions {
        if (every.isNegative() || every.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("looks come every 0 s to 1 h, not every " + every);
        }
        if (settle.isNegative() || settle.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("records settle in 0 s to 1 h, not in " + settle);
        }
        if (atOnce < 1 || open < atOnce) {
            throw new IllegalArgumentException("at least one at once and no more than open: " + atOnce + ", " + open);
        }
    }

    /** What is used when nothing is configured. */
    public static BackFillOptions defaults() {
        return new BackFillOptions(Duration.ofSeconds(30), 50, 500, Duration.ofSeconds(60));
    }
}
