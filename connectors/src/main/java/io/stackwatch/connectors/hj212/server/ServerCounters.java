package io.stackwatch.connectors.hj212.server;

import io.stackwatch.connectors.hj212.codec.Fault;
import java.util.Map;

/**
 * What a server has done since it started; a snapshot, each figure exact by itself.
 *
 * @param connectionsOpened connections taken
 * @param connectionsOpen connections open now
 * @param connectionsRefused connections turned away because there were too many
 * @param closedByDeadline connections closed by first-byte or idle deadline
 * @param closedForJunk connections closed because they sent too much that is no frame
 * @param bytesIn bytes read
 * @param bytesOut bytes written
 * @param frames whole frames, right or wrong
 * @param accepted frames accepted
 * @param quarantined frames of unknown or wrongly identified stations
 * @param refused frames turned away for checksum or structure
 * @param garbled stretches of bytes that are no frame, by fault
 * @param skippedBytes bytes that belong to no frame
 * @param answers 9014 written
 * @param notices 9013 written
 * @param inFlight arrivals handed over and not answered yet
 * @param overloaded arrivals that the keeper refused because it had too much
 * @param notKept arrivals that the keeper refused for another reason
 * @param pauses times that reading from a peer was stopped for a while
 * @param requests packets of ours that were written to loggers and answer nothing
 * @param congested packets of ours that were not taken because the peer does not read
 */
public record ServerCounters(
        long connectionsOpened,
        long connectionsOpen,
        long connectionsRefused,
        long closedByDeadline,
        long closedForJunk,
        long bytesIn,
        long bytesOut,
        long frames,
        long accepted,
        long quarantined,
        long refused,
        Map<Fault, Long> garbled,
        long skippedBytes,
        long answers,
        long notices,
        long inFlight,
        long overloaded,
        long notKept,
        long pauses,
        long requests,
        long congested) {

    public ServerCounters {
        garbled = Map.copyOf(garbled);
    }
}
