package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.Journal.CursorPosition;
import io.stackwatch.gateway.journal.Journal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A journal at one moment; counts run from its opening.
 *
 * @param state whether it takes what is appended
 * @param waitingRecords appends that have no receipt yet
 * @param waitingBytes their bytes
 * @param appendedRecords records made durable
 * @param appendedBytes their bytes, frames included
 * @param forces how often the disk was forced
 * @param forceTime how long that took altogether
 * @param longestForce the longest of them
 * @param faults failed attempts to write or to mend
 * @param refused refused appends by reason
 * @param head the last durable sequence number
 * @param tail the first one kept
 * @param cursors every cursor's position
 * @param activeAndSealedSegments segments not packed yet
 * @param packedSegments packed ones
 * @param damagedRecords records that readers could not read
 * @param lostByRetention records that were removed before a cursor had read them
 * @param failedReceipts receipts that threw
 * @param packingFailures failed attempts to pack or to prepare a segment
 */
public record JournalGauges(
        JournalState state,
        int waitingRecords,
        long waitingBytes,
        long appendedRecords,
        long appendedBytes,
        long forces,
        Duration forceTime,
        Duration longestForce,
        long faults,
        Map<Refusal, Long> refused,
        long head,
        long tail,
        List<CursorPosition> cursors,
        int activeAndSealedSegments,
        int packedSegments,
        long damagedRecords,
        long lostByRetention,
        long failedReceipts,
        long packingFailures) {

    /** How many records a cursor has still to read. */
    public long lag(CursorPosition cursor) {
        return head - cursor.position();
    }
}
