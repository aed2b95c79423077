package io.stackwatch.simulator.load;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Finds the request numbers of 9014 answers in a stream. Cheap: it trusts the target's framing and looks for line ends.
 *
 * <p>One per connection; holds an incomplete line only.
 */
final class ReplyScanner {

    private static final int LONGEST_LINE = 4_096;
    private static final byte[] NONE = new byte[0];
    private static final byte[] NUMBER = {'Q', 'N', '='};
    private static final byte[] ANSWER = {'C', 'N', '=', '9', '0', '1', '4'};
    private static final int DIGITS = 17;

    private byte[] held = NONE;
    private long strange;

    /** Hands over the number of each whole answer. */
    void scan(byte[] bytes, int length, LongConsumer answered) {
        int from = 0;
        byte[] data = bytes;
        int end = length;
        if (held.length > 0) {
            data = Arrays.copyOf(held, held.length + length);
            System.arraycopy(bytes, 0, data, held.length, length);
            end = data.length;
            held = NONE;
        }
        for (int i = from; i < end; i++) {
            if (data[i] == '\n') {
                line(data, from, i, answered);
                from = i + 1;
            }
        }
        if (end - from > LONGEST_LINE) {
            strange++;
        } else if (from < end) {
            held = Arrays.copyOfRange(data, from, end);
        }
    }

    /** How many lines were no answer. */
    long strange() {
        return strange;
    }

    private void line(byte[] data, int from, int to, LongConsumer answered) {
        int at = find(data, from, to, NUMBER);
        if (at < 0 || at + NUMBER.length + DIGITS > to || find(data, from, to, ANSWER) < 0) {
            strange++;
            return;
        }
        long number = 0;
        for (int i = at + NUMBER.length; i < at + NUMBER.length + DIGITS; i++) {
            number = number * 10 + (data[i] - '0');
        }
        answered.accept(number);
    }

    private static int find(byte[] data, int from, int to, byte[] what) {
        for (int i = from; i <= to - what.length; i++) {
            int k = 0;
            while (k < what.length && data[i + k] == what[k]) {
                k++;
            }
            if (k == what.length) {
                return i;
            }
        }
        return -1;
    }
}
