package io.stackwatch.connectors.hj212.cipher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sm4Test {

    private static final StationKey ZEROS = StationKey.of("0000000000000000");
    private final Sm4 sm4 = new Sm4();

    // GB/T 32907-2016 Appendix A.1: key and plaintext 0123456789ABCDEFFEDCBA9876543210. A station's key is printable,
    // so
    // the vector goes through the engine that Sm4 uses.
    @Test
    void theEngineIsTheOneOfTheStandard() {
        byte[] vector = HexFormat.of().parseHex("0123456789ABCDEFFEDCBA9876543210");
        org.bouncycastle.crypto.engines.SM4Engine engine = new org.bouncycastle.crypto.engines.SM4Engine();
        engine.init(true, new org.bouncycastle.crypto.params.KeyParameter(vector));
        byte[] cipher = new byte[16];
        engine.processBlock(vector, 0, cipher, 0);
        assertArrayEquals(HexFormat.of().parseHex("681EDF34D206965E86B3E94F536E4246"), cipher);
        byte[] million = vector.clone();
        for (int i = 0; i < 1_000_000; i++) {
            engine.processBlock(million, 0, million, 0);
        }
        assertArrayEquals(HexFormat.of().parseHex("595298C7C6FD271F0402F804C33D3F66"), million, "A.2");
    }

    // HJ 212-2025 Appendix A.2 example 2: the first group of the 208-byte body
    @Test
    void theFirstGroupOfTheOfficialExampleIsReproduced() {
        byte[] plain = "DataTime=2024052".getBytes(StandardCharsets.US_ASCII);
        byte[] cipher = new byte[16];
        sm4.encrypt(ZEROS, plain, 0, 16, cipher, 0);
        assertEquals(
                "E43E159ACFAB242CB53155FB8B9281A1",
                HexFormat.of().withUpperCase().formatHex(cipher));
    }

    @Test
    void whatIsLessThanAGroupStaysInClear() {
        byte[] plain = "0123456789abcdefREST".getBytes(StandardCharsets.US_ASCII);
        byte[] cipher = plain.clone();
        sm4.encrypt(ZEROS, cipher, 0, cipher.length, cipher, 0);
        assertEquals("REST", new String(cipher, 16, 4, StandardCharsets.US_ASCII));
        assertFalse(Arrays.equals(plain, 0, 16, cipher, 0, 16));
        sm4.decrypt(ZEROS, cipher, 0, cipher.length, cipher, 0);
        assertArrayEquals(plain, cipher);
        byte[] fifteen = "fifteen letters".getBytes(StandardCharsets.US_ASCII);
        byte[] same = fifteen.clone();
        sm4.encrypt(ZEROS, same, 0, same.length, same, 0);
        assertArrayEquals(fifteen, same);
    }

    @Test
    void anotherKeyOrTheOtherDirectionIsNotTakenForTheLast() {
        StationKey other = StationKey.of("msbE74gsiSHSEh5e");
        byte[] plain = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        byte[] first = new byte[16];
        byte[] second = new byte[16];
        byte[] back = new byte[16];
        sm4.encrypt(ZEROS, plain, 0, 16, first, 0);
        sm4.encrypt(other, plain, 0, 16, second, 0);
        assertFalse(Arrays.equals(first, second));
        sm4.decrypt(ZEROS, first, 0, 16, back, 0);
        assertArrayEquals(plain, back);
        sm4.decrypt(other, second, 0, 16, back, 0);
        assertArrayEquals(plain, back);
    }

    @Test
    void aKeyShowsItselfToNobody() {
        StationKey key = StationKey.of("msbE74gsiSHSEh5e");
        assertFalse(key.toString().contains("msbE74"));
        assertEquals(key, StationKey.of("msbE74gsiSHSEh5e"));
        assertNotEquals(key, ZEROS);
        for (String none :
                new String[] {"", "msbE74gsiSHSEh5", "msbE74gsiSHSEh5e0", "msbE74gsiSHSEh5 ", "msbE74gsiSHSEh5é"}) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> StationKey.of(none), none);
            assertTrue(refused.getMessage() != null && !refused.getMessage().contains("msbE74"));
        }
    }
}
