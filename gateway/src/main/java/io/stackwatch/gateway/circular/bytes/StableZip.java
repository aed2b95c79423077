package io.stackwatch.gateway.circular.bytes;

import com.jcraft.jzlib.DeflaterOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A zip file (PKWARE APPNOTE 6.3) whose entries carry no time: every entry is of 1980-01-01, the first day that zip knows.
 * Entries are written one behind the other, sizes behind the content; below 4 GiB each and in all. Not thread-safe.
 */
public final class StableZip implements Closeable {

    private static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final short VERSION = 20;
    private static final short SIZES_BEHIND_AND_UTF8 = 0x0808;
    private static final short DEFLATED = 8;
    private static final int FIRST_DAY = 0x0021 << 16;
    private static final long LIMIT = 0xFFFFFFFFL;

    private final CountedStream out;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Open open;
    private boolean closed;

    private record Entry(String name, long crc, long packed, long size, long offset) {}

    private static final class Open {
        final byte[] name;
        final long offset;
        final long contentAt;
        final CRC32 crc = new CRC32();
        final DeflaterOutputStream deflating;
        long size;

        Open(byte[] name, long offset, CountedStream out) throws IOException {
            this.name = name;
            this.offset = offset;
            this.contentAt = out.count();
            this.deflating = StableDeflate.raw(out);
        }
    }

    public StableZip(OutputStream target) {
        this.out = new CountedStream(target);
    }

    /** Begins an entry; the one before must have ended. */
    public void begin(String name) throws IOException {
        if (open != null) {
            throw new IllegalStateException("an entry is open while " + name + " is to begin");
        }
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        long offset = out.count();
        put(header(30, LOCAL)
                .putShort(VERSION)
                .putShort(SIZES_BEHIND_AND_UTF8)
                .putShort(DEFLATED)
                .putInt(FIRST_DAY)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putShort((short) encoded.length)
                .putShort((short) 0));
        out.write(encoded);
        open = new Open(encoded, offset, out);
    }

    /** Adds to the entry that is open. */
    public void write(byte[] content, int offset, int length) throws IOException {
        Open entry = opened();
        entry.crc.update(content, offset, length);
        entry.size += length;
        entry.deflating.write(content, offset, length);
    }

    /** Ends the entry that is open. */
    public void end() throws IOException {
        Open entry = opened();
        entry.deflating.finish();
        long packed = out.count() - entry.contentAt;
        if (entry.size > LIMIT || out.count() > LIMIT) {
            throw new IOException("an entry or a zip file without the 64-bit extension is below 4 GiB: "
                    + new String(entry.name, StandardCharsets.UTF_8));
        }
        put(header(16, DESCRIPTOR)
                .putInt((int) entry.crc.getValue())
                .putInt((int) packed)
                .putInt((int) entry.size));
        entries.add(new Entry(
                new String(entry.name, StandardCharsets.UTF_8),
                entry.crc.getValue(),
                packed,
                entry.size,
                entry.offset));
        open = null;
    }

    /** Writes the directory; the target stays open. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (open != null) {
            throw new IOException("a zip file cannot be closed within an entry");
        }
        long directory = out.count();
        for (Entry entry : entries) {
            byte[] name = entry.name.getBytes(StandardCharsets.UTF_8);
            put(header(46, CENTRAL)
                    .putShort(VERSION)
                    .putShort(VERSION)
                    .putShort(SIZES_BEHIND_AND_UTF8)
                    .putShort(DEFLATED)
                    .putInt(FIRST_DAY)
                    .putInt((int) entry.crc)
                    .putInt((int) entry.packed)
                    .putInt((int) entry.size)
                    .putShort((short) name.length)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt((int) entry.offset));
            out.write(name);
        }
        int length = (int) (out.count() - directory);
        put(header(22, END)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) entries.size())
                .putShort((short) entries.size())
                .putInt(length)
                .putInt((int) directory)
                .putShort((short) 0));
        out.flush();
    }

    private Open opened() {
        Open entry = open;
        if (entry == null) {
            throw new IllegalStateException("no entry is open");
        }
        return entry;
    }

    private static ByteBuffer header(int length, int signature) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putInt(signature);
    }

    private void put(ByteBuffer header) throws IOException {
        byte[] bytes = new byte[header.flip().remaining()];
        header.get(bytes);
        out.write(bytes, 0, bytes.length);
    }
}
