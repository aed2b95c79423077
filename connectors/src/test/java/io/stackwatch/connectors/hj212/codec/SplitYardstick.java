package io.stackwatch.connectors.hj212.codec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What one writes on a first afternoon: split by semicolon and comma into maps, checksum by table. */
final class SplitYardstick {

    private final int[] table = new int[256];

    SplitYardstick() {
        for (int value = 0; value < 256; value++) {
            int crc = value;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? (crc >>> 1) ^ 0xA001 : crc >>> 1;
            }
            table[value] = crc;
        }
    }

    Map<String, Map<String, BigDecimal>> parse(byte[] wire) {
        String text = new String(wire, StandardCharsets.US_ASCII);
        int length = Integer.parseInt(text.substring(2, 6));
        int register = 0xFFFF;
        for (int i = 6; i < 6 + length; i++) {
            register = table[((register >>> 8) ^ wire[i]) & 0xFF];
        }
        if (register != Integer.parseInt(text.substring(6 + length, 10 + length), 16)) {
            throw new IllegalStateException("checksum");
        }
        String segment = text.substring(6, 6 + length);
        int open = segment.indexOf("&&");
        Map<String, String> header = new HashMap<>();
        for (String field : segment.substring(0, open).split(";", -1)) {
            int equals = field.indexOf('=');
            header.put(field.substring(0, equals), field.substring(equals + 1));
        }
        Map<String, Map<String, BigDecimal>> factors = new HashMap<>();
        for (String group : segment.substring(open + 2, segment.length() - 2).split(";", -1)) {
            for (String item : group.split(",", -1)) {
                int equals = item.indexOf('=');
                int hyphen = item.lastIndexOf('-');
                if (equals > 0 && hyphen > 0 && !item.startsWith("Flag", hyphen + 1)) {
                    factors.computeIfAbsent(item.substring(0, hyphen), code -> new HashMap<>())
                            .put(item.substring(hyphen + 1, equals), new BigDecimal(item.substring(equals + 1)));
                }
            }
        }
        if (header.isEmpty()) {
            throw new IllegalStateException("no header");
        }
        return factors;
    }
}
