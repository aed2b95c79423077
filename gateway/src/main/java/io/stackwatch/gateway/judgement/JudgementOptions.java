package io.stackwatch.gateway.judgement;

import java.time.Duration;

/**
 * What the core cursor is told besides the law.
 *
 * @param settle how long after its due instant a deadline is dealt with, so that what arrived before it has reached the
 *     journal's durable head
 * @param clockTolerance how far a logger's clock may run ahead before the end of an hour that it reports is called future
 * @param itemsPerTransaction how many deadlines of one kind are dealt with in one transaction
 */
public record JudgementOptions(Duration settle, Duration clockTolerance, int itemsPerTransaction) {

    public JudgementOptions {
        if (settle.isNegative() || settle.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("settle is 0 to 10 min, not " + settle);
        }
        if (clockTolerance.isNegative() || clockTolerance.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("clock tolerance is 0 to 1 h, not " + clockTolerance);
        }
        if (itemsPerTransaction < 1 || itemsPerTransaction > 10_000) {
            throw new IllegalArgumentException("1 to 10,000 items per transaction, not " + itemsPerTransaction);
        }
    }

    /** The values used when nothing is configured. */
    public static JudgementOptions defaults() {
        return new JudgementOptions(Duration.ofSeconds(5), Duration.ofMinutes(10), 200);
    }

    /** The same with another time to settle. */
    public JudgementOptions withSettle(Duration time) {
        return new JudgementOptions(time, clockTolerance, itemsPerTransaction);
    }

    /** The same with another tolerance. */
    public JudgementOptions withClockTolerance(Duration tolerance) {
        return new JudgementOptions(settle, tolerance, itemsPerTransaction);
    }
}
