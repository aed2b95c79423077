package io.stackwatch.simulator.conform.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The kit's own eyes, against values that other programs computed. */
class PacketTest {

    private static final String CLOCK =
            "QN=20240601085857223;ST=32;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&&&";

    @Test
    void checksumsAreThoseOfTheStandard() {
        assertEquals(0x2F80, Checksum.hj212(ascii("123456789")));
        assertEquals(0x4B37, Checksum.modbus(ascii("123456789")));
        assertEquals(0x374B, Checksum.swapped(0x4B37));
        assertEquals(0xFFFF, Checksum.hj212(new byte[0]));
        assertEquals(0x2200, Checksum.hj212(ascii(CLOCK)));
        assertEquals(0xCCF4, Checksum.modbus(ascii(CLOCK)));
    }

    /** HJ 212-2025 A.2, first groups of the printed ciphertext; the key is 16 times the character 0. */
    @Test
    void contentIsEncryptedInGroupsAndItsRemainderStaysInClear() {
        byte[] key = ascii("0".repeat(16));
        byte[] content = ascii("DataTime=20240520210600;a01011-Min=1.35");
        byte[] secret = Sm4Content.encrypted(content, key);

        assertEquals("e43e159acfab242cb53155fb8b9281a1", HexFormat.of().formatHex(secret, 0, 16));
        assertArrayEquals(ascii("in=1.35"), Arrays.copyOfRange(secret, 32, secret.length));
        assertArrayEquals(content, Sm4Content.decrypted(secret, key));
        assertTrue(new String(Sm4Content.printed(secret), StandardCharsets.ISO_8859_1).startsWith("{0xE4,0x3E,0x15,"));
        assertTrue(new String(Sm4Content.printed(secret), StandardCharsets.ISO_8859_1).endsWith("}in=1.35"));
    }

    @Test
    void theSamePacketsComeOutInWhateverPiecesTheyCome() {
        byte[] two = joined(packet(PacketForm.right(), CLOCK), packet(PacketForm.right(), "QN=1;CN=2011;CP=&&a=1&&"));
        for (int size = 1; size <= two.length; size++) {
            PacketCutter cutter = new PacketCutter(List.of());
            StringBuilder segments = new StringBuilder();
            for (int from = 0; from < two.length; from += size) {
                cutter.take(Arrays.copyOfRange(two, from, Math.min(two.length, from + size)))
                        .forEach(each -> segments.append(each.shown()).append('|'));
            }
            assertEquals(
                    CLOCK.replace("123456", "***") + "|QN=1;CN=2011;CP=&&a=1&&|", segments.toString(), "size " + size);
            assertTrue(cutter.rest().isEmpty());
        }
    }

    @Test
    void everythingThatIsNoPacketSaysWhy() {
        String whole = new String(packet(PacketForm.right(), CLOCK), StandardCharsets.US_ASCII);

        assertEquals("the checksum is 2201, of these bytes it is 2200", reason(whole.replace("&&2200", "&&2201")));
        assertEquals("the packet does not end with CR LF", reason(whole.replace("\r\n", "\nX")));
        assertEquals("a packet begins with ##", reason("junk" + whole));
        assertEquals("the length is not four digits", reason(whole.replace("##0087", "##087Q")));
        assertEquals("the length 84 does not lead to the closing &&", reason(whole.replace("##0087", "##0084")));
        assertEquals("no four hexadecimal digits behind the data segment", reason(whole.replace("2200", "22G0")));
        PacketCutter cutter = new PacketCutter(List.of());
        assertEquals(List.of(), cutter.take(ascii(whole.substring(0, whole.length() - 2))));
        assertTrue(cutter.rest().orElseThrow().shown().contains("the end CR LF is missing"));
    }

    @Test
    void encryptedContentIsReadWithTheKeyThatFits() {
        byte[] key = ascii("key-of-a-station");
        PacketForm secret = new PacketForm(
                PacketForm.right().crc(),
                PacketForm.right().length(),
                PacketForm.Tail.CRLF,
                PacketForm.Cipher.RAW,
                false);
        String segment = "QN=20260101080000000;ST=31;CN=2011;PW=1;MN=A;Flag=9;CP=&&DataTime=20260101080000;a=1&&";
        byte[] bytes = secret.of(ascii(segment), Optional.of(key));

        Packet read = only(new PacketCutter(List.of(ascii("another-key-0000"), key)).take(bytes));
        assertTrue(read.isEncrypted());
        assertEquals(segment, read.segment());
        assertEquals(Optional.of("20260101080000"), read.field("CP.DataTime"));
        Incoming unread =
                new PacketCutter(List.of(ascii("another-key-0000"))).take(bytes).get(0);
        assertTrue(unread.shown().contains("(the checksum is "), unread.shown());
    }

    @Test
    void textBetweenSlashesIsOneValue() {
        Packet packet = only(new PacketCutter(List.of())
                .take(packet(
                        PacketForm.right(),
                        "QN=1;ST=31;CN=3020;PW=1;MN=A;Flag=4;CP=&&PolId=a1;i11001-Info=//零点=0;量程,100//;x=2&&")));

        assertEquals(Optional.of("//零点=0;量程,100//"), packet.field("CP.i11001-Info"));
        assertEquals(Optional.of("2"), packet.field("CP.x"));
    }

    @Test
    void departuresFromTheGrammarAreNamed() {
        assertEquals(List.of(), departures("QN=20260101080000000;ST=31;CN=2011;PW=1;MN=A;Flag=5;CP=&&a21026-Rtd=1&&"));
        for (String[] wrong : new String[][] {
            {"ST=31;QN=20260101080000000;CN=2011;PW=1;MN=A;Flag=5;CP=&&&&", "QN stands in the wrong place"},
            {"QN=2026;ST=31;CN=2011;PW=1;MN=A;Flag=5;CP=&&&&", "QN is '2026' and not 17 digits"},
            {"QN=20260101080000000;ST=31;CN=2011;MN=A;Flag=5;CP=&&&&", "the header has no PW"},
            {"ST=31;CN=2011;PW=1;MN=A;Flag=5;RF=1;CP=&&&&", "the header has no field RF in this edition"},
            {"ST=31;CN=2011;PW=1;MN=A;Flag=7;CP=&&&&", "Flag says otherwise than PNUM and PNO"},
            {"ST=31;CN=2011;PW=1;MN=A;Flag=5;CP=&&a=1;&&", "an item of the content is empty"},
            {"ST=31;CN=2011;PW=1;MN=A;Flag=5;CP=&&a b=1&&", "'a b' is no name of a field"},
            {"ST=31;CN=2011;PW=1;MN=A;Flag=5;CP=&&abc&&", "'abc' has no equals sign"},
            {"ST=31;CN=2011;PW=1;MN=A;Flag=5;CP=&&i11001-Info=//" + "x".repeat(940) + "//&&", "at most 950 are allowed"}
        }) {
            String found = String.join("; ", departures(wrong[0]));
            assertTrue(found.contains(wrong[1]), wrong[1] + " not in: " + found);
        }
    }

    private static List<String> departures(String segment) {
        return Grammar.departures(only(new PacketCutter(List.of()).take(packet(PacketForm.right(), segment))), 2017);
    }

    private static String reason(String wire) {
        return new PacketCutter(List.of())
                .take(wire.getBytes(StandardCharsets.ISO_8859_1))
                .get(0)
                .match(packet -> "a packet", Incoming.Broken::reason);
    }

    private static Packet only(List<Incoming> incoming) {
        assertEquals(1, incoming.size());
        return incoming.get(0).match(packet -> packet, broken -> {
            throw new AssertionError(broken.shown());
        });
    }

    private static byte[] packet(PacketForm form, String segment) {
        return form.of(segment.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] all = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return all;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
