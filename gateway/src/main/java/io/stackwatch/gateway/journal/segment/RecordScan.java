package io.stackwatch.gateway.journal.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks over the records in a piece of a segment, and over what is damaged between them.
 *
 * <p>A place that holds no whole record is damage if a whole record follows that proves it had been durable; otherwise the
 * piece ends there. In a sealed piece everything had been durable.
 */
final class RecordScan {

    private final byte[] data;
    private final int nonZeroEnd;
    private final int dataEnd;
    private final boolean sealed;
    private final List<Damage> damages = new ArrayList<>();
    private int next;
    private long expected;
    private int offset;
    private int length;
    private long sequence;

    RecordScan(byte[] data, int from, int to, long firstSequence, boolean sealed) {
        this.data = data;
        this.next = from;
        this.expected = firstSequence;
        this.sealed = sealed;
        this.nonZeroEnd = nonZeroEnd(data, from, to);
        // a hash may end in zeros that belong to the record
        this.dataEnd = Math.min(to, nonZeroEnd + RecordFrame.OVERHEAD);
    }

    /** Sequence numbers that cannot be read any more, and where they stood. */
    record Damage(long firstSequence, long lastSequence, int offset) {}

    /** Moves to the next whole record; false behind the last one. */
    boolean next() {
        if (next >= dataEnd) {
            return false;
        }
        int at = next;
        int whole = RecordFrame.wholeAt(data, at, dataEnd);
        if (whole == 0 || RecordFrame.sequenceAt(data, at) != expected) {
            at = resynchronised();
            if (at < 0) {
                return false;
            }
            whole = RecordFrame.wholeAt(data, at, dataEnd);
            damages.add(new Damage(expected, RecordFrame.sequenceAt(data, at) - 1, next));
        }
        offset = at;
        length = whole;
        sequence = RecordFrame.sequenceAt(data, at);
        next = at + whole;
        expected = sequence + 1;
        return true;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    long sequence() {
        return sequence;
    }

    /** The sequence number that would come next. */
    long expected() {
        return expected;
    }

    /** Behind the last whole record. */
    int end() {
        return next;
    }

    /** Bytes behind the last whole record that are not zero: a torn tail. */
    int tornBytes() {
        return Math.max(0, nonZeroEnd - next);
    }

    List<Damage> damages() {
        return List.copyOf(damages);
    }

    private int resynchronised() {
        for (int at = next + 1; at <= dataEnd - RecordFrame.OVERHEAD; at++) {
            long furthest = expected + (at - next) / RecordFrame.OVERHEAD + 1;
            long found = RecordFrame.sequenceAt(data, at);
            if (found > expected && found <= furthest && RecordFrame.wholeAt(data, at, dataEnd) > 0) {
                if (sealed || RecordFrame.durableHeadAt(data, at) >= expected) {
                    return at;
                }
            }
        }
        return -1;
    }

    private static int nonZeroEnd(byte[] data, int from, int to) {
        int end = to;
        while (end > from && data[end - 1] == 0) {
            end--;
        }
        return end;
    }
}
