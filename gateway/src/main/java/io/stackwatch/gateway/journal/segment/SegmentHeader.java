package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.RecordContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The first 128 bytes of a segment: magic (8), version (4), first sequence (8), hash of the record before it (32), zeros,
 * CRC-32C of all that (4).
 *
 * @param firstSequence the sequence number of the segment's first record
 * @param previousHash hash of the record before, hexadecimal
 */
record SegmentHeader(long firstSequence, String previousHash) {

    static final int BYTES = 128;

    /** A segment as the writer writes it. */
    static final long RAW = 0x53574a5345473031L; // "SWJSEG01"
    /** A segment in compressed blocks. */
    static final long PACKED = 0x53574a5041433031L; // "SWJPAC01"

    private static final int VERSION = 1;

    ByteBuffer encode(long magic) {
        ByteBuffer out = ByteBuffer.allocate(BYTES);
        out.putLong(magic)
                .putInt(VERSION)
                .putLong(firstSequence)
                .put(HexFormat.of().parseHex(previousHash));
        out.putInt(BYTES - 4, crc(out.array()));
        return out.position(0);
    }

    /** Throws {@link DamagedFileException} if these are not the bytes of a header. */
    static SegmentHeader decode(byte[] bytes, long magic) throws IOException {
        if (bytes.length < BYTES) {
            throw new DamagedFileException("a segment header has " + BYTES + " bytes, found " + bytes.length);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt(BYTES - 4) != crc(bytes)) {
            throw new DamagedFileException("the segment header's checksum is wrong");
        }
        if (in.getLong() != magic || in.getInt() != VERSION) {
            throw new DamagedFileException("not a segment of format version " + VERSION);
        }
        long first = in.getLong();
        int hashAt = in.position();
        String hash = HexFormat.of().formatHex(Arrays.copyOfRange(bytes, hashAt, hashAt + RecordContent.HASH_BYTES));
        return new SegmentHeader(first, hash);
    }

    private static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, BYTES - 4);
        return (int) crc.getValue();
    }
}
