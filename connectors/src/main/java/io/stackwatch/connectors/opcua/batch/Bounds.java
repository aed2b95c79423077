package io.stackwatch.connectors.opcua.batch;

import java.util.List;

/** What a batch may be at most. */
final class Bounds {

    static final int MAX_REASON = 64;
    private static final long MAX_UNSIGNED = 0xFFFF_FFFFL;

    private Bounds() {}

    static void subscription(long number) {
        if (number < 0 || number > MAX_UNSIGNED) {
            throw new IllegalArgumentException("a subscription is 0 to 4294967295, not " + number);
        }
    }

    static void count(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("negative: " + count);
        }
    }

    static void reason(String reason) {
        boolean word = !reason.isEmpty()
                && reason.length() <= MAX_REASON
                && reason.chars().allMatch(Bounds::mayStand);
        if (!word) {
            throw new IllegalArgumentException(
                    "a reason is a word of at most " + MAX_REASON + " capitals, digits and _: '" + reason + "'");
        }
    }

    private static boolean mayStand(int c) {
        return c == '_' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    static List<NodeValue> values(List<NodeValue> values) {
        if (values.size() > Batch.MAX_VALUES) {
            throw new IllegalArgumentException(
                    "a batch has at most " + Batch.MAX_VALUES + " values, not " + values.size());
        }
        return List.copyOf(values);
    }
}
