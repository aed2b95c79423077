package io.stackwatch.connectors.opcua.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackwatch.core.registry.Mn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The bytes are written by hand from the format's description: they must be readable in thirty years. */
class BatchCodecTest {

    private static final Mn SOURCE = new Mn("B01");
    /** 2026-11-24T00:00:00Z is 13 439 952 000 s behind 1601: 134 399 520 000 000 000 ticks = 0x01DD7BE97E80_8000. */
    private static final Instant MIDNIGHT = Instant.parse("2026-11-24T00:00:00Z");

    private static final String HEAD = "03 42 30 31"; // the source "B01"
    private static final String NODE = "0B 00 6E 73 3D 32 3B 73 3D 53 4F 32 2F"; // "ns=2;s=SO2/", 11 bytes

    private static String midnight(int secondsBehind) {
        long ticks = (13_439_952_000L + secondsBehind) * 10_000_000L;
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            hex.append("%02X ".formatted((ticks >>> (8 * i)) & 0xFF));
        }
        return hex.toString();
    }

    private static byte[] bytes(String... hex) {
        return HexFormat.of().parseHex(String.join("", hex).replace(" ", ""));
    }

    private static void isWritten(Batch batch, byte[] bytes) {
        assertArrayEquals(bytes, BatchCodec.encode(batch), "written: " + batch);
        assertEquals(Optional.of(batch), BatchCodec.decode(bytes).batch(), "read");
    }

    private static NodeValue node(Value value, long status, Optional<Instant> source, Optional<Instant> server) {
        return new NodeValue("ns=2;s=SO2/", value, status, source, server);
    }

    @Test
    void valuesOfAPublishAreTheseBytes() {
        Batch live = new Batch.Live(
                SOURCE,
                7,
                MIDNIGHT,
                List.of(
                        // 12.3f is 0x4144CCCD
                        node(Value.Numeric.of(12.3f), 0, Optional.of(MIDNIGHT), Optional.empty()),
                        // Uncertain_LastUsableValue, -2 as Int16
                        node(
                                new Value.Numeric(Value.NumberType.INT16, -2),
                                0x40900000L,
                                Optional.of(MIDNIGHT),
                                Optional.of(MIDNIGHT.plusSeconds(1))),
                        // Bad_NotConnected without a value
                        node(Value.Nothing.NOTHING, 0x808A0000L, Optional.empty(), Optional.empty()),
                        node(new Value.Text("正"), 0, Optional.empty(), Optional.empty()),
                        node(new Value.Truth(true), 0, Optional.empty(), Optional.empty()),
                        // a Variant: an array of one Byte 5
                        node(new Value.Other(3, bytes("83 01 00 00 00 05")), 0, Optional.empty(), Optional.empty())));
        isWritten(
                live,
                bytes(
                        "01 01",
                        HEAD,
                        "07 00 00 00",
                        midnight(0),
                        "06 00",
                        NODE + "05 0A CD CC 44 41" + midnight(0),
                        NODE + "0F 04 FE FF 00 00 90 40" + midnight(0) + midnight(1),
                        NODE + "02 00 00 8A 80",
                        NODE + "01 0C 03 00 E6 AD A3",
                        NODE + "01 01 01",
                        NODE + "01 FF 03 06 00 83 01 00 00 00 05"));
    }

    @Test
    void midnightIsTheseTicks() {
        assertArrayEquals(
                bytes("01 02", HEAD, "FF FF FF FF", "00 40 95 BF A6 7B DD 01"),
                BatchCodec.encode(new Batch.Alive(SOURCE, 0xFFFF_FFFFL, MIDNIGHT)));
    }

    @Test
    void aKeepAliveIsTheseBytes() {
        isWritten(new Batch.Alive(SOURCE, 0xFFFF_FFFFL, MIDNIGHT), bytes("01 02", HEAD, "FF FF FF FF", midnight(0)));
    }

    @Test
    void aCutIsTheseBytes() {
        isWritten(
                new Batch.Lost(SOURCE, 7, MIDNIGHT, "CONNECTION_LOST"),
                bytes("01 03", HEAD, "07 00 00 00", midnight(0), "0F 43 4F 4E 4E 45 43 54 49 4F 4E 5F 4C 4F 53 54"));
        isWritten(
                new Batch.Resumed(SOURCE, 8, MIDNIGHT.plusSeconds(60), Batch.How.RECREATED, Optional.of(MIDNIGHT)),
                bytes("01 04", HEAD, "08 00 00 00", midnight(60), "02 01", midnight(0)));
        isWritten(
                new Batch.Resumed(SOURCE, 8, MIDNIGHT, Batch.How.STARTED, Optional.empty()),
                bytes("01 04", HEAD, "08 00 00 00", midnight(0), "00 00"));
    }

    @Test
    void readingBackIsTheseBytes() {
        isWritten(
                new Batch.History(
                        SOURCE,
                        8,
                        MIDNIGHT,
                        List.of(node(Value.Numeric.of(1.5), 0, Optional.of(MIDNIGHT), Optional.empty()))),
                bytes(
                        "01 05",
                        HEAD,
                        "08 00 00 00",
                        midnight(0),
                        "01 00",
                        NODE + "05 0B 00 00 00 00 00 00 F8 3F",
                        midnight(0)));
        isWritten(
                new Batch.Filled(SOURCE, 8, MIDNIGHT, MIDNIGHT.plusSeconds(60), Batch.Outcome.PARTLY, 258),
                bytes("01 06", HEAD, "08 00 00 00", midnight(0), midnight(60), "01", "02 01 00 00 00 00 00 00"));
        isWritten(
                new Batch.Filled(
                        SOURCE,
                        8,
                        MIDNIGHT,
                        MIDNIGHT.plusSeconds(60),
                        Batch.Outcome.PARTLY,
                        258,
                        new Unread(3, List.of(new Unread.Node("正", 0x80340000L)))),
                bytes(
                        "01 07",
                        HEAD,
                        "08 00 00 00",
                        midnight(0),
                        midnight(60),
                        "01",
                        "02 01 00 00 00 00 00 00",
                        "03 00 00 00 01",
                        "03 00 E6 AD A3",
                        "00 00 34 80"));
    }

    @Test
    void aCutOfWhichEveryNodeWasReadHasNoUnreadOnesAndNoMoreAreNamedThanThereAre() {
        Unread one = new Unread(1, List.of(new Unread.Node("ns=2;s=A", 1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Batch.Filled(SOURCE, 8, MIDNIGHT, MIDNIGHT, Batch.Outcome.COMPLETE, 0, one));
        List<Unread.Node> many = Collections.nCopies(Unread.MAX_NAMED + 1, new Unread.Node("ns=2;s=A", 1));
        assertThrows(IllegalArgumentException.class, () -> new Unread(100, many));
        assertThrows(IllegalArgumentException.class, () -> new Unread(1, many.subList(0, 2)));
        assertThrows(IllegalArgumentException.class, () -> new Unread.Node("ns=2;s=A", 0), "Good stands in no way");
        String head = "01 07" + HEAD + "08 00 00 00" + midnight(0) + midnight(60);
        assertEquals(
                new Decoded.Unreadable(Decoded.Fault.NOT_ALLOWED),
                BatchCodec.decode(bytes(head, "01", "00 00 00 00 00 00 00 00", "00 00 00 00 00")),
                "none has its own kind");
        assertEquals(
                new Decoded.Unreadable(Decoded.Fault.NOT_ALLOWED),
                BatchCodec.decode(bytes(head, "00", "00 00 00 00 00 00 00 00", "01 00 00 00 00")),
                "COMPLETE with an unread node");
    }

    @Test
    void whatIsDrawnFromASeedComesBackAsItWas() {
        GeneratedBatches batches = new GeneratedBatches(GeneratedBatches.SEED);
        for (int i = 0; i < 2000; i++) {
            Batch batch = batches.next();
            byte[] bytes = BatchCodec.encode(batch);
            assertEquals(
                    Optional.of(batch),
                    BatchCodec.decode(bytes).batch(),
                    "seed " + GeneratedBatches.SEED + ", batch " + i);
        }
    }

    @Test
    void everyShorterPieceIsCutOffAndOneByteMoreIsTooMuch() {
        GeneratedBatches batches = new GeneratedBatches(GeneratedBatches.SEED);
        for (int i = 0; i < 50; i++) {
            byte[] bytes = BatchCodec.encode(batches.next());
            for (int length = 0; length < bytes.length; length++) {
                assertEquals(
                        new Decoded.Unreadable(Decoded.Fault.CUT_OFF),
                        BatchCodec.decode(Arrays.copyOf(bytes, length)),
                        "batch " + i + " cut to " + length);
            }
            assertEquals(
                    new Decoded.Unreadable(Decoded.Fault.TOO_MUCH),
                    BatchCodec.decode(Arrays.copyOf(bytes, bytes.length + 1)));
        }
    }

    @Test
    void anotherVersionOrKindIsRefused() {
        assertEquals(
                new Decoded.Unreadable(Decoded.Fault.UNKNOWN_VERSION),
                BatchCodec.decode(bytes("02 02", HEAD, "07 00 00 00", midnight(0))));
        assertEquals(
                new Decoded.Unreadable(Decoded.Fault.UNKNOWN_KIND),
                BatchCodec.decode(bytes("01 08", HEAD, "07 00 00 00", midnight(0))));
        assertEquals(
                new Decoded.Unreadable(Decoded.Fault.UNKNOWN_KIND),
                BatchCodec.decode(bytes("01 00", HEAD, "07 00 00 00", midnight(0))));
    }

    @Test
    void whatTheFormatDoesNotAllowIsRefused() {
        Decoded refused = new Decoded.Unreadable(Decoded.Fault.NOT_ALLOWED);
        String begin = "01 01" + HEAD + "07 00 00 00" + midnight(0);
        assertEquals(refused, BatchCodec.decode(bytes(begin, "E9 03")), "1001 values");
        assertEquals(refused, BatchCodec.decode(bytes(begin, "01 00", NODE, "10")), "a picosecond");
        assertEquals(refused, BatchCodec.decode(bytes(begin, "01 00", NODE, "01 0D")), "a type we do not write");
        assertEquals(
                refused,
                BatchCodec.decode(bytes(begin, "01 00", NODE, "01 0A 00 00 C0 7F")),
                "a float that is no number");
        assertEquals(
                refused, BatchCodec.decode(bytes(begin, "01 00", NODE, "02 00 00 00 00")), "Good, though left out");
        assertEquals(refused, BatchCodec.decode(bytes(begin, "01 00", NODE, "01 0C 01 00 FF")), "no UTF-8");
        assertEquals(
                refused,
                BatchCodec.decode(bytes("01 03", HEAD, "07 00 00 00", midnight(0), "01 61")),
                "a reason in small letters");
    }

    @Test
    void moreThanABatchMayBeIsNotWrittenAndNotRead() {
        NodeValue large = node(new Value.Text("x".repeat(Value.MAX_BYTES)), 0, Optional.empty(), Optional.empty());
        Batch tooLong = new Batch.Live(SOURCE, 7, MIDNIGHT, Collections.nCopies(9, large));
        assertThrows(IllegalArgumentException.class, () -> BatchCodec.encode(tooLong));
        assertEquals(
                new Decoded.Unreadable(Decoded.Fault.TOO_LONG), BatchCodec.decode(new byte[BatchCodec.MAX_BYTES + 1]));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Batch.Live(SOURCE, 7, MIDNIGHT, Collections.nCopies(Batch.MAX_VALUES + 1, large)));
    }

    @Test
    void theSizeOfAValueIsWhatItAddsToABatch() {
        GeneratedBatches values = new GeneratedBatches(GeneratedBatches.SEED);
        int empty = BatchCodec.encode(new Batch.Live(SOURCE, 7, MIDNIGHT, List.of())).length;
        for (int i = 0; i < 500; i++) {
            NodeValue value = values.value();
            int one = BatchCodec.encode(new Batch.Live(SOURCE, 7, MIDNIGHT, List.of(value))).length;
            assertEquals(one - empty, BatchCodec.size(value), "value " + i + ": " + value);
        }
    }

    @Test
    void aTextIsAsLongAsItsBytes() {
        for (String text : List.of("", "SO2", "\u00e9", "\u6b63", "a\uD83D\uDE00b", "\uD83D", "\uDE00\uD83D")) {
            assertEquals(text.getBytes(StandardCharsets.UTF_8).length, Utf8.length(text), text);
        }
    }
}
