package io.stackwatch.gateway.journal.segment;

import java.time.Duration;

/**
 * How large and how patient a journal is.
 *
 * @param segmentBytes size of a segment file, allocated and zero-filled ahead
 * @param maxRecordBytes the longest record, all included
 * @param queueRecords appends that may wait for their receipt; one more is refused as overloaded
 * @param queueBytes bytes that may wait for their receipt
 * @param reserveBytes disk space that the journal leaves free for the operator, its own packing and its cursors
 * @param retention how long records are kept at least
 * @param blockBytes raw bytes in one independently readable block of a packed segment
 */
public record JournalOptions(
        int segmentBytes,
        int maxRecordBytes,
        int queueRecords,
        long queueBytes,
        long reserveBytes,
        Duration retention,
        int blockBytes) {

    private static final int LARGEST_SEGMENT = 1 << 29;
    private static final JournalOptions DEFAULTS =
            new JournalOptions(64 << 20, 256 << 10, 65_536, 64L << 20, 512L << 20, Duration.ofDays(5 * 366), 256 << 10);

    public JournalOptions {
        atLeast("maxRecordBytes", maxRecordBytes, 1024);
        atLeast("segmentBytes", segmentBytes, SegmentHeader.BYTES + maxRecordBytes);
        if (segmentBytes > LARGEST_SEGMENT) {
            throw new IllegalArgumentException("segmentBytes must be at most " + LARGEST_SEGMENT + ": " + segmentBytes);
        }
        atLeast("queueRecords", queueRecords, 1);
        atLeast("queueBytes", queueBytes, maxRecordBytes);
        atLeast("reserveBytes", reserveBytes, 0);
        atLeast("blockBytes", blockBytes, 1024);
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("retention must be positive: " + retention);
        }
    }

    /** What a city's gateway starts with. */
    public static JournalOptions defaults() {
        return DEFAULTS;
    }

    public JournalOptions withSegmentBytes(int bytes) {
        return new JournalOptions(bytes, maxRecordBytes, queueRecords, queueBytes, reserveBytes, retention, blockBytes);
    }

    public JournalOptions withMaxRecordBytes(int bytes) {
        return new JournalOptions(segmentBytes, bytes, queueRecords, queueBytes, reserveBytes, retention, blockBytes);
    }

    public JournalOptions withQueue(int records, long bytes) {
        return new JournalOptions(segmentBytes, maxRecordBytes, records, bytes, reserveBytes, retention, blockBytes);
    }

    public JournalOptions withReserveBytes(long bytes) {
        return new JournalOptions(segmentBytes, maxRecordBytes, queueRecords, queueBytes, bytes, retention, blockBytes);
    }

    public JournalOptions withRetention(Duration kept) {
        return new JournalOptions(
                segmentBytes, maxRecordBytes, queueRecords, queueBytes, reserveBytes, kept, blockBytes);
    }

    public JournalOptions withBlockBytes(int bytes) {
        return new JournalOptions(
                segmentBytes, maxRecordBytes, queueRecords, queueBytes, reserveBytes, retention, bytes);
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
        }
    }
}
