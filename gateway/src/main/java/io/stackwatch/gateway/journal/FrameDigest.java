package io.stackwatch.gateway.journal;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A 64-bit digest by which equal payloads find each other: CRC-32C in the upper half, CRC-32 in the lower.
 *
 * <p>Not proof of equality: whoever finds an equal digest compares the bytes. Pure function.
 */
public final class FrameDigest {

    private FrameDigest() {}

    /** The digest of a payload. */
    public static long of(byte[] payload) {
        CRC32C castagnoli = new CRC32C();
        castagnoli.update(payload);
        CRC32 ieee = new CRC32();
        ieee.update(payload);
        return castagnoli.getValue() << 32 | ieee.getValue();
    }
}
