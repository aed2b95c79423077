package io.stackwatch.simulator.fault;

import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** A good frame taken apart, for the faults that change what it says and keep it whole. */
final class FrameText {

    private static final int BEFORE = "##0000".length();
    private static final int CRC = 4;
    private static final int BEHIND = CRC + "\r\n".length();

    private FrameText() {}

    static byte[] segment(Buffer frame) {
        return frame.getBytes(BEFORE, frame.length() - BEHIND);
    }

    static int crcAt(Buffer frame) {
        return frame.length() - BEHIND;
    }

    /**
     * The frame with the value of a header field exchanged, and right length and checksum.
     *
     * <p>Of an encrypted frame the checksum would have to be that of the plaintext, which is not known here: it is wrong then.
     */
    static Buffer withField(Buffer frame, String name, String value) {
        String text = new String(segment(frame), StandardCharsets.ISO_8859_1);
        int from = text.indexOf(name + "=") + name.length() + 1;
        int to = text.indexOf(';', from);
        byte[] changed = (text.substring(0, from) + value + text.substring(to)).getBytes(StandardCharsets.ISO_8859_1);
        return Buffer.buffer(FrameEncoder.encode(changed, 0, changed.length));
    }

    /** The frame with another checksum. */
    static Buffer withCrc(Buffer frame, int crc) {
        String digits = String.format("%04X", crc & 0xFFFF);
        return frame.copy().setString(crcAt(frame), digits);
    }
}
