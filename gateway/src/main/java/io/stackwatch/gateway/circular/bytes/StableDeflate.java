package io.stackwatch.gateway.circular.bytes;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.DeflaterOutputStream;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Deflate (RFC 1951) whose output is the same on every Java runtime. {@link java.util.zip.Deflater} calls the zlib that the
 * runtime was built with or finds on the machine, and two of those may choose other bytes for the same content.
 */
public final class StableDeflate {

    private static final int LEVEL = 2;
    private static final int BUFFER = 32 * 1024;

    private StableDeflate() {}

    /** A stream of deflate blocks without header and check sum; {@code finish} ends it, {@code target} stays open. */
    static DeflaterOutputStream raw(OutputStream target) throws IOException {
        return stream(target, true);
    }

    /** Content in the zlib form (RFC 1950) that PDF calls FlateDecode. */
    public static byte[] zlib(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 2 + 64);
        try (DeflaterOutputStream deflating = stream(packed, false)) {
            deflating.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot be written", impossible);
        }
        return packed.toByteArray();
    }

    private static DeflaterOutputStream stream(OutputStream target, boolean bare) throws IOException {
        try {
            Deflater deflater = new Deflater(LEVEL, JZlib.MAX_WBITS, bare);
            return new DeflaterOutputStream(target, deflater, BUFFER, false);
        } catch (GZIPException wrongParameters) {
            throw new IOException("the deflater cannot be set up", wrongParameters);
        }
    }
}
