package io.stackwatch.connectors.hj212.codec;

/**
 * The fastest honest thing we can think of: one loop over the bytes with the checksum in it, all fields, names and numbers
 * into arrays that are used again. It trusts the frame's grammar and length; it is a yardstick, not a decoder.
 */
final class OnePassYardstick {

    private final int[] table = new int[256];
    private final long[] names = new long[512];
    private final long[] numbers = new long[512];
    private final int[] scales = new int[512];
    private final int[] places = new int[1024];

    OnePassYardstick() {
        for (int value = 0; value < 256; value++) {
            int crc = value;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? (crc >>> 1) ^ 0xA001 : crc >>> 1;
            }
            table[value] = crc;
        }
    }

    long parse(byte[] wire) {
        int length = (wire[2] - '0') * 1000 + (wire[3] - '0') * 100 + (wire[4] - '0') * 10 + wire[5] - '0';
        int end = 6 + length;
        int register = 0xFFFF;
        int items = 0;
        long name = 0;
        long number = 0;
        int scale = -1;
        boolean inValue = false;
        boolean numeric = true;
        int valueFrom = 0;
        for (int i = 6; i < end; i++) {
            byte b = wire[i];
            register = table[((register >>> 8) ^ b) & 0xFF];
            if (b == ';' || b == ',' || b == '&') {
                if (inValue) {
                    names[items] = name;
                    numbers[items] = numeric ? number : Long.MIN_VALUE;
                    scales[items] = Math.max(scale, 0);
                    places[items * 2] = valueFrom;
                    places[items * 2 + 1] = i;
                    items++;
                }
                name = 0;
                inValue = false;
            } else if (b == '=') {
                inValue = true;
                numeric = true;
                number = 0;
                scale = -1;
                valueFrom = i + 1;
            } else if (!inValue) {
                name = name * 31 + b;
            } else if (b >= '0' && b <= '9') {
                number = number * 10 + b - '0';
                if (scale >= 0) {
                    scale++;
                }
            } else if (b == '.') {
                scale = 0;
            } else {
                numeric = false;
            }
        }
        if (register != hexadecimal(wire, end)) {
            throw new IllegalStateException("checksum");
        }
        long sum = items;
        for (int i = 0; i < items; i++) {
            sum += names[i] + numbers[i] + scales[i];
        }
        return sum;
    }

    private static int hexadecimal(byte[] wire, int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            value = value << 4 | Character.digit(wire[i], 16);
        }
        return value;
    }
}
