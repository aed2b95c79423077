package io.stackwatch.connectors.hj212.cipher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.Samples;
import io.stackwatch.connectors.hj212.codec.CrcKind;
import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.FrameEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentCipherTest {

    private static final StationKey KEY = StationKey.of("0000000000000000");
    private static final StationKey OTHER = StationKey.of("msbE74gsiSHSEh5e");
    private static final Encryption RAW = encryption(Encryption.Form.RAW, KEY);
    private static final String UPLOAD =
            "QN=20260101080000001;ST=31;CN=2011;PW=123456;MN=M;Flag=9;CP=&&DataTime=20260101080000;a21026-Rtd=18.5&&";

    private final ContentCipher cipher = new ContentCipher();

    // HJ 212-2025 Appendix A.2, examples 2 and 4 as raw bytes: 208 bytes, and 147 of which three stay in clear
    @Test
    void theOfficialExamplesAreOpenedAndSealedAgainToTheSameBytes() {
        List<Samples.Sample> examples = Samples.all().stream()
                .filter(sample -> sample.status().startsWith("encrypted"))
                .toList();
        assertEquals(2, examples.size());
        int[] lengths = {208, 147};
        for (int i = 0; i < 2; i++) {
            Frame wire = frame(examples.get(i).frame());
            Opened.Unsealed opened = unsealed(cipher.open(wire, RAW));
            assertTrue(opened.frame().crcMatches(CrcKind.HJ212));
            assertEquals(opened.frame().segmentLength(), opened.frame().declaredLength());
            assertEquals(lengths[i], opened.frame().contentTo() - opened.frame().contentFrom());
            assertEquals(0, opened.key());
            assertEquals(Encryption.Form.RAW, opened.form());
            assertArrayEquals(withLineEnd(wire), cipher.seal(segment(opened.frame()), KEY, Encryption.Form.RAW));
        }
        assertEquals(
                "20240520210600",
                DataSegment.of(unsealed(cipher.open(frame(examples.get(0).frame()), RAW))
                                .frame())
                        .values("DataTime")
                        .get(0));
        Samples.Sample plain = Samples.all().stream()
                .filter(sample -> sample.source().contains("App A.2 example 3"))
                .findFirst()
                .orElseThrow();
        assertArrayEquals(
                plain.frame(),
                unsealed(cipher.open(frame(examples.get(1).frame()), RAW))
                        .frame()
                        .bytes());
    }

    // the same example as printed, its length field the plaintext's
    @Test
    void thePrintedListIsOpenedAndSealedAgainToTheSameBytes() {
        Frame wire = frame(Samples.all().stream()
                .filter(sample -> sample.source().contains("as PRINTED"))
                .findFirst()
                .orElseThrow()
                .frame());
        Opened.Unsealed opened = unsealed(cipher.open(wire, RAW));
        assertEquals(Encryption.Form.PRINTED, opened.form());
        assertTrue(opened.frame().crcMatches(CrcKind.HJ212));
        assertEquals(opened.frame().segmentLength(), opened.frame().declaredLength());
        assertArrayEquals(withLineEnd(wire), cipher.seal(segment(opened.frame()), KEY, Encryption.Form.PRINTED));
    }

    @Test
    void aPrintedListWhoseLengthFieldCountsTheListIsOpenedWithTheLengthOfThePlaintext() {
        byte[] sealed = cipher.seal(ascii(UPLOAD), KEY, Encryption.Form.PRINTED);
        int length = sealed.length - 12;
        byte[] counted = sealed.clone();
        System.arraycopy(ascii("%04d".formatted(length)), 0, counted, 2, 4);
        Frame wire = frame(counted);
        assertEquals(length, wire.declaredLength());
        Opened.Unsealed opened = unsealed(cipher.open(wire, RAW));
        assertArrayEquals(withLineEnd(opened.frame()), FrameEncoder.encode(UPLOAD));
    }

    @Test
    void duringARotationTheNewestKeyIsTriedFirstAndTheOldOneStillOpens() {
        Encryption rotating = encryption(Encryption.Form.RAW, OTHER, KEY);
        assertEquals(0, unsealed(cipher.open(sealed(UPLOAD, OTHER), rotating)).key());
        assertEquals(1, unsealed(cipher.open(sealed(UPLOAD, KEY), rotating)).key());
        assertSame(Opened.NoKeyFits.NO_KEY_FITS, cipher.open(sealed(UPLOAD, OTHER), RAW));
    }

    @Test
    void plainContentIsPlainAndContentOfLessThanAGroupIsTheSameEitherWay() {
        assertFalse(plain(UPLOAD));
        assertTrue(plain("QN=1;ST=91;CN=9012;PW=1;MN=M;Flag=8;CP=&&ExeRtn=1&&"));
        assertTrue(plain("QN=1;ST=91;CN=9015;PW=1;MN=M;Flag=9;CP=&&&&"));
        assertTrue(plain("QN=1;ST=31;CN=2011;PW=1;MN=M;Flag=9&&"), "no content at all");
        byte[] shortOne = ascii("QN=1;ST=91;CN=9012;PW=1;MN=M;Flag=8;CP=&&ExeRtn=1&&");
        assertArrayEquals(FrameEncoder.encode(shortOne, 0, shortOne.length), cipher.seal(shortOne, KEY, RAW.form()));
    }

    // the checksum is judged by the session, with the station's profile
    @Test
    void readableContentWithAWrongChecksumIsOpenedAndKeepsTheChecksumThatCame() {
        byte[] sealed = cipher.seal(ascii(UPLOAD), KEY, Encryption.Form.RAW);
        sealed[sealed.length - 3] ^= 1;
        Opened.Unsealed opened = unsealed(cipher.open(frame(sealed), RAW));
        assertFalse(opened.frame().crcMatches(CrcKind.HJ212));
        byte[] plain = FrameEncoder.encode(UPLOAD);
        plain[plain.length - 3] ^= 1;
        assertEquals(false, cipher.open(frame(plain), RAW).match(u -> true, Opened.Plain::tooShortToSeal, () -> true));
    }

    // ciphertext that was damaged in one group: the checksum has 8 bits of state and must not be all that is looked at
    @Test
    void noWrongKeyOpensAnythingHoweverManyAreTried() {
        Frame wire = sealed(UPLOAD, KEY);
        for (int i = 1; i <= 20_000; i++) {
            StationKey wrong = StationKey.of("%016d".formatted(i));
            assertSame(Opened.NoKeyFits.NO_KEY_FITS, cipher.open(wire, encryption(Encryption.Form.RAW, wrong)));
        }
    }

    @Test
    void brokenListsAreNoListsAndAreNotOpened() {
        for (String content : List.of(
                "{0xE4,0x3E,0x15,0x9A,0xCF}",
                "{0xE4,0x3E,0x15,0x9A,0xCF,0xAB,0x24,0x2C,0xB5,0x31,0x55,0xFB,0x8B,0x92,0x81,0xA1",
                "{0xE4,0x3E,0x15,0x9A,0xCF,0xAB,0x24,0x2C,0xB5,0x31,0x55,0xFB,0x8B,0x92,0x81,0xZZ}",
                "{0x",
                "{0x0000000000000000",
                "{}DataTime=20260101080000")) {
            Frame wire = frame(FrameEncoder.encode("QN=1;ST=31;CN=2011;PW=1;MN=M;Flag=9;CP=&&" + content + "&&"));
            assertTrue(cipher.open(wire, RAW).match(u -> false, Opened.Plain::tooShortToSeal, () -> true), content);
        }
    }

    @Test
    void aSegmentWithoutContentCannotBeSealed() {
        assertThrows(IllegalArgumentException.class, () -> cipher.seal(ascii("QN=1;CN=2011"), KEY, RAW.form()));
    }

    private boolean plain(String segment) {
        return cipher.open(frame(FrameEncoder.encode(segment)), RAW)
                .match(
                        unsealed -> {
                            throw new AssertionError("opened: " + segment);
                        },
                        Opened.Plain::tooShortToSeal,
                        () -> {
                            throw new AssertionError("unreadable: " + segment);
                        });
    }

    private static Opened.Unsealed unsealed(Opened opened) {
        return opened.match(
                unsealed -> unsealed,
                plain -> {
                    throw new AssertionError("plain");
                },
                () -> {
                    throw new AssertionError("no key fits");
                });
    }

    private Frame sealed(String segment, StationKey key) {
        return frame(cipher.seal(ascii(segment), key, Encryption.Form.RAW));
    }

    private static Encryption encryption(Encryption.Form form, StationKey... keys) {
        return new Encryption(form, Encryption.Plaintext.WARN, List.of(keys));
    }

    private static Frame frame(byte[] bytes) {
        return Frame.of(bytes).orElseThrow();
    }

    private static byte[] segment(Frame frame) {
        return Arrays.copyOfRange(frame.bytes(), frame.segmentFrom(), frame.segmentTo());
    }

    private static byte[] withLineEnd(Frame frame) {
        byte[] bytes = Arrays.copyOf(frame.bytes(), frame.bytes().length + 2);
        bytes[bytes.length - 2] = '\r';
        bytes[bytes.length - 1] = '\n';
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
