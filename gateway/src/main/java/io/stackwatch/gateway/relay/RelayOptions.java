package io.stackwatch.gateway.relay;

import java.time.Duration;

/**
 * How relays work, all of them alike. Waiting is wall time.
 *
 * @param turn least time between two transactions of a target
 * @param batch most journal records that one transaction enters
 * @param mostOpen frames that may be open for a target; beyond, the cursor waits and the journal keeps the rest
 * @param realtimeHeld realtime frames of a target that are held in memory
 * @param drain how long a stop waits for receipts of what is under way
 * @param retry how long a relay waits whose store fails
 */
public record RelayOptions(Duration turn, int batch, long mostOpen, int realtimeHeld, Duration drain, Duration retry) {

    public RelayOptions {
        if (turn.isNegative() || turn.isZero() || drain.isNegative() || retry.isNegative() || retry.isZero()) {
            throw new IllegalArgumentException("waits are positive: " + turn + ", " + drain + ", " + retry);
        }
        if (batch < 1 || batch > 10_000 || mostOpen < batch || realtimeHeld < batch) {
            throw new IllegalArgumentException("bounds: batch " + batch + " of 1 to 10000, then at least as many open, "
                    + mostOpen + ", and held, " + realtimeHeld);
        }
    }

    /** Ten transactions a second, a million open frames. */
    public static RelayOptions defaults() {
        return new RelayOptions(
                Duration.ofMillis(100), 1_000, 1_000_000, 20_000, Duration.ofSeconds(5), Duration.ofSeconds(2));
    }

    /** With other bounds of what is open and what is held. */
    public RelayOptions withBounds(int perTransaction, long open, int held) {
        return new RelayOptions(turn, perTransaction, open, held, drain, retry);
    }

    /** With another pace of transactions. */
    public RelayOptions withTurn(Duration pace) {
        return new RelayOptions(pace, batch, mostOpen, realtimeHeld, drain, retry);
    }

    /** With another wait for a store that fails. */
    public RelayOptions withRetry(Duration wait) {
        return new RelayOptions(turn, batch, mostOpen, realtimeHeld, drain, wait);
    }
}
