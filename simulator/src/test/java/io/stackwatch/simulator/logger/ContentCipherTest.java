package io.stackwatch.simulator.logger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.simulator.logger.FrameSeal.Treatment;
import io.stackwatch.simulator.report.Segment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** SM4 over the content, with the example of HJ 212-2025 A.2: 147 characters, nine groups and three left in clear. */
class ContentCipherTest {

    private static final LoggerKey KEY = new LoggerKey("0000000000000000");
    private static final String PLAIN =
            "QN=20240520210700000;ST=31;CN=2051;PW=123456;MN=010000A8900016F000169DC0;Flag=9;"
                    + "CP=&&DataTime=20240520210600;a01011-Min=1.35,a01011-Avg=1.35,a01011-Max=1.35,a01011-Flag=N;"
                    + "a01014-Min=3.20,a01014-Avg=3.20,a01014-Max=3.20,a01014-Flag=N&&";
    private static final String HEADER =
            "##0234QN=20240520210700000;ST=31;CN=2051;PW=123456;" + "MN=010000A8900016F000169DC0;Flag=9;CP=&&";
    private static final byte[] CIPHERTEXT = HexFormat.of()
            .parseHex(
                    "E43E159ACFAB242CB53155FB8B9281A1A242577ABFAED881BE88B72D69FC55ED1A80119FAAC8B3CD33D285CC76F57F2C"
                            + "A7F88B9573C6647E0F07E24609BD6B63EB20C5B9784F28E71D2F4994FF61D9E13B391A1D2A454B65388D5D9435DBF021"
                            + "528C7BF9755EF16518710C0CAC0ADEF9C5156CD0A5A17674AC0ED2ABC40023E9EF70128554B82438E91ADCE98A0D03A4");

    /** GB/T 32907-2016 A.1. */
    @Test
    void theEngineIsTheStandardsSm4() {
        byte[] block = HexFormat.of().parseHex("0123456789ABCDEFFEDCBA9876543210");
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(block));
        byte[] out = new byte[16];
        engine.processBlock(block, 0, out, 0);

        assertEquals(
                "681EDF34D206965E86B3E94F536E4246",
                HexFormat.of().withUpperCase().formatHex(out));
    }

    @Test
    void theOfficialExampleIsSealedLiterally() {
        byte[] frame = ContentCipher.seal(PLAIN, KEY, KeyRing.Form.RAW);

        byte[] expected = (HEADER + latin(CIPHERTEXT) + "g=N&&B541\r\n").getBytes(StandardCharsets.ISO_8859_1);
        assertArrayEquals(expected, frame);
    }

    @Test
    void theOfficialExampleIsOpened() {
        byte[] segment = (HEADER.substring(6) + latin(CIPHERTEXT) + "g=N&&").getBytes(StandardCharsets.ISO_8859_1);

        assertEquals(PLAIN, latin(ContentCipher.open(segment, 0xB541, KEY).orElseThrow()));
        assertTrue(ContentCipher.open(segment, 0xB541, new LoggerKey("0000000000000001"))
                .isEmpty());
        assertTrue(ContentCipher.open(segment, 0xB540, KEY).isEmpty());
    }

    /** The printed list has a length field that counts it, so that a framer finds its end; the checksum is the same. */
    @Test
    void thePrintedFormIsAListAndCanBeFramed() {
        byte[] bytes = ContentCipher.seal(PLAIN, KEY, KeyRing.Form.PRINTED);
        String frame = latin(bytes);

        assertTrue(frame.contains("CP=&&{0xE4,0x3E,0x15,0x9A,"), frame);
        assertTrue(frame.endsWith(",0x67,0x3D,0x4E}&&B541\r\n"), frame);
        Frame decoded = Frame.of(bytes).orElseThrow();
        assertEquals(decoded.segmentLength(), decoded.declaredLength());
        byte[] segment = Arrays.copyOfRange(decoded.bytes(), decoded.segmentFrom(), decoded.segmentTo());
        assertEquals(PLAIN, latin(ContentCipher.open(segment, 0xB541, KEY).orElseThrow()));
    }

    @ParameterizedTest
    @EnumSource(KeyRing.Form.class)
    void contentOfEveryLengthComesBack(KeyRing.Form form) {
        for (int length = 0; length <= 33; length++) {
            String segment = "QN=1;CN=2011;CP=&&" + "x".repeat(length) + "&&";
            Frame frame = Frame.of(ContentCipher.seal(segment, KEY, form)).orElseThrow();
            byte[] sealed = Arrays.copyOfRange(frame.bytes(), frame.segmentFrom(), frame.segmentTo());

            assertEquals(
                    segment,
                    latin(ContentCipher.open(sealed, frame.declaredCrc(), KEY).orElseThrow()));
        }
    }

    /** HJ 212-2025 6.4.4. */
    @ParameterizedTest
    @CsvSource({
        "2011, true",
        "2081, true",
        "2999, true",
        "1014, true",
        "3020, true",
        "9011, false",
        "9015, false",
        "1011, false",
        "1001, false",
        "3019, false",
        "3000, false"
    })
    void onlyDataKeysAndInformationAreSecret(String command, boolean secret) {
        Segment segment = new Segment("1", "QN=1;ST=31;CN=" + command + ";CP=&&&&", false);

        assertEquals(secret, FrameSeal.isSecret(segment));
    }

    @Test
    void treatmentsOfAFrame() {
        Segment segment = new Segment("20240520210700000", PLAIN, true);
        LoggerKey young = new LoggerKey("abcdefghijklmnop");
        Optional<KeyRing> ring = Optional.of(
                new KeyRing(KEY, Instant.EPOCH, Optional.empty(), KeyRing.Form.RAW).renewed(young, Instant.EPOCH));

        byte[] clear = HostFrame.packet(PLAIN).getBytes(StandardCharsets.US_ASCII);
        assertArrayEquals(clear, FrameSeal.frame(segment, Optional.empty(), Treatment.RIGHT));
        assertArrayEquals(clear, FrameSeal.frame(segment, ring, Treatment.IN_CLEAR));
        assertArrayEquals(
                ContentCipher.seal(PLAIN, young, KeyRing.Form.RAW), FrameSeal.frame(segment, ring, Treatment.RIGHT));
        assertArrayEquals(
                ContentCipher.seal(PLAIN, KEY, KeyRing.Form.RAW), FrameSeal.frame(segment, ring, Treatment.OLD_KEY));
    }

    @Test
    void aKeyDoesNotShowItself() {
        assertEquals("LoggerKey[hidden]", KEY.toString());
        assertFalse(new KeyRing(KEY, Instant.EPOCH, Optional.empty(), KeyRing.Form.RAW)
                .toString()
                .contains("0000000000000000"));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
