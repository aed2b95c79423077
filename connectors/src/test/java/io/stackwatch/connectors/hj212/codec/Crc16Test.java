package io.stackwatch.connectors.hj212.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Crc16Test {

    // HJ 212-2017 Appendix A; the prose of the standard misprints 1C08
    @Test
    void theExampleOfTheStandardHasItsChecksum() {
        assertEquals(
                0x1C80,
                hj212("QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
                        + "CP=&&RtdInterval=30&&"));
        assertEquals(
                0x2200,
                hj212("QN=20240601085857223;ST=32;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&&&"));
    }

    @Test
    void theCheckStringAndNothingHaveTheirKnownValues() {
        assertEquals(0x2F80, hj212("123456789"));
        assertEquals(0xFFFF, hj212(""));
        byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertEquals(0x4B37, Crc16.modbus(check, 0, check.length));
        assertEquals(0x374B, Crc16.swapped(0x4B37));
    }

    @Test
    void eightBytesAtOnceGiveTheSameAsBitByBitForEveryLength() {
        long seed = 212;
        Random random = new Random(seed);
        for (int length = 0; length < 100; length++) {
            byte[] bytes = new byte[length + 3];
            random.nextBytes(bytes);
            assertEquals(
                    bitByBit(bytes, 3, length), Crc16.hj212(bytes, 3, length), "seed " + seed + " length " + length);
        }
    }

    private static int hj212(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Crc16.hj212(bytes, 0, bytes.length);
    }

    /** As HJ 212-2017 Appendix A words it. */
    private static int bitByBit(byte[] bytes, int from, int length) {
        int register = 0xFFFF;
        for (int i = from; i < from + length; i++) {
            register = (register >> 8) ^ (bytes[i] & 0xFF);
            for (int bit = 0; bit < 8; bit++) {
                int low = register & 1;
                register >>= 1;
                if (low == 1) {
                    register ^= 0xA001;
                }
            }
        }
        return register;
    }
}
