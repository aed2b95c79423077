package io.stackwatch.gateway.relay;

import io.stackwatch.gateway.records.RelayItem;
import io.stackwatch.gateway.relay.packet.Prepared;
import java.util.Optional;

/**
 * What the ledger has to learn about a frame.
 *
 * @param kind what happened
 * @param item the frame as it is now
 * @param first whether it left for the first time
 * @param why why it could not be sent; for {@link Kind#REFUSED} only
 */
record Outcome(Kind kind, RelayItem item, boolean first, Optional<Prepared.Why> why) {

    static Outcome of(Kind kind, RelayItem item, boolean first) {
        return new Outcome(kind, item, first, Optional.empty());
    }

    /** What happened. */
    enum Kind {
        /** It was written; a receipt may come. */
        SENT,
        /** Its receipt came, or the last of them. */
        RECEIPTED,
        /** It was written, and no receipt will come. */
        WRITTEN,
        /** It could not be made into packets. */
        REFUSED,
        /** It got no receipt and rests. */
        BEHIND,
        /** It got no receipt in the last round. */
        GIVEN_UP,
        /** Nothing happened; there is no room for it in memory. */
        RETURNED;

        /** Whether the frame is done. */
        boolean isFinal() {
            return this == RECEIPTED || this == WRITTEN || this == REFUSED || this == GIVEN_UP;
        }

        /** Whether the outbox does not hold it any more. */
        boolean isOutOfHand() {
            return this != SENT;
        }
    }
}
