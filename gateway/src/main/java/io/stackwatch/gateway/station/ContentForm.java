package io.stackwatch.gateway.station;

import io.stackwatch.connectors.hj212.codec.Frame;
import java.util.Optional;

/**
 * Whether a frame's content looks encrypted (HJ 212-2025 6.4). No bit of the flag says so; text has no control characters,
 * and ciphertext of two blocks and more lacks them once in fifty times. Pure.
 */
final class ContentForm {

    private static final byte[] OPEN = {'C', 'P', '=', '&', '&'};

    /** Shorter content is never encrypted: the cipher works on whole blocks of 16 bytes. */
    private static final int BLOCK = 16;

    private ContentForm() {}

    /** Whether it does; empty where there is too little of it to tell. */
    static Optional<Boolean> encrypted(Frame frame) {
        byte[] bytes = frame.bytes();
        int from = content(bytes, frame.segmentFrom(), frame.segmentTo());
        int to = frame.segmentTo();
        if (to - from >= 2 && bytes[to - 1] == '&' && bytes[to - 2] == '&') {
            to -= 2;
        }
        if (from < 0 || to - from < BLOCK) {
            return Optional.empty();
        }
        if (bytes[from] == '{' && bytes[from + 1] == '0' && (bytes[from + 2] | 0x20) == 'x') {
            return Optional.of(true);
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t') {
                return Optional.of(true);
            }
        }
        return Optional.of(false);
    }

    private static int content(byte[] bytes, int from, int to) {
        for (int i = from; i + OPEN.length <= to; i++) {
            int at = 0;
            while (at < OPEN.length && bytes[i + at] == OPEN[at]) {
                at++;
            }
            if (at == OPEN.length) {
                return i + at;
            }
        }
        return -1;
    }
}
