package io.stackwatch.connectors.opcua.source;

/**
 * What a source has done since it started; a snapshot.
 *
 * @param connects times that it came to give values
 * @param cuts times that it was lost
 * @param attempts attempts to connect, whatever became of them
 * @param messages publishes received, keep-alives too
 * @param values values handed over
 * @param repeated values left out because they were handed over before
 * @param historyValues values handed over that were read back
 * @param overflows values that say that the server's queue was too short for what was before them
 * @param refusals batches refused by whoever keeps them, and offered again
 * @param notWanted batches that whoever keeps them does not want; not offered again
 * @param waiting batches that are waiting to be kept now
 */
public record SourceCounts(
        long connects,
        long cuts,
        long attempts,
        long messages,
        long values,
        long repeated,
        long historyValues,
        long overflows,
        long refusals,
        long notWanted,
        long waiting) {}
