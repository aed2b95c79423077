package io.stackwatch.gateway.counting;

import java.time.Duration;

/**
 * How often the desk looks, and how much it counts at once.
 *
 * @param every time between two looks, on the gateway's clock
 * @param batch days of outlets that are counted in one transaction
 * @param batches transactions of one look; the next look goes on
 */
public record CountingOptions(Duration every, int batch, int batches) {

    public CountingOptions {
        if (every.isNegative() || every.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("looks come every 0 s to 1 h, not every " + every);
        }
        if (batch < 1 || batches < 1) {
            throw new IllegalArgumentException("at least one day and one batch: " + batch + ", " + batches);
        }
    }

    /** What is used when nothing is configured. */
    public static CountingOptions defaults() {
        return new CountingOptions(Duration.ofSeconds(10), 50, 100);
    }
}
