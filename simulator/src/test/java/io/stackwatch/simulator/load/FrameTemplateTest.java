package io.stackwatch.simulator.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameTemplateTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123Z");

    /** The checksum by table must be the one that the codec computes over the whole segment. */
    @ParameterizedTest
    @EnumSource(FrameShape.class)
    void everyFrameIsTheOneThatTheCodecWouldMake(FrameShape shape) {
        LoadOptions options = options(shape);
        FrameTemplate template = new FrameTemplate(options, NOW);
        for (long sequence = 0; sequence < 3_000; sequence += 7) {
            byte[] mn = options.mn((int) sequence).getBytes(StandardCharsets.US_ASCII);

            byte[] frame = template.fill(mn, sequence).clone();

            String segment = new String(frame, 6, frame.length - 12, StandardCharsets.US_ASCII);
            assertArrayEquals(FrameEncoder.encode(segment), frame, segment);
        }
    }

    @Test
    void numberAndDataTimeMoveOnWithTheSequence() {
        LoadOptions options = options(FrameShape.HOUR12);
        FrameTemplate template = new FrameTemplate(options, NOW);

        String text = new String(
                template.fill(options.mn(3).getBytes(StandardCharsets.US_ASCII), 25), StandardCharsets.US_ASCII);

        assertEquals(20261124160000148L, template.number());
        assertTrue(text.contains("QN=20261124160000148;ST=31;CN=2061;PW=123456;MN=10AD00000000000000000003;Flag=5;"));
        assertTrue(text.contains("CP=&&DataTime=20261115090000;a34013-Min="), text);
    }

    @ParameterizedTest
    @EnumSource(FrameShape.class)
    void aFrameKeepsToTheStandardsLength(FrameShape shape) {
        FrameTemplate template = new FrameTemplate(options(shape), NOW);
        byte[] frame = template.fill(options(shape).mn(0).getBytes(StandardCharsets.US_ASCII), 0);

        assertTrue(template.length() <= 1036, "frame of " + template.length());
        String text = new String(Arrays.copyOf(frame, frame.length - 6), StandardCharsets.US_ASCII);
        assertTrue(text.substring(text.indexOf("CP=")).length() <= 950);
    }

    private static LoadOptions options(FrameShape shape) {
        return new LoadOptions(
                "127.0.0.1",
                1,
                10,
                OptionalDouble.empty(),
                Duration.ZERO,
                Duration.ofSeconds(1),
                1,
                shape,
                "10AD",
                Instant.parse("2026-11-14T00:00:00Z"),
                Duration.ofSeconds(10),
                3);
    }
}
