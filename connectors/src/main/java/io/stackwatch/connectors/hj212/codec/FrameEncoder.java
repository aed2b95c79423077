package io.stackwatch.connectors.hj212.codec;

import java.nio.charset.StandardCharsets;

/** Makes packets of data segments: {@code ##}, four digits of length, the segment, four digits of CRC, CR LF. */
public final class FrameEncoder {

    /** The longest segment that four digits can announce. */
    public static final int MAX_SEGMENT = 9999;

    private static final int AROUND = 2 + 4 + 4 + 2;
    private static final String HEX = "0123456789ABCDEF";

    private FrameEncoder() {}

    /** The packet of this segment, with the length counted in bytes of UTF-8. */
    public static byte[] encode(String segment) {
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        return encode(bytes, 0, bytes.length);
    }

    /** The packet of the segment at this place. */
    public static byte[] encode(byte[] source, int from, int length) {
        if (length > MAX_SEGMENT) {
            throw new IllegalArgumentException("a segment has at most " + MAX_SEGMENT + " bytes: " + length);
        }
        byte[] frame = new byte[length + AROUND];
        frame[0] = '#';
        frame[1] = '#';
        frame[2] = (byte) ('0' + length / 1000);
        frame[3] = (byte) ('0' + length / 100 % 10);
        frame[4] = (byte) ('0' + length / 10 % 10);
        frame[5] = (byte) ('0' + length % 10);
        System.arraycopy(source, from, frame, 6, length);
        int crc = Crc16.hj212(source, from, length);
        int at = 6 + length;
        for (int shift = 12; shift >= 0; shift -= 4) {
            frame[at++] = (byte) HEX.charAt(crc >> shift & 0xF);
        }
        frame[at] = '\r';
        frame[at + 1] = '\n';
        return frame;
    }
}
