package io.stackwatch.connectors.hj212.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.server.Peer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The small values of the codec: packets, flags, times, commands. */
class CodecValuesTest {

    @Test
    void thePacketOfASegmentIsTheOneThatAnotherEncoderMakes() {
        for (String segment : new String[] {
            "", "QN=1;CP=&&&&", "CN=3020;CP=&&i11001-Info=//清洗管路//&&", "x".repeat(1024), "x".repeat(9999)
        }) {
            assertArrayEquals(Peer.packet(segment), FrameEncoder.encode(segment));
        }
        assertThrows(IllegalArgumentException.class, () -> FrameEncoder.encode("x".repeat(10_000)));
    }

    // HJ 212-2017 Table C.16, shortened
    @Test
    void aWriterJoinsTheValuesOfAFactorByCommasAndEverythingElseBySemicolons() {
        SegmentWriter writer = new SegmentWriter()
                .field(HeaderField.QN, "20160801085000001")
                .command(2051)
                .flag(Flag.of(1, false, true))
                .item("DataTime", "20160801084000")
                .value("w00000", "Avg", "17.5")
                .value("w00000", "Flag", "N")
                .value("w01001", "Avg", "7.5");
        assertEquals(
                "QN=20160801085000001;CN=2051;Flag=5;"
                        + "CP=&&DataTime=20160801084000;w00000-Avg=17.5,w00000-Flag=N;w01001-Avg=7.5&&",
                writer.segment());
        assertEquals(
                writer.segment().length() - "QN=20160801085000001;CN=2051;Flag=5;".length(), writer.contentLength());
        assertEquals(
                writer.segment(), new String(writer.frame(), 6, writer.segment().length(), StandardCharsets.US_ASCII));
    }

    // HJ 212-2017 Table 3: the version is the upper six bits, not the lower ones
    @Test
    void aFlagIsVersionPacketBitAndAnswerBit() {
        assertEquals(2, new Flag(11).version());
        assertTrue(new Flag(11).packetsNumbered());
        assertTrue(new Flag(11).answerWanted());
        assertFalse(new Flag(4).answerWanted());
        assertFalse(new Flag(5).packetsNumbered());
        assertEquals(new Flag(8), new Flag(11).ofAnswer());
        assertEquals(new Flag(7), Flag.of(1, true, true));
        assertThrows(IllegalArgumentException.class, () -> new Flag(256));
    }

    @Test
    void timesOfTheWireAreBeijingTime() {
        Instant instant = Instant.parse("2016-08-01T00:58:57.223Z");
        assertEquals(Optional.of(instant), ProtocolTime.parse("20160801085857223"));
        assertEquals(Optional.of(Instant.parse("2016-08-01T00:58:57Z")), ProtocolTime.parse("20160801085857"));
        assertEquals("20160801085857223", ProtocolTime.millis(instant));
        assertEquals("20160801085857", ProtocolTime.seconds(instant));
        for (String none : new String[] {"", "2016080108585", "20161301085857", "20160801250000", "2016080108585x"}) {
            assertEquals(Optional.empty(), ProtocolTime.parse(none), none);
        }
    }
}
