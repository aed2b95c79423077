package io.stackwatch.gateway.journal.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The whole of a segment, piece by piece, whatever form it has: for verification and for rebuilding what is derived. */
interface SegmentContent {

    /** As the file's name says. */
    long firstSequence();

    SegmentHeader header() throws IOException;

    /** How many pieces there are. */
    int pieces();

    /** Reads one piece; throws {@link DamagedFileException} if it cannot be read back. */
    Piece piece(int number) throws IOException;

    /** Where a piece's first record should stand, and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Piece(long firstSequence, byte[] data, int from, int rawOffset) {

        RecordScan scan(boolean sealed) {
            return new RecordScan(data, from, data.length, firstSequence, sealed);
        }
    }

    static SegmentContent of(Segment segment) throws IOException {
        return segment.form() == Segment.Form.PACKED ? packed(segment) : raw(segment);
    }

    static SegmentContent raw(Segment segment) throws IOException {
        byte[] bytes = Files.readAllBytes(segment.rawFile());
        return new SegmentContent() {
            @Override
            public long firstSequence() {
                return segment.first();
            }

            @Override
            public SegmentHeader header() throws IOException {
                return SegmentHeader.decode(bytes, SegmentHeader.RAW);
            }

            @Override
            public int pieces() {
                return 1;
            }

            @Override
            public Piece piece(int number) {
                return new Piece(segment.first(), bytes, Math.min(SegmentHeader.BYTES, bytes.length), 0);
            }
        };
    }

    static SegmentContent packed(Segment segment) throws IOException {
        PackedFile file = PackedFile.open(segment.packedFile());
        List<PackedFile.Block> blocks = file.blocks();
        return new SegmentContent() {
            @Override
            public long firstSequence() {
                return segment.first();
            }

            @Override
            public SegmentHeader header() throws IOException {
                return file.header();
            }

            @Override
            public int pieces() {
                return blocks.size();
            }

            @Override
            public Piece piece(int number) throws IOException {
                PackedFile.Block block = blocks.get(number);
                return new Piece(block.firstSequence(), file.inflate(block), 0, block.rawOffset());
            }
        };
    }

    /** The index made anew; what cannot be read up to {@code last} is marked as damaged. */
    default SegmentIndex indexed(long last) throws IOException {
        SegmentIndex index = new SegmentIndex(firstSequence());
        List<DamagedFileException> lost = new ArrayList<>();
        for (int number = 0; number < pieces(); number++) {
            try {
                Piece piece = piece(number);
                RecordScan scan = piece.scan(true);
                while (scan.next()) {
                    addDamaged(index, scan.sequence() - 1);
                    index.add(
                            piece.rawOffset() + scan.offset(),
                            scan.length(),
                            RecordFrame.decode(piece.data(), scan.offset(), scan.length())
                                    .arrival());
                }
            } catch (DamagedFileException e) {
                lost.add(e);
            }
        }
        // how much a lost piece held shows only in what is known to follow it
        addDamaged(index, last);
        if (index.rows() == 0 && !lost.isEmpty()) {
            throw lost.get(0);
        }
        return index;
    }

    private static void addDamaged(SegmentIndex index, long last) {
        while (index.first() + index.rows() <= last) {
            index.addDamaged();
        }
    }
}
