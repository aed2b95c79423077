package io.stackwatch.simulator.logger;

import io.stackwatch.connectors.hj212.codec.Frame;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/** Frames of a host, with length and checksum made here: never prove a codec with itself. */
public final class HostFrame {

    private HostFrame() {}

    /** The packet of a segment, from {@code ##} to CR LF. */
    public static String packet(String segment) {
        int length = segment.getBytes(StandardCharsets.UTF_8).length;
        return String.format("##%04d%s%04X\r\n", length, segment, checksum(segment));
    }

    /** The packet with its content encrypted: groups of sixteen, the rest in clear, the plaintext's checksum. */
    public static byte[] sealed(String segment, String key) {
        String packet = packet(segment);
        byte[] bytes = packet.getBytes(StandardCharsets.UTF_8);
        cipher(bytes, key, true);
        return bytes;
    }

    /** The packet that this one, a character for each byte and without its line end, was before it was encrypted so. */
    public static String opened(String packet, String key) {
        byte[] bytes = (packet + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        cipher(bytes, key, false);
        return new String(bytes, StandardCharsets.ISO_8859_1).trim();
    }

    /** Whether length and checksum of a packet without its line end are right. */
    public static boolean isRight(String packet) {
        return packet(packet.substring(6, packet.length() - 4)).trim().equals(packet);
    }

    private static void cipher(byte[] packet, String key, boolean encrypting) {
        SM4Engine engine = new SM4Engine();
        engine.init(encrypting, new KeyParameter(key.getBytes(StandardCharsets.US_ASCII)));
        int from = new String(packet, StandardCharsets.ISO_8859_1).indexOf("CP=&&") + 5;
        int to = packet.length - "&&0000\r\n".length();
        for (int at = from; at + 16 <= to; at += 16) {
            byte[] group = new byte[16];
            engine.processBlock(packet, at, group, 0);
            System.arraycopy(group, 0, packet, at, 16);
        }
    }

    /** The same as the logger's decoder gives it. */
    static Frame frame(String segment) {
        return decoded(packet(segment));
    }

    /** A literal packet as the logger's decoder gives it. */
    static Frame decoded(String packet) {
        return Frame.of(packet.getBytes(StandardCharsets.UTF_8)).orElseThrow(() -> new AssertionError(packet));
    }

    /** HJ 212-2017 Appendix A, bit by bit. */
    private static int checksum(String segment) {
        int register = 0xFFFF;
        for (byte next : segment.getBytes(StandardCharsets.UTF_8)) {
            register = (register >> 8) ^ (next & 0xFF);
            for (int bit = 0; bit < 8; bit++) {
                int low = register & 1;
                register >>= 1;
                if (low == 1) {
                    register ^= 0xA001;
                }
            }
        }
        return register;
    }
}
