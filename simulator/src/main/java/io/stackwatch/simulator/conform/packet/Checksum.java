package io.stackwatch.simulator.conform.packet;

/** The checksum of HJ 212-2017 Appendix A bit by bit, and the one that devices send by mistake. */
public final class Checksum {

    private static final int POLYNOMIAL = 0xA001;

    private Checksum() {}

    /** The standard's own: the register is shifted by a whole byte before the next byte is mixed in. */
    public static int hj212(byte[] segment) {
        int register = 0xFFFF;
        for (byte next : segment) {
            register = eightBits((register >> 8) ^ (next & 0xFF));
        }
        return register;
    }

    /** CRC-16/MODBUS, as the standard's name for its checksum would suggest. */
    public static int modbus(byte[] segment) {
        int register = 0xFFFF;
        for (byte next : segment) {
            register = eightBits(register ^ (next & 0xFF));
        }
        return register;
    }

    /** The same number with its two bytes exchanged. */
    public static int swapped(int checksum) {
        return (checksum >> 8) | ((checksum & 0xFF) << 8);
    }

    private static int eightBits(int value) {
        int register = value;
        for (int bit = 0; bit < 8; bit++) {
            boolean low = (register & 1) == 1;
            register >>= 1;
            if (low) {
                register ^= POLYNOMIAL;
            }
        }
        return register;
    }
}
