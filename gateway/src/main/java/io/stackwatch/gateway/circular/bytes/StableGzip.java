package io.stackwatch.gateway.circular.bytes;

import com.jcraft.jzlib.DeflaterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** A gzip file (RFC 1952) of one member, without name and time. Closing it writes the end; the target stays open. */
public final class StableGzip extends OutputStream {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final OutputStream target;
    private final DeflaterOutputStream deflating;
    private final CRC32 crc = new CRC32();
    private long size;
    private boolean closed;

    public StableGzip(OutputStream target) throws IOException {
        this.target = target;
        target.write(HEADER);
        this.deflating = StableDeflate.raw(target);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        crc.update(bytes, offset, length);
        size += length;
        deflating.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        deflating.finish();
        target.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .putInt((int) size)
                .array());
        target.flush();
    }
}
