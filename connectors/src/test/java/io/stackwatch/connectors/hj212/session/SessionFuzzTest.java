package io.stackwatch.connectors.hj212.session;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.stackwatch.connectors.hj212.cipher.ContentCipher;
import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Decoded;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameDecoder;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.connectors.hj212.codec.SegmentWriter;
import io.stackwatch.connectors.hj212.mapping.FactorTable;
import io.stackwatch.connectors.hj212.mapping.FrameReadings;
import io.stackwatch.core.registry.Mn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whatever comes, as a stream, as content, as content under a seal, or as ciphertext: no exception, replies of bounded
 * length, and the good frame behind it is served. The way is decoder, cipher, session, mapping.
 *
 * <p>In the build it replays its seeds; {@code JAZZER_FUZZ=1 mvn -pl connectors -am test -Dtest=SessionFuzzTest
 * -Dsurefire.failIfNoSpecifiedTests=false} searches for ten minutes.
 */
class SessionFuzzTest {

    private static final Mn CLEAR = new Mn("C");
    private static final Mn SEALED = new Mn("S");
    private static final StationKey KEY = StationKey.of("msbE74gsiSHSEh5e");
    private static final Encryption KEYS = new Encryption(
            Encryption.Form.RAW, Encryption.Plaintext.REJECT, List.of(KEY, StationKey.of("0000000000000000")));
    private static final byte[] GOOD = "QN=20260101080000001;ST=31;CN=2011;PW=123456;MN=S;Flag=9;CP=&&a21026-Rtd=18.5&&"
            .getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_REPLY = 400;

    private final ContentCipher cipher = new ContentCipher();
    private final FrameReadings mapping = new FrameReadings(FactorTable.standard());
    private final Session session = new Session(
            new SegmentReader(CodecLimits.defaults()),
            mn -> mn.equals(CLEAR) || mn.equals(SEALED) ? Optional.of(profile(mn)) : Optional.empty(),
            CommandTable.standard());

    @FuzzTest(maxDuration = "10m")
    void whateverComesTheGoodFrameBehindItIsServed(byte[] data) {
        byte[] rest = Arrays.copyOfRange(data, Math.min(1, data.length), data.length);
        int way = data.length == 0 ? 0 : data[0] & 3;
        byte[] before =
                switch (way) {
                    case 0 -> rest;
                    case 1 -> packet(CLEAR, rest);
                    case 2 -> sealed(rest);
                    default -> packet(SEALED, rest);
                };
        byte[] good = cipher.seal(GOOD, KEY, Encryption.Form.RAW);
        FrameDecoder decoder = new FrameDecoder(CodecLimits.defaults());
        boolean served = false;
        for (byte[] part : List.of(before, good)) {
            for (int from = 0; from < part.length; ) {
                from += decoder.feed(part, from, part.length - from);
                Decoded decoded = decoder.next();
                while (decoded != Decoded.NeedMore.NEED_MORE) {
                    served |= isServed(decoded, good);
                    decoded = decoder.next();
                }
            }
        }
        while (decoder.buffered() > 0) {
            served |= isServed(decoder.endOfPatience(), good);
        }
        if (!served) {
            throw new AssertionError("the good frame is lost behind " + before.length + " bytes, way " + way);
        }
    }

    private boolean isServed(Decoded decoded, byte[] good) {
        return decoded.match(() -> false, whole -> isServed(whole.frame(), good), garbled -> false);
    }

    private boolean isServed(Frame frame, byte[] good) {
        Step step = session.step(frame, SessionState.initial());
        step.replyNow().ifPresent(SessionFuzzTest::bounded);
        step.replyWhenDurable().ifPresent(SessionFuzzTest::bounded);
        if (step.report().detail().length() > Report.MAX_DETAIL) {
            throw new AssertionError("a detail too long");
        }
        mapping.of(step.frame(), profile(SEALED));
        SegmentWriter.of(DataSegment.of(step.frame())).segment();
        boolean isGood = Arrays.equals(frame.bytes(), Arrays.copyOf(good, good.length - 2));
        // a frame of true length and true checksum may hold anything, also something that looks like a frame
        boolean holdsGood = !isGood
                && frame.declaredLength() == frame.segmentLength()
                && !step.frame().crcMatches().isEmpty()
                && text(frame.bytes()).contains(text(Arrays.copyOf(good, good.length - 2)));
        return holdsGood
                || (isGood
                        && step.report().reason() == Reason.IN_ORDER
                        && step.replyWhenDurable().isPresent());
    }

    private static void bounded(Reply reply) {
        if (reply.bytes().length > LONGEST_REPLY) {
            throw new AssertionError("a reply of " + reply.bytes().length + " bytes");
        }
    }

    private byte[] sealed(byte[] content) {
        byte[] segment = segment(SEALED, content);
        byte[] packet = cipher.seal(segment, KEY, Encryption.Form.RAW);
        byte[] opened = new FrameOpener()
                .read(packet, Optional.of(profile(SEALED)))
                .match(
                        clear -> clear.sent().bytes(),
                        read -> read.plaintext().bytes(),
                        unreadable -> new byte[0],
                        () -> {
                            throw new AssertionError("what was sealed is no frame");
                        });
        byte[] plain = FrameEncoder.encode(segment, 0, segment.length);
        // content that is no content has no key that fits; everything else must come back
        if (opened.length > 0 && !Arrays.equals(opened, Arrays.copyOf(plain, plain.length - 2))) {
            throw new AssertionError("opened to something else");
        }
        return packet;
    }

    private static byte[] packet(Mn mn, byte[] content) {
        byte[] segment = segment(mn, content);
        return FrameEncoder.encode(segment, 0, segment.length);
    }

    private static byte[] segment(Mn mn, byte[] content) {
        byte[] header = ("QN=20260101080000000;ST=31;CN=2011;PW=123456;MN=" + mn + ";Flag=9;CP=&&")
                .getBytes(StandardCharsets.US_ASCII);
        int length = Math.min(content.length, 3000);
        byte[] segment = Arrays.copyOf(header, header.length + length + 2);
        System.arraycopy(content, 0, segment, header.length, length);
        segment[segment.length - 1] = '&';
        segment[segment.length - 2] = '&';
        return segment;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static StationProfile profile(Mn mn) {
        StationProfile strict = StationProfile.strict(mn, "123456");
        return mn.equals(SEALED) ? strict.withEncryption(KEYS) : strict;
    }
}
