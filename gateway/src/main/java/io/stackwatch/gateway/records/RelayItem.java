package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;

/**
 * A frame that is on its way to a target and not done.
 *
 * @param sequence the journal record
 * @param station whose frame it is
 * @param arrivedAt when it arrived here
 * @param lane before or behind
 * @param state what was done so far
 * @param attempts how often it was written
 * @param rounds how often it has gone behind without a receipt
 * @param nextAt when it may be taken up again; the epoch for at once
 */
public record RelayItem(
        long sequence,
        Mn station,
        Instant arrivedAt,
        Lane lane,
        State state,
        int attempts,
        int rounds,
        Instant nextAt) {

    /** A frame that nobody has tried yet. */
    public static RelayItem waiting(long sequence, Mn station, Instant arrivedAt, Lane lane) {
        return new RelayItem(sequence, station, arrivedAt, lane, State.WAITING, 0, 0, Instant.EPOCH);
    }

    /** In which of the two queues it stands. */
    public enum Lane {
        /** New data, until it is too old. */
        REALTIME,
        /** What is sent behind new data: back-fill of the logger, what an officer had sent again, what got no receipt. */
        BACKLOG
    }

    /** What was done with it. */
    public enum State {
        /** Nothing yet. */
        WAITING,
        /** It was written; a receipt may come. */
        SENT,
        /** It was written as often as it may be at a time, without a receipt; it rests. */
        UNRECEIPTED
    }
}
