package io.stackwatch.simulator.logger;

import io.stackwatch.connectors.hj212.codec.Frame;
import java.nio.charset.StandardCharsets;

/** Frames of a host, with length and checksum made here: never prove a codec with itself. */
public final class HostFrame {

    private HostFrame() {}

    /** The packet of a segment, from {@code ##} to CR LF. */
    public static String packet(String segment) {
        int length = segment.getBytes(StandardCharsets.UTF_8).length;
        return String.format("##%04d%s%04X\r\n", length, segment, checksum(segment));
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
