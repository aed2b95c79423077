package io.stackwatch.gateway.history;

import java.time.Instant;
import java.util.Optional;

/**
 * How the history is doing, for {@code /health}.
 *
 * @param condition whether it runs, and whether the store answers
 * @param position the last journal record that is in the store
 * @param lag records that are in the journal and not yet in the store
 * @param written values written since start
 * @param parked records since start that the store refused or that could not be read, and that were passed over
 * @param problem what the store or the last parked record said last; empty if nothing was wrong since start
 * @param since since when the condition holds
 */
public record HistoryState(
        Condition condition,
        long position,
        long lag,
        long written,
        long parked,
        Optional<String> problem,
        Instant since) {

    /** Whether the history moves. */
    public enum Condition {
        /** Reading the journal and writing. */
        UP,
        /** The store does not answer; the cursor waits and tries again. */
        STORE_DOWN,
        /** Not started, or stopped. */
        STOPPED
    }
}
