package io.stackwatch.connectors.opcua.batch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes being written, little-endian. */
final class ByteSink {

    private byte[] bytes = new byte[256];
    private int length;

    /** The lowest so many bytes of a number. */
    ByteSink number(long number, int width) {
        room(width);
        for (int i = 0; i < width; i++) {
            bytes[length++] = (byte) (number >>> (8 * i));
        }
        return this;
    }

    ByteSink text8(String text) {
        return counted(text.getBytes(StandardCharsets.UTF_8), 1);
    }

    ByteSink text16(String text) {
        return counted(text.getBytes(StandardCharsets.UTF_8), 2);
    }

    ByteSink bytes16(byte[] content) {
        return counted(content, 2);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    private ByteSink counted(byte[] content, int width) {
        if (content.length >= 1 << (8 * width)) {
            throw new IllegalArgumentException("too long for " + width + " bytes of length: " + content.length);
        }
        number(content.length, width);
        room(content.length);
        System.arraycopy(content, 0, bytes, length, content.length);
        length += content.length;
        return this;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
