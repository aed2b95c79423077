package io.stackwatch.gateway.history;

import java.time.Duration;

/**
 * How the history cursor works.
 *
 * @param batch most journal records in one write
 * @param patience longest wait for new records before looking around
 * @param firstBackOff wait after the first failure of the store; doubled with each
 * @param lastBackOff longest wait between tries
 * @param forgetEvery how often old values are dropped
 * @param retention what is old
 */
public record HistoryOptions(
        int batch,
        Duration patience,
        Duration firstBackOff,
        Duration lastBackOff,
        Duration forgetEvery,
        Retention retention) {

    public HistoryOptions {
        if (batch < 1 || batch > 10_000) {
            throw new IllegalArgumentException("history batch: 1 to 10000 records, not " + batch);
        }
        if (patience.isNegative() || firstBackOff.isNegative() || firstBackOff.compareTo(lastBackOff) > 0) {
            throw new IllegalArgumentException("history waits: patience " + patience + ", back-off " + firstBackOff
                    + " to " + lastBackOff + " must be positive and in order");
        }
    }

    public static HistoryOptions defaults() {
        return new HistoryOptions(
                500,
                Duration.ofSeconds(1),
                Duration.ofMillis(200),
                Duration.ofSeconds(10),
                Duration.ofHours(1),
                Retention.defaults());
    }

    public HistoryOptions withBackOff(Duration first, Duration last) {
        return new HistoryOptions(batch, patience, first, last, forgetEvery, retention);
    }

    public HistoryOptions withPatience(Duration longest) {
        return new HistoryOptions(batch, longest, firstBackOff, lastBackOff, forgetEvery, retention);
    }

    public HistoryOptions withBatch(int records) {
        return new HistoryOptions(records, patience, firstBackOff, lastBackOff, forgetEvery, retention);
    }

    public HistoryOptions withRetention(Retention ages, Duration every) {
        return new HistoryOptions(batch, patience, firstBackOff, lastBackOff, every, ages);
    }
}
