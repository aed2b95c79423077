package io.stackwatch.connectors.hj212.cipher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A station's SM4 key: 128 bits, written as 16 characters on the wire (HJ 212-2025 6.4.3, {@code NewSK}).
 *
 * <p>Immutable. Shows itself to nobody: neither {@link #toString()} nor any message has the key.
 */
public final class StationKey {

    /** Bytes of a key, and characters of its written form. */
    public static final int LENGTH = 16;

    private final byte[] bytes;
    private final KeyParameter parameter;

    private StationKey(byte[] bytes) {
        this.bytes = bytes;
        this.parameter = new KeyParameter(bytes);
    }

    /**
     * The key that these characters are.
     *
     * @throws IllegalArgumentException if they are not 16 printable ASCII characters; the message does not repeat them
     */
    public static StationKey of(String characters) {
        if (characters.length() != LENGTH || !characters.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("an SM4 key is 16 printable characters without blanks");
        }
        return new StationKey(characters.getBytes(StandardCharsets.US_ASCII));
    }

    /** The written form, for whoever seals it or sends it in a 1014. Never for a log or a page. */
    public String characters() {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    /** The key as the cipher takes it. */
    KeyParameter parameter() {
        return parameter;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StationKey that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "StationKey[hidden]";
    }
}
