package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.journal.RecordContent;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * A record as it lies in a segment: length of what follows the checksum (4), CRC-32C of what follows (4), the journal's
 * durable head when it was written (8), the content ({@link RecordContent}), its chained SHA-256 (32).
 *
 * <p>The durable head tells a torn tail from damage: a record that a later one knew to be durable was lost by the disk.
 */
final class RecordFrame {

    /** Bytes around the content. */
    static final int OVERHEAD = 4 + 4 + 8 + RecordContent.HASH_BYTES;

    private static final int CONTENT_AT = 16;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest sha256 = RecordContent.sha256();
    private final CRC32C crc = new CRC32C();

    static int size(Arrival arrival) {
        return OVERHEAD + RecordContent.size(arrival);
    }

    /** Writes a record at the position of a heap buffer and replaces {@code hash} with the record's hash. */
    @SuppressWarnings("ByteBufferBackingArray") // always a whole heap buffer of the writer
    void encode(long sequence, Arrival arrival, long durableHead, byte[] hash, ByteBuffer out) {
        int start = out.position();
        out.position(start + 8);
        out.putLong(durableHead);
        RecordContent.write(sequence, arrival, out);
        int contentStart = start + CONTENT_AT;
        int hashAt = out.position();
        sha256.update(hash);
        sha256.update(out.array(), contentStart, hashAt - contentStart);
        try {
            sha256.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 fits into " + hash.length + " bytes", e);
        }
        out.put(hash);
        int length = out.position() - start - 8;
        crc.reset();
        crc.update(out.array(), start + 8, length);
        out.putInt(start, length);
        out.putInt(start + 4, (int) crc.getValue());
    }

    /** The length of the whole record at this place if it is whole and undamaged, else 0. */
    static int wholeAt(byte[] data, int at, int end) {
        if (end - at < OVERHEAD) {
            return 0;
        }
        int length = (int) INT.get(data, at);
        if (length < OVERHEAD - 8 || length > end - at - 8) {
            return 0;
        }
        CRC32C crc = new CRC32C();
        crc.update(data, at + 8, length);
        return (int) crc.getValue() == (int) INT.get(data, at + 4) ? length + 8 : 0;
    }

    static long sequenceAt(byte[] data, int at) {
        return (long) LONG.get(data, at + CONTENT_AT);
    }

    static long durableHeadAt(byte[] data, int at) {
        return (long) LONG.get(data, at + 8);
    }

    /** The record at this place, which must be whole. */
    static JournalRecord decode(byte[] data, int at, int length) {
        ByteBuffer content = ByteBuffer.wrap(data, at + CONTENT_AT, length - OVERHEAD);
        return RecordContent.read(content, hashAt(data, at, length));
    }

    static String hashAt(byte[] data, int at, int length) {
        int hashEnd = at + length;
        return HexFormat.of().formatHex(data, hashEnd - RecordContent.HASH_BYTES, hashEnd);
    }

    /** What the hash of the record at this place must be behind the given one. */
    static String expectedHash(byte[] data, int at, int length, String previous) {
        MessageDigest sha256 = RecordContent.sha256();
        sha256.update(HexFormat.of().parseHex(previous));
        sha256.update(data, at + CONTENT_AT, length - OVERHEAD);
        return HexFormat.of().formatHex(sha256.digest());
    }
}
