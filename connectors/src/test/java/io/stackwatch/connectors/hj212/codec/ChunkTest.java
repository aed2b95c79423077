package io.stackwatch.connectors.hj212.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.Samples;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same bytes give the same frames in whatever pieces the network brings them. */
class ChunkTest {

    @Test
    void everySampleCutIntoPiecesOfEverySizeGivesWhatItGivesWhole() {
        List<Samples.Sample> samples = Samples.all();
        assertTrue(samples.size() > 100, "samples found: " + samples.size());
        for (Samples.Sample sample : samples) {
            byte[] stream = twice(sample.wire());
            Decoding whole = Decoding.of(stream, stream.length);
            whole.balance();
            for (int piece = 1; piece <= stream.length; piece++) {
                Decoding cut = Decoding.of(stream, piece);
                cut.balance();
                assertTrue(whole.sameFrames(cut), sample + " in pieces of " + piece);
            }
        }
    }

    @Test
    void allSamplesGluedGiveTheSameFramesInPiecesOfEverySize() {
        byte[] stream = glued();
        Decoding whole = Decoding.of(stream, stream.length);
        whole.balance();
        for (int piece = 1; piece <= 3000; piece++) {
            Decoding cut = Decoding.of(stream, piece);
            assertTrue(whole.sameFrames(cut), "in pieces of " + piece);
            cut.balance();
        }
    }

    @Test
    void piecesOfRandomSizesGiveTheSameFrames() {
        byte[] stream = glued();
        Decoding whole = Decoding.of(stream, stream.length);
        long seed = 20260101;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            Decoding cut = new Decoding(CodecLimits.defaults());
            int from = 0;
            while (from < stream.length) {
                int length = Math.min(stream.length - from, 1 + random.nextInt(700));
                cut.feed(Arrays.copyOfRange(stream, from, from + length));
                from += length;
            }
            assertTrue(whole.sameFrames(cut), "seed " + seed + " round " + round);
        }
    }

    @Test
    void everySampleThatIsOkComesOutOfTheGluedStream() {
        Decoding whole = Decoding.of(glued(), 1 << 20);
        whole.endOfPatience();
        long ok = 0;
        int at = 0;
        for (Samples.Sample sample : Samples.all()) {
            if (sample.isOk()) {
                ok++;
                int found = at;
                while (found < whole.frames.size() && !Arrays.equals(whole.frames.get(found), sample.frame())) {
                    found++;
                }
                assertTrue(found < whole.frames.size(), sample + " is missing");
                at = found + 1;
            }
        }
        assertEquals(Samples.all().stream().filter(Samples.Sample::isOk).count(), ok);
    }

    private static byte[] glued() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        Samples.all().forEach(sample -> stream.writeBytes(sample.wire()));
        return stream.toByteArray();
    }

    private static byte[] twice(byte[] bytes) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(bytes);
        stream.writeBytes(bytes);
        return stream.toByteArray();
    }
}
