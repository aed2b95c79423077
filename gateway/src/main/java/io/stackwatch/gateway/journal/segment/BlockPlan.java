package io.stackwatch.gateway.journal.segment;

import java.util.ArrayList;
import java.util.List;

/** How the bytes of a sealed segment are cut into blocks: at whole records, what is damaged goes with what is before it. */
final class BlockPlan {

    private BlockPlan() {}

    /** Bytes of a segment that become one block. */
    record Run(long firstSequence, int offset, int length) {}

    static List<Run> of(SegmentIndex index, long last, int blockBytes) {
        List<Run> runs = new ArrayList<>();
        long first = index.first();
        int start = SegmentHeader.BYTES;
        int end = start;
        for (long sequence = index.first(); sequence <= last; sequence++) {
            int offset = index.offset(sequence);
            if (offset == SegmentIndex.DAMAGED) {
                continue;
            }
            if (offset > start && offset - start >= blockBytes) {
                runs.add(new Run(first, start, offset - start));
                first = sequence;
                start = offset;
            }
            end = offset + index.length(sequence);
        }
        if (end > start) {
            runs.add(new Run(first, start, end - start));
        }
        return runs;
    }
}
