package io.stackwatch.gateway.journal.segment;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.JournalRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All segments in order, and reading from them. Safe for several threads.
 *
 * <p>Files are opened for each reading: a reader that is interrupted closes only what it opened itself, and a segment that
 * is packed or removed meanwhile is looked up again.
 */
final class Catalogue {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
    private static final int ATTEMPTS = 5;

    private final ConcurrentSkipListMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
    private final RecentlyUsed<Long, SegmentIndex> indexes = new RecentlyUsed<>(8);
    private final RecentlyUsed<Long, PackedFile> tables = new RecentlyUsed<>(32);
    private final RecentlyUsed<BlockPlace, byte[]> blocks = new RecentlyUsed<>(8);
    private final DurableHead head;
    private final LongAdder damaged = new LongAdder();

    Catalogue(DurableHead head) {
        this.head = head;
    }

    /**
     * What a reading brought.
     *
     * @param lastCovered the last sequence number that was looked at; damaged records are covered, but not among the
     *     records
     */
    record Piece(List<JournalRecord> records, long lastCovered) {}

    private record BlockPlace(long segment, int block) {}

    void add(Segment segment) {
        segments.put(segment.first(), segment);
    }

    void remove(Segment segment) {
        segments.remove(segment.first());
    }

    Collection<Segment> all() {
        return segments.values();
    }

    long tail() {
        Map.Entry<Long, Segment> oldest = segments.firstEntry();
        return oldest == null ? 1 : oldest.getKey();
    }

    /** Damaged records that readers came across. */
    long damagedRecords() {
        return damaged.sum();
    }

    /** Up to {@code max} records from {@code from} to the durable head, about {@code maxBytes} of them, from one segment. */
    Piece read(long from, int max, int maxBytes) throws IOException {
        long until = head.get();
        for (int attempt = 1; ; attempt++) {
            Map.Entry<Long, Segment> entry = segments.floorEntry(from);
            if (entry == null || from > until) {
                return new Piece(List.of(), from - 1);
            }
            Segment segment = entry.getValue();
            try {
                long last = Math.min(until, lastOf(segment));
                if (from > last) {
                    // the sequence numbers between two segments are lost with a segment's end
                    Long next = segments.higherKey(from);
                    return new Piece(List.of(), next == null ? from - 1 : next - 1);
                }
                return segment.form() == Segment.Form.PACKED
                        ? readPacked(segment, from, last, max, maxBytes)
                        : readRaw(segment, from, last, max, maxBytes);
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** The index of a segment, from memory or disk; rebuilt if the file is gone or damaged. */
    SegmentIndex index(Segment segment) throws IOException {
        SegmentIndex present = segment.index();
        return present != null ? present : indexes.get(segment.first(), () -> loadIndex(segment));
    }

    /** Sequence numbers of a station's records that arrived in these milliseconds. */
    List<Long> find(Segment segment, Mn station, long fromMillis, long toMillis) throws IOException {
        long last = Math.min(head.get(), lastOf(segment));
        return index(segment).find(station, fromMillis, toMillis, last);
    }

    /** The last sequence number that may be read from this segment. */
    long lastOf(Segment segment) {
        return segment.form() == Segment.Form.ACTIVE ? head.get() : segment.last();
    }

    private static SegmentIndex loadIndex(Segment segment) throws IOException {
        try {
            return IndexFile.load(segment.indexFile());
        } catch (DamagedFileException | NoSuchFileException e) {
            LOG.warn("segment={} index is rebuilt: {}", segment.first(), e.getMessage());
            SegmentIndex rebuilt = SegmentContent.of(segment).indexed(segment.last());
            IndexFile.save(rebuilt, segment.indexFile());
            return rebuilt;
        }
    }

    private Piece readRaw(Segment segment, long from, long last, int max, int maxBytes) throws IOException {
        SegmentIndex index = index(segment);
        List<JournalRecord> records = new ArrayList<>(Math.min(max, 1024));
        long sequence = from;
        try (FileChannel channel = FileChannel.open(segment.rawFile(), StandardOpenOption.READ)) {
            int bytes = 0;
            while (sequence <= last && records.size() < max && bytes < maxBytes) {
                long end = endOfRun(index, sequence, Math.min(last, sequence + max - records.size() - 1));
                int start = index.offset(sequence);
                if (start == SegmentIndex.DAMAGED) {
                    skipped(sequence++);
                    continue;
                }
                int length = index.offset(end) + index.length(end) - start;
                byte[] run = DurableFiles.read(channel, start, length, segment.rawFile());
                for (; sequence <= end; sequence++) {
                    int at = index.offset(sequence) - start;
                    if (RecordFrame.wholeAt(run, at, run.length) == index.length(sequence)) {
                        records.add(RecordFrame.decode(run, at, index.length(sequence)));
                    } else {
                        skipped(sequence);
                    }
                }
                bytes += length;
            }
        }
        return new Piece(records, sequence - 1);
    }

    /** The last of the undamaged records in a row from here, of at most one megabyte. */
    private static long endOfRun(SegmentIndex index, long from, long last) {
        long end = from;
        int start = index.offset(from);
        while (end < last && index.offset(end + 1) != SegmentIndex.DAMAGED && index.offset(end + 1) - start < 1 << 20) {
            end++;
        }
        return end;
    }

    private Piece readPacked(Segment segment, long from, long last, int max, int maxBytes) throws IOException {
        PackedFile file = tables.get(segment.first(), () -> PackedFile.open(segment.packedFile()));
        List<JournalRecord> records = new ArrayList<>(Math.min(max, 1024));
        long covered = from - 1;
        int bytes = 0;
        for (int b = file.blockOf(from); b < file.blocks().size() && records.size() < max && bytes < maxBytes; b++) {
            PackedFile.Block block = file.blocks().get(b);
            long lastInBlock =
                    b + 1 < file.blocks().size() ? file.blocks().get(b + 1).firstSequence() - 1 : last;
            byte[] raw;
            try {
                raw = blocks.get(new BlockPlace(segment.first(), b), () -> file.inflate(block));
            } catch (DamagedFileException e) {
                LOG.error("segment={} sequence={} to={} {}", segment.first(), covered + 1, lastInBlock, e.getMessage());
                damaged.add(lastInBlock - covered);
                covered = lastInBlock;
                continue;
            }
            RecordScan scan = new RecordScan(raw, 0, raw.length, block.firstSequence(), true);
            while (records.size() < max && scan.next() && scan.sequence() <= last) {
                if (scan.sequence() >= from) {
                    damaged.add(scan.sequence() - covered - 1);
                    records.add(RecordFrame.decode(raw, scan.offset(), scan.length()));
                    covered = scan.sequence();
                }
            }
            if (records.size() < max) {
                damaged.add(lastInBlock - covered);
                covered = lastInBlock;
            }
            bytes += raw.length;
        }
        return new Piece(records, covered);
    }

    private void skipped(long sequence) {
        damaged.increment();
        LOG.error("sequence={} is damaged on disk and is skipped", sequence);
    }

    /** For callers whose interface knows no checked exception. */
    Piece readUnchecked(long from, int max, int maxBytes) {
        try {
            return read(from, max, maxBytes);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the journal from sequence " + from, e);
        }
    }
}
