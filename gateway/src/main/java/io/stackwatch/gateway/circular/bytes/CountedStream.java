package io.stackwatch.gateway.circular.bytes;

import java.io.IOException;
import java.io.OutputStream;

/** Counts what goes through. */
final class CountedStream extends OutputStream {

    private final OutputStream target;
    private long count;

    CountedStream(OutputStream target) {
        this.target = target;
    }

    long count() {
        return count;
    }

    @Override
    public void write(int one) throws IOException {
        target.write(one);
        count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        target.write(bytes, offset, length);
        count += length;
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }
}
