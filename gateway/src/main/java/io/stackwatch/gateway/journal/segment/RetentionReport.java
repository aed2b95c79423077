package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.Journal.CursorPosition;
import java.util.List;

/**
 * What applying the retention did.
 *
 * @param removedSegments segments that are gone
 * @param tail the first sequence number that is kept now
 * @param heldBy cursors that have not read a segment which is old enough to go; it and all later ones were kept. An operator
 *     lets the reader catch up, or forgets the cursor.
 */
public record RetentionReport(int removedSegments, long tail, List<CursorPosition> heldBy) {

    public RetentionReport {
        heldBy = List.copyOf(heldBy);
    }
}
