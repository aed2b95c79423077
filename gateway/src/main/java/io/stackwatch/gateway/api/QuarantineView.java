package io.stackwatch.gateway.api;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who is not let in.
 *
 * @param station the MN that the frames claim; empty where they name none
 * @param firstSequence the journal record of the first frame
 * @param admission how it was let in
 */
public record QuarantineView(
        long id,
        Optional<String> station,
        String host,
        String lastPeer,
        String reason,
        Instant firstAt,
        long firstSequence,
        Instant lastAt,
        long lastSequence,
        long frames,
        String state,
        Optional<Admission> admission) {

    /**
     * The act that let it in, and how far its frames are journaled again.
     *
     * @param journaled frames that were handed over so far
     * @param complete whether all were
     */
    public record Admission(long act, Instant at, String by, String reason, long journaled, boolean complete) {}

    /** An entry with its newest frame. */
    public record File(QuarantineView entry, Optional<FrameView> newest) {}
}
