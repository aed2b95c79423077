package io.stackwatch.gateway.relay;

import io.stackwatch.gateway.relay.target.RelayTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a relay is doing.
 *
 * @param target to whom it forwards
 * @param condition whether it moves
 * @param since since when the connection stands, or is away
 * @param silent whether the platform has stopped to acknowledge
 * @param position the last journal record that was looked at
 * @param lagRecords journal records that were not looked at yet
 * @param lag how long the oldest frame waits that is not done; as of a few seconds ago
 * @param open frames that are not done
 * @param underWay frames that were written and wait for their receipt
 * @param counts what was done since start
 * @param problem what went wrong last; empty if nothing has since start
 */
public record RelayStatus(
        RelayTarget target,
        Condition condition,
        Instant since,
        boolean silent,
        long position,
        long lagRecords,
        Duration lag,
        long open,
        int underWay,
        Counts counts,
        Optional<String> problem) {

    /** Whether a relay moves. */
    public enum Condition {
        /** The connection stands. */
        CONNECTED,
        /** No connection; it tries again by itself. */
        AWAY,
        /** The ledger cannot be written; nothing is lost. */
        STORE_DOWN,
        /** Not started, or stopped. */
        STOPPED
    }

    /**
     * What was done since start.
     *
     * @param entered frames that had to be sent
     * @param written frames written, repeats included
     * @param repeated frames written again
     * @param receipted frames whose receipt came
     * @param delivered frames that ask for no receipt and were written
     * @param refused frames that could not be sent
     * @param behind times that a frame went behind without a receipt
     * @param givenUp frames that were given up
     * @param strayReceipts receipts that nobody waited for
     * @param damaged packets of the platform with a wrong checksum
     * @param connects connections that came to stand
     * @param failedConnects attempts that did not
     * @param requests commands of the platform
     * @param passedOver journal records that the target does not get, by reason
     */
    public record Counts(
            long entered,
            long written,
            long repeated,
            long receipted,
            long delivered,
            long refused,
            long behind,
            long givenUp,
            long strayReceipts,
            long damaged,
            long connects,
            long failedConnects,
            long requests,
            Map<String, Long> passedOver) {

        public Counts {
            passedOver = Map.copyOf(passedOver);
        }
    }
}
