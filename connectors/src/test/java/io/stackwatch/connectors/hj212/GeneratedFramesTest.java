package io.stackwatch.connectors.hj212;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.cipher.ContentCipher;
import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.codec.CodecLimits;
import io.stackwatch.connectors.hj212.codec.CommandTable;
import io.stackwatch.connectors.hj212.codec.CrcKind;
import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Decoded;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameDecoder;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import io.stackwatch.connectors.hj212.codec.SegmentReader;
import io.stackwatch.connectors.hj212.codec.SegmentWriter;
import io.stackwatch.connectors.hj212.mapping.FactorTable;
import io.stackwatch.connectors.hj212.mapping.FrameReadings;
import io.stackwatch.connectors.hj212.session.Finding;
import io.stackwatch.connectors.hj212.session.Reason;
import io.stackwatch.connectors.hj212.session.Session;
import io.stackwatch.connectors.hj212.session.SessionState;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.connectors.hj212.session.Step;
import io.stackwatch.core.registry.Mn;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What must hold for every frame, tried on many that are drawn from a seed. A failure says the seed;
 * {@code -Dstackwatch.seed=…} draws the same frames again.
 */
class GeneratedFramesTest {

    private static final int FRAMES = 1_500;
    private static final StationKey KEY = StationKey.of("msbE74gsiSHSEh5e");
    private static final StationKey OLD = StationKey.of("0000000000000000");
    private static final Mn CLEAR = new Mn("010000A8900016F000169DC0");
    private static final Mn SEALED = new Mn("010000A8900016F000169DC1");

    @Test
    void decodedAndEncodedAgainEveryFrameIsTheSame() {
        GeneratedFrames generated = new GeneratedFrames(GeneratedFrames.SEED);
        for (int i = 0; i < FRAMES; i++) {
            byte[] packet = generated.next(CLEAR.value(), edition(i)).frame();
            Frame frame = Frame.of(packet).orElseThrow();
            assertTrue(frame.crcMatches(CrcKind.HJ212), at(i));
            assertArrayEquals(packet, SegmentWriter.of(DataSegment.of(frame)).frame(), at(i) + text(packet));
        }
    }

    @Test
    void everySealedFrameIsCutOutOfTheStreamAndOpenedToTheSameBytes() {
        GeneratedFrames generated = new GeneratedFrames(GeneratedFrames.SEED + 1);
        ContentCipher cipher = new ContentCipher();
        Encryption keys = new Encryption(Encryption.Form.RAW, Encryption.Plaintext.WARN, List.of(KEY, OLD));
        for (int i = 0; i < FRAMES; i++) {
            byte[] segment =
                    generated.next(SEALED.value(), edition(i)).segment().getBytes(StandardCharsets.UTF_8);
            byte[] plain = FrameEncoder.encode(segment, 0, segment.length);
            StationKey key = generated.random().nextBoolean() ? KEY : OLD;
            Encryption.Form form = form(generated);
            byte[] packet = cipher.seal(segment, key, form);
            List<Frame> frames =
                    frames(List.of(packet, packet), 1 + generated.random().nextInt(200));
            String where = at(i) + text(plain);
            assertEquals(2, frames.size(), where);
            byte[] opened = cipher.open(frames.get(1), keys)
                    .match(
                            unsealed -> unsealed.frame().bytes(),
                            still -> {
                                assertArrayEquals(plain, packet, where);
                                return still.frame().bytes();
                            },
                            () -> new byte[0]);
            assertArrayEquals(Arrays.copyOf(plain, plain.length - 2), opened, where);
        }
    }

    @Test
    void everyFrameOfAKnownStationIsInOrderAndNothingItSaysIsUnknown() {
        GeneratedFrames generated = new GeneratedFrames(GeneratedFrames.SEED + 2);
        Session session = session();
        FrameReadings mapping = new FrameReadings(FactorTable.standard());
        for (int i = 0; i < FRAMES; i++) {
            StationProfile.Edition edition = edition(i);
            Mn mn = generated.random().nextBoolean() ? CLEAR : SEALED;
            byte[] segment = generated.next(mn.value(), edition).segment().getBytes(StandardCharsets.UTF_8);
            byte[] packet = mn.equals(SEALED)
                    ? new ContentCipher().seal(segment, KEY, Encryption.Form.RAW)
                    : FrameEncoder.encode(segment, 0, segment.length);
            Step step = session.step(Frame.of(packet).orElseThrow(), SessionState.initial());
            String where = at(i)
                    + new String(segment, StandardCharsets.UTF_8)
                    + step.report().detail();
            assertEquals(Reason.IN_ORDER, step.report().reason(), where);
            for (Finding finding : List.of(
                    Finding.NOT_YET_UNDERSTOOD,
                    Finding.GRAMMAR,
                    Finding.HOSTS_COMMAND,
                    Finding.PACKET_NUMBER,
                    Finding.PLAINTEXT,
                    Finding.EMPTY_CONTENT)) {
                assertTrue(!step.report().findings().contains(finding), where);
            }
            assertTrue(mapping.of(step.frame(), profile(mn)).toString().length() > 0, where);
        }
    }

    @Test
    void whateverWentBeforeAGoodFrameItIsServed() {
        GeneratedFrames generated = new GeneratedFrames(GeneratedFrames.SEED + 3);
        Session session = session();
        FrameReadings mapping = new FrameReadings(FactorTable.standard());
        ContentCipher cipher = new ContentCipher();
        for (int i = 0; i < FRAMES; i++) {
            byte[] segment =
                    generated.next(SEALED.value(), edition(i)).segment().getBytes(StandardCharsets.UTF_8);
            byte[] before = generated.random().nextInt(8) == 0
                    ? generated.noise(600)
                    : generated.mutated(cipher.seal(segment, KEY, form(generated)));
            byte[] good = cipher.seal(good(i), KEY, Encryption.Form.RAW);
            String where = at(i) + text(before);
            boolean served = false;
            for (Frame frame :
                    frames(List.of(before, good), 1 + generated.random().nextInt(400))) {
                Step step = session.step(frame, SessionState.initial());
                mapping.of(step.frame(), profile(SEALED));
                served = served
                        || (Arrays.equals(frame.bytes(), Arrays.copyOf(good, good.length - 2))
                                && step.report().reason() == Reason.IN_ORDER
                                && step.replyWhenDurable().isPresent());
            }
            assertTrue(served, where);
        }
    }

    private static byte[] good(int number) {
        String segment = "QN=%017d;ST=31;CN=2011;PW=123456;MN=%s;Flag=9;CP=&&DataTime=20260101080000;a21026-Rtd=18.5&&"
                .formatted(number + 1, SEALED);
        return segment.getBytes(StandardCharsets.US_ASCII);
    }

    private static List<Frame> frames(List<byte[]> packets, int piece) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        packets.forEach(all::writeBytes);
        byte[] stream = all.toByteArray();
        FrameDecoder decoder = new FrameDecoder(CodecLimits.defaults());
        List<Frame> frames = new ArrayList<>();
        for (int from = 0; from < stream.length; ) {
            from += decoder.feed(stream, from, Math.min(piece, stream.length - from));
            while (keep(decoder.next(), frames)) {
                // until it needs more
            }
        }
        while (decoder.buffered() > 0) {
            keep(decoder.endOfPatience(), frames);
        }
        return frames;
    }

    private static boolean keep(Decoded decoded, List<Frame> frames) {
        return decoded.match(() -> false, whole -> frames.add(whole.frame()), garbled -> true);
    }

    private static Session session() {
        return new Session(
                new SegmentReader(CodecLimits.defaults()),
                mn -> mn.equals(CLEAR) || mn.equals(SEALED) ? Optional.of(profile(mn)) : Optional.empty(),
                CommandTable.standard());
    }

    private static StationProfile profile(Mn mn) {
        StationProfile clear = new StationProfile(
                mn,
                StationProfile.Edition.HJ212_2025,
                StationProfile.CrcMode.HJ212,
                StationProfile.PasswordPolicy.REJECT,
                "123456",
                Duration.ofMinutes(1),
                false,
                Map.of());
        return mn.equals(SEALED)
                ? clear.withEncryption(
                        new Encryption(Encryption.Form.RAW, Encryption.Plaintext.REJECT, List.of(KEY, OLD)))
                : clear;
    }

    private static Encryption.Form form(GeneratedFrames generated) {
        return generated.random().nextBoolean() ? Encryption.Form.RAW : Encryption.Form.PRINTED;
    }

    private static StationProfile.Edition edition(int number) {
        return List.of(StationProfile.Edition.values()).get(number % 3);
    }

    private static String at(int number) {
        return "seed " + GeneratedFrames.SEED + ", frame " + number + ": ";
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
