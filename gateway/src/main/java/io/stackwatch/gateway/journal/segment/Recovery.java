package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.RecordContent;
import io.stackwatch.gateway.journal.segment.Disk.WritableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Opening what is on the disk: removes what was unfinished, cuts the torn tail, rebuilds what is derived. */
final class Recovery {

    private final Path directory;
    private final Disk disk;
    private final Spare spare;
    private final List<String> damage = new ArrayList<>();
    private int rebuilt;
    private int tornBytes;

    Recovery(Path directory, Disk disk, Spare spare) {
        this.directory = directory;
        this.disk = disk;
        this.spare = spare;
    }

    Recovered recovered() throws IOException {
        long start = System.nanoTime();
        NavigableMap<Long, Segment.Form> forms = SegmentFiles.clean(directory);
        List<Segment> closed = new ArrayList<>();
        Recovered.Tail tail = null;
        for (Map.Entry<Long, Segment.Form> entry : forms.entrySet()) {
            long first = entry.getKey();
            Segment.Form form = entry.getValue();
            Long next = forms.higherKey(first);
            if (next == null && form == Segment.Form.SEALED) {
                tail = active(first, closed);
            } else {
                closed.add(closed(first, form, next));
            }
        }
        if (tail == null) {
            tail = startedBehind(closed);
        }
        long head = tail.index().first() + tail.index().rows() - 1;
        long first = closed.isEmpty() ? tail.segment().first() : closed.get(0).first();
        RecoveryReport report = new RecoveryReport(
                head,
                first,
                closed.size() + 1,
                tornBytes,
                damage,
                rebuilt,
                Duration.ofNanos(System.nanoTime() - start));
        return new Recovered(closed, tail, report);
    }

    private Segment closed(long first, Segment.Form form, @Nullable Long next) throws IOException {
        Segment bare = Segment.closed(directory, form, new IndexFile.Summary(first, 0, 0, 0));
        IndexFile.Summary summary;
        try {
            summary = IndexFile.summary(bare.indexFile());
        } catch (DamagedFileException | NoSuchFileException e) {
            SegmentIndex index = rebuilt(bare, next);
            IndexFile.save(index, bare.indexFile());
            rebuilt++;
            summary = new IndexFile.Summary(first, index.rows(), index.minMillis(), index.maxMillis());
        }
        if (next != null && summary.last() + 1 != next) {
            damage.add(
                    "sequences " + (summary.last() + 1) + " to " + (next - 1) + " are missing: no segment holds them");
        }
        return Segment.closed(directory, form, summary);
    }

    private static SegmentIndex rebuilt(Segment bare, @Nullable Long next) throws IOException {
        return SegmentContent.of(bare).indexed(next == null ? 0 : next - 1);
    }

    private Recovered.Tail active(long first, List<Segment> closed) throws IOException {
        Segment bare = Segment.closed(directory, Segment.Form.SEALED, new IndexFile.Summary(first, 0, 0, 0));
        byte[] bytes = Files.readAllBytes(bare.rawFile());
        String lastHash = hashBefore(bytes, bare, closed);
        RecordScan scan =
                new RecordScan(bytes, Math.min(SegmentHeader.BYTES, bytes.length), bytes.length, first, false);
        SegmentIndex index = new SegmentIndex(first);
        while (scan.next()) {
            while (first + index.rows() < scan.sequence()) {
                index.addDamaged();
            }
            index.add(
                    scan.offset(),
                    scan.length(),
                    RecordFrame.decode(bytes, scan.offset(), scan.length()).arrival());
            lastHash = RecordFrame.hashAt(bytes, scan.offset(), scan.length());
        }
        for (RecordScan.Damage lost : scan.damages()) {
            damage.add("sequences " + lost.firstSequence() + " to " + lost.lastSequence() + " are damaged at offset "
                    + lost.offset() + " of " + bare.rawFile().getFileName());
        }
        tornBytes = scan.tornBytes();
        if (tornBytes > 0) {
            try (WritableFile file = disk.open(bare.rawFile())) {
                file.write(ByteBuffer.allocate(tornBytes), scan.end());
                file.force();
            }
        }
        return new Recovered.Tail(Segment.active(directory, index), index, scan.end(), bytes.length, lastHash);
    }

    private String hashBefore(byte[] bytes, Segment segment, List<Segment> closed) throws IOException {
        try {
            return SegmentHeader.decode(bytes, SegmentHeader.RAW).previousHash();
        } catch (DamagedFileException e) {
            damage.add(segment.rawFile().getFileName() + ": " + e.getMessage());
            return lastHash(closed);
        }
    }

    private Recovered.Tail startedBehind(List<Segment> closed) throws IOException {
        long first = closed.isEmpty() ? 1 : closed.get(closed.size() - 1).last() + 1;
        SegmentIndex index = new SegmentIndex(first);
        Segment segment = Segment.active(directory, index);
        String lastHash = lastHash(closed);
        spare.become(segment.rawFile(), new SegmentHeader(first, lastHash));
        int capacity = Math.toIntExact(Files.size(segment.rawFile()));
        return new Recovered.Tail(segment, index, SegmentHeader.BYTES, capacity, lastHash);
    }

    private static String lastHash(List<Segment> closed) throws IOException {
        if (closed.isEmpty()) {
            return RecordContent.noHash();
        }
        SegmentContent content = SegmentContent.of(closed.get(closed.size() - 1));
        String hash = content.header().previousHash();
        if (content.pieces() == 0) {
            return hash;
        }
        SegmentContent.Piece piece = content.piece(content.pieces() - 1);
        RecordScan scan = piece.scan(true);
        while (scan.next()) {
            hash = RecordFrame.hashAt(piece.data(), scan.offset(), scan.length());
        }
        return hash;
    }
}
