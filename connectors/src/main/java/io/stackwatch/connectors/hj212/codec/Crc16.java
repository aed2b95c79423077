package io.stackwatch.connectors.hj212.codec;

/**
 * The checksums that are seen behind HJ 212 data segments.
 *
 * <p>The standard's own (HJ 212-2017 Appendix A) throws the low byte of its register away at every step, so its state
 * has 8 bits, it is linear, and eight bytes can be taken at once. It takes only 256 different values: never accept a frame
 * on it alone.
 */
public final class Crc16 {

    private static final int POLYNOMIAL = 0xA001;
    private static final short[] TABLE = table();
    private static final byte[] SLICES = slices();

    private Crc16() {}

    /** The CRC of HJ 212, as an unsigned 16-bit number; 0xFFFF for no bytes. */
    public static int hj212(byte[] bytes, int from, int length) {
        if (length == 0) {
            return 0xFFFF;
        }
        int state = 0xFF;
        int i = from;
        int last = from + length - 1;
        byte[] s = SLICES;
        for (; i + 8 <= last; i += 8) {
            state = s[(state ^ bytes[i]) & 0xFF]
                    ^ s[0x100 | (bytes[i + 1] & 0xFF)]
                    ^ s[0x200 | (bytes[i + 2] & 0xFF)]
                    ^ s[0x300 | (bytes[i + 3] & 0xFF)]
                    ^ s[0x400 | (bytes[i + 4] & 0xFF)]
                    ^ s[0x500 | (bytes[i + 5] & 0xFF)]
                    ^ s[0x600 | (bytes[i + 6] & 0xFF)]
                    ^ s[0x700 | (bytes[i + 7] & 0xFF)];
        }
        for (; i < last; i++) {
            state = s[0x700 | ((state ^ bytes[i]) & 0xFF)];
        }
        return TABLE[(state ^ bytes[last]) & 0xFF] & 0xFFFF;
    }

    /** CRC-16/MODBUS, as an unsigned 16-bit number: what many loggers send instead. */
    public static int modbus(byte[] bytes, int from, int length) {
        int register = 0xFFFF;
        for (int i = from; i < from + length; i++) {
            register = (register >>> 8) ^ (TABLE[(register ^ bytes[i]) & 0xFF] & 0xFFFF);
        }
        return register;
    }

    /** The two bytes of a checksum exchanged. */
    public static int swapped(int crc) {
        return ((crc & 0xFF) << 8) | (crc >>> 8);
    }

    private static short[] table() {
        short[] table = new short[256];
        for (int value = 0; value < 256; value++) {
            int crc = value;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
            }
            table[value] = (short) crc;
        }
        return table;
    }

    /** Row k: the contribution to the state of a byte that is followed by 7 - k more. */
    private static byte[] slices() {
        byte[] slices = new byte[8 * 256];
        for (int value = 0; value < 256; value++) {
            int state = value;
            for (int row = 7; row >= 0; row--) {
                state = (TABLE[state] & 0xFFFF) >>> 8;
                slices[row * 256 + value] = (byte) state;
            }
        }
        return slices;
    }
}
