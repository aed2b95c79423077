package io.stackwatch.connectors.hj212;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.SegmentWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every sample whose length and checksum are right, decoded and encoded again, gives the same bytes; or it stands in
 * {@code hj212/not-the-same-again.txt} with what is lost and why.
 */
class RoundTripTest {

    @Test
    void decodedAndEncodedAgainEveryOkSampleIsTheSameOrExplained() throws IOException {
        Map<String, String> explained = explained();
        Set<String> different = new TreeSet<>();
        int same = 0;
        for (Samples.Sample sample : Samples.all()) {
            if (!sample.isOk()) {
                continue;
            }
            byte[] again = again(sample.frame());
            if (Arrays.equals(sample.frame(), again)) {
                same++;
                assertFalse(explained.containsKey(line(sample)), "explained and yet the same: " + sample);
            } else {
                different.add(line(sample));
                assertEquals(explained.get(line(sample)), new String(again, StandardCharsets.UTF_8), sample.toString());
            }
        }
        assertEquals(new TreeSet<>(explained.keySet()), different);
        assertTrue(same > 100, "the same again: " + same);
    }

    @Test
    void whatWasWrittenAgainIsReadAsTheSameSegment() {
        for (Samples.Sample sample : Samples.all()) {
            if (sample.isOk()) {
                DataSegment once = DataSegment.of(Frame.of(sample.frame()).orElseThrow());
                DataSegment twice =
                        DataSegment.of(Frame.of(again(sample.frame())).orElseThrow());
                assertEquals(once.header(), twice.header(), sample.toString());
                assertEquals(once.items(), twice.items(), sample.toString());
            }
        }
    }

    private static byte[] again(byte[] frame) {
        byte[] packet =
                SegmentWriter.of(DataSegment.of(Frame.of(frame).orElseThrow())).frame();
        return Arrays.copyOf(packet, packet.length - 2);
    }

    private static String line(Samples.Sample sample) {
        return "samples.txt:" + sample.line();
    }

    /** Place of the sample to what is written instead; the line before the two says why. */
    private static Map<String, String> explained() throws IOException {
        Map<String, String> explained = new LinkedHashMap<>();
        try (InputStream file = RoundTripTest.class.getResourceAsStream("/hj212/not-the-same-again.txt")) {
            if (file == null) {
                throw new IOException("hj212/not-the-same-again.txt is missing");
            }
            String place = "";
            boolean said = false;
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("# ")) {
                    said = true;
                } else if (line.startsWith("samples.txt:")) {
                    assertTrue(said, "not explained: " + line);
                    place = line;
                } else if (line.startsWith("##")) {
                    explained.put(place, line);
                    said = false;
                }
            }
        }
        return explained;
    }
}
