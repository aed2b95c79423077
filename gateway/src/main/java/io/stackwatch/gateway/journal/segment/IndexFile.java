package io.stackwatch.gateway.journal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A segment's index on disk: a header of 64 bytes that suffices at start, the stations, the columns. Derived from the
 * segment, and made again from it when it is missing or damaged.
 */
final class IndexFile {

    private static final long MAGIC = 0x53574a494e443031L; // "SWJIND01"
    private static final int HEADER = 64;
    private static final int ROW = 4 + 4 + 8 + 4 + 8;
    private static final int BODY_CRC_AT = 52;

    private IndexFile() {}

    /** What the catalogue must know of every segment. */
    record Summary(long first, int rows, long minMillis, long maxMillis) {

        long last() {
            return first + rows - 1;
        }
    }

    static void save(SegmentIndex index, Path file) throws IOException {
        List<String> stations = index.stations();
        List<byte[]> names =
                stations.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toList();
        int bytes = HEADER + index.rows() * ROW;
        for (byte[] name : names) {
            bytes += 1 + name.length;
        }
        ByteBuffer out = ByteBuffer.allocate(bytes);
        out.putLong(MAGIC)
                .putLong(index.first())
                .putInt(index.rows())
                .putLong(index.minMillis())
                .putLong(index.maxMillis());
        out.putInt(names.size());
        out.position(HEADER);
        names.forEach(name -> out.put((byte) name.length).put(name));
        SegmentIndex.Columns c = index.columns();
        for (int row = 0; row < index.rows(); row++) {
            out.putInt(c.offsets()[row]).putInt(c.lengths()[row]).putLong(c.millis()[row]);
            out.putInt(c.stations()[row]).putLong(c.digests()[row]);
        }
        out.putInt(BODY_CRC_AT, crc(out.array(), HEADER, bytes));
        out.putInt(HEADER - 4, crc(out.array(), 0, HEADER - 4));
        DurableFiles.replace(file, out.flip());
    }

    static Summary summary(Path file) throws IOException {
        return summary(DurableFiles.read(file, 0, HEADER), file);
    }

    static SegmentIndex load(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < HEADER) {
            throw new DamagedFileException(file.getFileName() + " is shorter than an index");
        }
        Summary summary = summary(bytes, file);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt(BODY_CRC_AT) != crc(bytes, HEADER, bytes.length)) {
            throw new DamagedFileException(file.getFileName() + ": the index's checksum is wrong");
        }
        int stations = in.getInt(36);
        in.position(HEADER);
        SegmentIndex index = new SegmentIndex(summary.first(), summary.rows());
        for (int i = 0; i < stations; i++) {
            byte[] name = new byte[in.get() & 0xff];
            in.get(name);
            index.ordinal(new String(name, StandardCharsets.UTF_8));
        }
        for (int row = 0; row < summary.rows(); row++) {
            index.addRow(in.getInt(), in.getInt(), in.getLong(), in.getInt(), in.getLong());
        }
        return index;
    }

    private static Summary summary(byte[] bytes, Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt(HEADER - 4) != crc(bytes, 0, HEADER - 4) || in.getLong() != MAGIC) {
            throw new DamagedFileException(file.getFileName() + ": not the header of an index");
        }
        return new Summary(in.getLong(), in.getInt(), in.getLong(), in.getLong());
    }

    private static int crc(byte[] bytes, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, to - from);
        return (int) crc.getValue();
    }
}
