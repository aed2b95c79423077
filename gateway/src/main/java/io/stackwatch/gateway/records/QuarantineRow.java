package io.stackwatch.gateway.records;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who is not let in: the frames that one claimed station sent from one host and that were set aside for one reason.
 *
 * @param id the journal record of the first frame
 * @param mn the station as claimed; empty where the frames name none
 * @param host the sender's address without port
 * @param reason why, as the session says
 * @param firstAt when the first frame arrived
 * @param lastAt when the last one arrived, in the record {@code lastSequence}, from {@code lastPeer}
 * @param times how many frames
 * @param state what an officer decided
 * @param decidedAt up to when frames belong to that decision
 * @param admission the number of the act that admitted it
 */
public record QuarantineRow(
        long id,
        String mn,
        String host,
        String reason,
        Instant firstAt,
        Instant lastAt,
        long lastSequence,
        String lastPeer,
        long times,
        State state,
        Optional<Instant> decidedAt,
        Optional<Long> admission) {

    /** What an officer decided. */
    public enum State {
        /** Nothing yet. */
        OPEN,
        /** Its station was let in, and its frames are processed. */
        ADMITTED,
        /** It is kept and not shown as open any more. */
        DISMISSED
    }

    /** The same with one frame more. */
    public QuarantineRow with(Instant at, long sequence, String peer) {
        return new QuarantineRow(
                id, mn, host, reason, firstAt, at, sequence, peer, times + 1, state, decidedAt, admission);
    }
}
