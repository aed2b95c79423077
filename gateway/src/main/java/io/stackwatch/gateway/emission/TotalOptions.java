package io.stackwatch.gateway.emission;

import java.time.Duration;

/**
 * How often permitted totals are looked at.
 *
 * @param every time from the beginning of a round to that of the next, on the gateway's clock
 * @param some permits that are looked at in one call
 */
public record TotalOptions(Duration every, int some) {

    public TotalOptions {
        if (every.isNegative() || every.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("rounds come every 0 s to 1 day, not every " + every);
        }
        if (some < 1) {
            throw new IllegalArgumentException("at least one permit: " + some);
        }
    }

    /** What is used when nothing is configured. */
    public static TotalOptions defaults() {
        return new TotalOptions(Duration.ofHours(1), 20);
    }
}
