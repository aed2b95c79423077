package io.stackwatch.gateway.journal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A sealed segment in blocks of whole records, each deflated on its own, behind a table of where they stand.
 *
 * <p>Header ({@link SegmentHeader}), blocks (zlib), table (32 bytes a block), trailer (32 bytes).
 */
final class PackedFile {

    static final int TABLE_ROW = 32;
    static final int TRAILER = 32;
    static final long END = 0x53574a454e443031L; // "SWJEND01"

    private static final int LARGEST_BLOCK = 1 << 29;

    private final Path file;
    private final long lastSequence;
    private final List<Block> blocks;

    private PackedFile(Path file, long lastSequence, List<Block> blocks) {
        this.file = file;
        this.lastSequence = lastSequence;
        this.blocks = blocks;
    }

    /** Where one block stands. */
    record Block(long firstSequence, int rawOffset, int rawLength, long fileOffset, int packedLength, int rawCrc) {

        static Block read(ByteBuffer in) {
            return new Block(in.getLong(), in.getInt(), in.getInt(), in.getLong(), in.getInt(), in.getInt());
        }

        void write(ByteBuffer out) {
            out.putLong(firstSequence).putInt(rawOffset).putInt(rawLength).putLong(fileOffset);
            out.putInt(packedLength).putInt(rawCrc);
        }
    }

    /** Reads the table; {@code file} may still have its half name. */
    static PackedFile open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] trailer = DurableFiles.read(channel, channel.size() - TRAILER, TRAILER, file);
            ByteBuffer in = ByteBuffer.wrap(trailer);
            if (in.getLong() != END || in.getInt(TRAILER - 4) != crc(trailer, TRAILER - 4)) {
                throw new DamagedFileException(file.getFileName() + ": not the end of a packed segment");
            }
            int count = in.getInt();
            long last = in.getLong();
            int tableCrc = in.getInt();
            long tableBytes = (long) count * TABLE_ROW;
            if (count < 0 || tableBytes > channel.size()) {
                throw new DamagedFileException(file.getFileName() + ": a table of " + count + " blocks");
            }
            byte[] table = DurableFiles.read(
                    channel, channel.size() - TRAILER - tableBytes, Math.toIntExact(tableBytes), file);
            if (crc(table, table.length) != tableCrc) {
                throw new DamagedFileException(file.getFileName() + ": the table's checksum is wrong");
            }
            ByteBuffer rows = ByteBuffer.wrap(table);
            List<Block> blocks = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                blocks.add(Block.read(rows));
            }
            return new PackedFile(file, last, List.copyOf(blocks));
        }
    }

    /** The whole end of the file: table and trailer. */
    static ByteBuffer end(List<Block> blocks, long lastSequence) {
        ByteBuffer out = ByteBuffer.allocate(blocks.size() * TABLE_ROW + TRAILER);
        blocks.forEach(block -> block.write(out));
        int tableCrc = crc(out.array(), out.position());
        ByteBuffer trailer = ByteBuffer.allocate(TRAILER);
        trailer.putLong(END).putInt(blocks.size()).putLong(lastSequence).putInt(tableCrc);
        trailer.putInt(TRAILER - 4, crc(trailer.array(), TRAILER - 4));
        return out.put(trailer.position(0)).flip();
    }

    SegmentHeader header() throws IOException {
        return SegmentHeader.decode(DurableFiles.read(file, 0, SegmentHeader.BYTES), SegmentHeader.PACKED);
    }

    List<Block> blocks() {
        return blocks;
    }

    long lastSequence() {
        return lastSequence;
    }

    /** The number of the block that holds this sequence number. */
    int blockOf(long sequence) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).firstSequence() <= sequence) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The raw bytes of a block; throws {@link DamagedFileException} if they are not those that were packed. */
    byte[] inflate(Block block) throws IOException {
        if (block.rawLength() < 0 || block.rawLength() > LARGEST_BLOCK) {
            throw new DamagedFileException(file.getFileName() + ": a block of " + block.rawLength() + " bytes");
        }
        byte[] packed = DurableFiles.read(file, block.fileOffset(), block.packedLength());
        byte[] raw = new byte[block.rawLength()];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            int length = 0;
            while (length < raw.length && !inflater.finished()) {
                int read = inflater.inflate(raw, length, raw.length - length);
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                length += read;
            }
            if (length != raw.length || crc(raw, raw.length) != block.rawCrc()) {
                throw new DamagedFileException(file.getFileName() + ": block at " + block.fileOffset() + " is damaged");
            }
            return raw;
        } catch (DataFormatException e) {
            throw new DamagedFileException(file.getFileName() + ": block at " + block.fileOffset() + " is damaged", e);
        } finally {
            inflater.end();
        }
    }

    static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
