package io.stackwatch.connectors.hj212.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Whatever comes: no exception, bounded memory, every byte accounted for, and a good frame behind the garbage comes out.
 *
 * <p>In the build it replays its seeds; {@code JAZZER_FUZZ=1 mvn -pl connectors -am test
 * -Dtest=FrameDecoderFuzzTest -Dsurefire.failIfNoSpecifiedTests=false} searches for ten minutes.
 */
class FrameDecoderFuzzTest {

    private static final byte[] GOOD =
            "##0087QN=20240601085857223;ST=32;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&&&2200"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE_END = {'\r', '\n'};

    @FuzzTest(maxDuration = "10m")
    void whateverComesTheGoodFrameBehindItComesOut(byte[] garbage) {
        Decoding decoding = new Decoding(CodecLimits.defaults());
        int piece = garbage.length == 0 ? 1 : 1 + (garbage[0] & 0xFF);
        for (int from = 0; from < garbage.length; from += piece) {
            decoding.feed(Arrays.copyOfRange(garbage, from, Math.min(garbage.length, from + piece)));
            if (decoding.held() > CodecLimits.defaults().maxSegment() + 4096) {
                throw new AssertionError("holds " + decoding.held());
            }
        }
        decoding.feed(GOOD).feed(LINE_END).endOfPatience();
        decoding.balance();
        if (decoding.frames.stream().noneMatch(FrameDecoderFuzzTest::isOrTrulyHoldsTheGoodOne)) {
            throw new AssertionError("the good frame is lost behind " + garbage.length + " bytes");
        }
        decoding.frames.forEach(FrameDecoderFuzzTest::read);
    }

    /** A frame whose length and checksum are right may hold anything, also something that looks like a frame. */
    private static boolean isOrTrulyHoldsTheGoodOne(byte[] bytes) {
        if (Arrays.equals(bytes, GOOD)) {
            return true;
        }
        boolean holds =
                new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(GOOD, StandardCharsets.ISO_8859_1));
        return holds
                && Frame.of(bytes)
                        .map(frame -> frame.declaredLength() == frame.segmentLength()
                                && !frame.crcMatches().isEmpty())
                        .orElse(false);
    }

    private static void read(byte[] bytes) {
        Frame.of(bytes).ifPresent(frame -> {
            DataSegment segment = DataSegment.of(frame);
            segment.items().forEach(item -> item.number().ifPresent(number -> {
                if (number.toPlainString().length() > 200) {
                    throw new AssertionError("a number that grew: " + item.text());
                }
            }));
        });
    }
}
