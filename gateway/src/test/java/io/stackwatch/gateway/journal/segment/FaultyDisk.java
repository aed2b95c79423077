package io.stackwatch.gateway.journal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The real disk until a test lets it fail. */
final class FaultyDisk implements Disk {

    private final Disk disk = new LocalDisk();

    /** Every force fails, after the bytes have been written. */
    volatile boolean forceFails;
    /** Every write writes half of its bytes and fails. */
    volatile boolean writeFails;
    /** There is no room for a new segment. */
    volatile boolean full;

    @Override
    public void allocate(Path file, int bytes) throws IOException {
        if (full) {
            throw new IOException("planted: no room");
        }
        disk.allocate(file, bytes);
    }

    @Override
    public WritableFile open(Path file) throws IOException {
        WritableFile opened = disk.open(file);
        return new WritableFile() {
            @Override
            public void write(ByteBuffer bytes, long at) throws IOException {
                if (writeFails) {
                    bytes.limit(bytes.position() + bytes.remaining() / 2);
                    opened.write(bytes, at);
                    throw new IOException("planted: write");
                }
                opened.write(bytes, at);
            }

            @Override
            public void force() throws IOException {
                opened.force();
                if (forceFails) {
                    throw new IOException("planted: force");
                }
            }

            @Override
            public void truncate(long bytes) throws IOException {
                opened.truncate(bytes);
            }

            @Override
            public void close() throws IOException {
                opened.close();
            }
        };
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public long usableBytes(Path directory) throws IOException {
        return full ? 0 : disk.usableBytes(directory);
    }
}
