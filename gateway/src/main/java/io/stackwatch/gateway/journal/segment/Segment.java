package io.stackwatch.gateway.journal.segment;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One segment: a raw file that grows, then a sealed raw file, then a packed file.
 *
 * <p>Read by many threads; changed by the writer while it is active and by the packer afterwards.
 */
final class Segment {

    /** In which form the records lie. */
    enum Form {
        ACTIVE,
        SEALED,
        PACKED
    }

    private final long first;
    private final Path directory;
    private volatile Form form;
    private volatile long last;
    private volatile long minMillis;
    private volatile long maxMillis;
    private volatile @Nullable SegmentIndex index;

    private Segment(Path directory, long first, Form form) {
        this.directory = directory;
        this.first = first;
        this.form = form;
        this.last = first - 1;
    }

    static Segment active(Path directory, SegmentIndex index) {
        Segment segment = new Segment(directory, index.first(), Form.ACTIVE);
        segment.index = index;
        segment.last = index.first() + index.rows() - 1;
        return segment;
    }

    static Segment closed(Path directory, Form form, IndexFile.Summary summary) {
        Segment segment = new Segment(directory, summary.first(), form);
        segment.last = summary.last();
        segment.minMillis = summary.minMillis();
        segment.maxMillis = summary.maxMillis();
        return segment;
    }

    /** No record will follow; the index is complete. */
    void seal() {
        SegmentIndex complete = index;
        if (complete == null) {
            throw new IllegalStateException("only an active segment is sealed");
        }
        minMillis = complete.minMillis();
        maxMillis = complete.maxMillis();
        last = first + complete.rows() - 1;
        form = Form.SEALED;
    }

    /** The packed file and the index file are durable. */
    void packed() {
        form = Form.PACKED;
        index = null;
    }

    long first() {
        return first;
    }

    /** The last sequence number; of an active segment, the last one when it was opened. */
    long last() {
        return last;
    }

    Form form() {
        return form;
    }

    @Nullable
    SegmentIndex index() {
        return index;
    }

    /** Whether a record of this segment may have arrived in these milliseconds; always so while it is active. */
    boolean mayHold(long fromMillis, long toMillis) {
        return form == Form.ACTIVE || (minMillis <= toMillis && maxMillis >= fromMillis);
    }

    long maxMillis() {
        return maxMillis;
    }

    Path rawFile() {
        return directory.resolve(SegmentNames.raw(first));
    }

    Path packedFile() {
        return directory.resolve(SegmentNames.packed(first));
    }

    Path indexFile() {
        return directory.resolve(SegmentNames.index(first));
    }
}
