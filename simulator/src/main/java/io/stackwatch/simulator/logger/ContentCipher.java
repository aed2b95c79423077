package io.stackwatch.simulator.logger;

import io.stackwatch.connectors.hj212.codec.Crc16;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4 over the content of a data segment (HJ 212-2025 6.4, A.2): ECB, groups of 16 bytes, the remainder in clear; the
 * checksum is that of the plaintext.
 *
 * <p>The logger's own, apart from the gateway's on purpose: the two ends must be able to disagree. Pure functions.
 */
final class ContentCipher {

    private static final byte[] OPENING = "CP=&&".getBytes(StandardCharsets.US_ASCII);
    private static final int CLOSING = 2;
    private static final int GROUP = 16;
    private static final int CRC_AND_END = 6;
    private static final Pattern PRINTED = Pattern.compile("\\{(?:0x[0-9A-Fa-f]{2},?)*\\}");
    private static final Pattern PRINTED_BYTE = Pattern.compile("0x([0-9A-Fa-f]{2})");

    private ContentCipher() {}

    /** The frame of this segment with its content encrypted. */
    static byte[] seal(String segment, LoggerKey key, KeyRing.Form form) {
        byte[] plain = segment.getBytes(StandardCharsets.UTF_8);
        int from = contentFrom(plain);
        int to = plain.length - CLOSING;
        byte[] content = groups(Arrays.copyOfRange(plain, from, to), key, true);
        byte[] written = form == KeyRing.Form.RAW ? content : printed(content).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(plain.length);
        sealed.write(plain, 0, from);
        sealed.writeBytes(written);
        sealed.write(plain, to, CLOSING);
        byte[] frame = FrameEncoder.encode(sealed.toByteArray(), 0, sealed.size());
        byte[] crc = String.format("%04X", Crc16.hj212(plain, 0, plain.length)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(crc, 0, frame, frame.length - CRC_AND_END, crc.length);
        return frame;
    }

    /** The segment with its content decrypted; empty if this key does not give the checksum. */
    static Optional<byte[]> open(byte[] segment, int declaredCrc, LoggerKey key) {
        int from = contentFrom(segment);
        int to = segment.length - CLOSING;
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        byte[] content = groups(unprinted(Arrays.copyOfRange(segment, from, to)), key, false);
        ByteArrayOutputStream opened = new ByteArrayOutputStream(segment.length);
        opened.write(segment, 0, from);
        opened.writeBytes(content);
        opened.write(segment, to, CLOSING);
        byte[] plain = opened.toByteArray();
        boolean fits = isPrintable(content) && Crc16.hj212(plain, 0, plain.length) == declaredCrc;
        return fits ? Optional.of(plain) : Optional.empty();
    }

    private static byte[] groups(byte[] content, LoggerKey key, boolean encrypting) {
        SM4Engine engine = new SM4Engine();
        engine.init(encrypting, new KeyParameter(key.bytes()));
        byte[] out = content.clone();
        for (int at = 0; at + GROUP <= content.length; at += GROUP) {
            engine.processBlock(content, at, out, at);
        }
        return out;
    }

    private static String printed(byte[] content) {
        StringBuilder text = new StringBuilder(content.length * 5 + 2).append('{');
        for (int i = 0; i < content.length; i++) {
            text.append(i == 0 ? "" : ",").append(String.format("0x%02X", content[i] & 0xFF));
        }
        return text.append('}').toString();
    }

    private static byte[] unprinted(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (!PRINTED.matcher(text).matches()) {
            return content;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher matcher = PRINTED_BYTE.matcher(text);
        while (matcher.find()) {
            bytes.write(Integer.parseInt(matcher.group(1), 16));
        }
        return bytes.toByteArray();
    }

    /** The checksum alone is right by chance once in 256 times. */
    private static boolean isPrintable(byte[] content) {
        for (byte b : content) {
            if (b >= 0 && b < ' ') {
                return false;
            }
        }
        return true;
    }

    private static int contentFrom(byte[] segment) {
        for (int i = 0; i + OPENING.length <= segment.length; i++) {
            if (Arrays.equals(segment, i, i + OPENING.length, OPENING, 0, OPENING.length)) {
                return i + OPENING.length;
            }
        }
        return -1;
    }
}
