package io.stackwatch.simulator.load;

import io.stackwatch.connectors.hj212.codec.Crc16;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;

/**
 * One prebuilt frame in which MN, QN, DataTime and checksum are exchanged in place.
 *
 * <p>The HJ 212 checksum keeps only eight bits of state from byte to byte: what the constant rest behind the DataTime
 * makes of each of the 256 states is a table, and only the bytes in front are computed per frame. For one thread.
 */
final class FrameTemplate {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String HEX = "0123456789ABCDEF";
    private static final int SEGMENT_AT = "##0000".length();
    private static final int QN_AT = SEGMENT_AT + "QN=".length();

    private final byte[] frame;
    private final int mnAt;
    private final int dataTimeAt;
    private final int crcAt;
    private final int headLength;
    private final char[] behind = new char[256];
    private final long firstNumber;
    private final long firstSecond;
    private final long step;
    private long number;

    /** @param now from which millisecond the request numbers count */
    FrameTemplate(LoadOptions options, Instant now) {
        String head = "QN=20260101000000000;ST=31;CN=" + options.shape().command() + ";PW=123456;MN=";
        String middle = ";Flag=5;CP=&&DataTime=";
        String segment = head + options.mn(0) + middle + "20260101000000"
                + options.shape().items() + "&&";
        this.frame = FrameEncoder.encode(segment);
        this.mnAt = SEGMENT_AT + head.length();
        this.dataTimeAt = mnAt + LoadOptions.MN_LENGTH + middle.length();
        this.headLength = dataTimeAt + 14 - SEGMENT_AT;
        this.crcAt = SEGMENT_AT + segment.length();
        this.firstNumber = local(now, 1_000);
        this.firstSecond = local(options.dataFrom(), 1);
        this.step = options.shape().step().toSeconds();
        for (int state = 0; state < behind.length; state++) {
            behind[state] = (char) behind(state, segment.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The whole frame of a station's n-th message, in the same array every time. */
    byte[] fill(byte[] mn, long sequence) {
        System.arraycopy(mn, 0, frame, mnAt, mn.length);
        number = Digits.writeMillisecond(frame, QN_AT, firstNumber + sequence);
        Digits.writeSecond(frame, dataTimeAt, firstSecond + sequence * step);
        int crc = behind[Crc16.hj212(frame, SEGMENT_AT, headLength) >>> 8];
        frame[crcAt] = (byte) HEX.charAt(crc >>> 12);
        frame[crcAt + 1] = (byte) HEX.charAt(crc >>> 8 & 0xF);
        frame[crcAt + 2] = (byte) HEX.charAt(crc >>> 4 & 0xF);
        frame[crcAt + 3] = (byte) HEX.charAt(crc & 0xF);
        return frame;
    }

    /** The request number of the frame that was filled last, as a number. */
    long number() {
        return number;
    }

    /** The frame that was filled last; not a copy. */
    byte[] bytes() {
        return frame;
    }

    int length() {
        return frame.length;
    }

    /** What the constant bytes behind the DataTime make of a state. */
    private int behind(int state, byte[] segment) {
        int register = state << 8;
        for (int i = headLength; i < segment.length; i++) {
            register = step(register, segment[i]);
        }
        return register;
    }

    /** HJ 212-2017 Appendix A, bit by bit: only used to build the table. */
    private static int step(int register, byte next) {
        int value = (register >>> 8) ^ (next & 0xFF);
        for (int bit = 0; bit < 8; bit++) {
            value = (value & 1) != 0 ? (value >>> 1) ^ 0xA001 : value >>> 1;
        }
        return value;
    }

    private static long local(Instant instant, long perSecond) {
        long offset = ZONE.getRules().getOffset(instant).getTotalSeconds();
        return perSecond == 1 ? instant.getEpochSecond() + offset : instant.toEpochMilli() + offset * perSecond;
    }
}
