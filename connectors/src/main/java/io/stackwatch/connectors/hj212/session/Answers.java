package io.stackwatch.connectors.hj212.session;

import io.stackwatch.connectors.hj212.codec.Flag;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import java.nio.charset.StandardCharsets;

/**
 * The packets 9013 and 9014, with QN, PW and MN echoed byte for byte and the version bits mirrored.
 *
 * <p>2005 puts the QN into the content, later editions into the header (HJ 212-2017 Tables C.4, C.14).
 */
final class Answers {

    static final int NOTICE = 9013;
    static final int DATA = 9014;

    private static final byte[] QN = ascii("QN=");
    private static final byte[] PW = ascii(";PW=");
    private static final byte[] MN = ascii(";MN=");
    private static final byte[] FLAG = ascii(";Flag=");
    private static final byte[] EMPTY_CONTENT = ascii(";CP=&&&&");
    private static final byte[] QN_CONTENT = ascii(";CP=&&QN=");
    private static final byte[] CLOSE = ascii("&&");
    private static final int FIXED = 64;

    private Answers() {}

    static Reply to(SegmentReader asked, int command, Flag flag) {
        byte[] segment = new byte
                [FIXED
                        + Math.max(0, asked.length(HeaderField.QN))
                        + Math.max(0, asked.length(HeaderField.PW))
                        + Math.max(0, asked.length(HeaderField.MN))];
        boolean first = flag.version() == 0;
        int at = 0;
        if (!first) {
            at = put(QN, segment, at);
            at = asked.copy(HeaderField.QN, segment, at);
            segment[at++] = ';';
        }
        at = put(ascii("ST=91;CN=" + command), segment, at);
        at = asked.copy(HeaderField.PW, segment, put(PW, segment, at));
        at = asked.copy(HeaderField.MN, segment, put(MN, segment, at));
        at = put(ascii(Integer.toString(flag.ofAnswer().value())), segment, put(FLAG, segment, at));
        if (first) {
            at = asked.copy(HeaderField.QN, segment, put(QN_CONTENT, segment, at));
            at = put(CLOSE, segment, at);
        } else {
            at = put(EMPTY_CONTENT, segment, at);
        }
        return new Reply(command, FrameEncoder.encode(segment, 0, at));
    }

    private static int put(byte[] what, byte[] target, int at) {
        System.arraycopy(what, 0, target, at, what.length);
        return at + what.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
