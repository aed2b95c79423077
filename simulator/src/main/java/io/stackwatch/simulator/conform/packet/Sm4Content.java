package io.stackwatch.simulator.conform.packet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Encryption of a packet's content: SM4, ECB, no padding; groups of 16 bytes, the remainder in clear (HJ 212-2025 6.4 and
 * A.2, secondary).
 */
public final class Sm4Content {

    /** Bytes of a key and of a group. */
    public static final int GROUP = 16;

    private Sm4Content() {}

    /** The content with its whole groups encrypted; as long as before. */
    public static byte[] encrypted(byte[] content, byte[] key) {
        return groups(content, key, true);
    }

    /** The content with its whole groups decrypted; as long as before. */
    public static byte[] decrypted(byte[] content, byte[] key) {
        return groups(content, key, false);
    }

    /** Ciphertext the way appendix A.2 prints it: {@code {0xE4,0x3E,...}} and the remainder in clear. */
    public static byte[] printed(byte[] ciphertext) {
        int whole = ciphertext.length / GROUP * GROUP;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        if (whole > 0) {
            HexFormat format = HexFormat.ofDelimiter(",").withPrefix("0x").withUpperCase();
            text.writeBytes(("{" + format.formatHex(ciphertext, 0, whole) + "}").getBytes(StandardCharsets.US_ASCII));
        }
        text.write(ciphertext, whole, ciphertext.length - whole);
        return text.toByteArray();
    }

    /** A key from its 16 characters; empty if they are not 16 ASCII characters. */
    public static Optional<byte[]> key(String text) {
        byte[] key = text.getBytes(StandardCharsets.UTF_8);
        return key.length == GROUP ? Optional.of(key) : Optional.empty();
    }

    private static byte[] groups(byte[] content, byte[] key, boolean encrypt) {
        SM4Engine engine = new SM4Engine();
        engine.init(encrypt, new KeyParameter(key));
        byte[] result = Arrays.copyOf(content, content.length);
        for (int at = 0; at + GROUP <= content.length; at += GROUP) {
            engine.processBlock(content, at, result, at);
        }
        return result;
    }
}
