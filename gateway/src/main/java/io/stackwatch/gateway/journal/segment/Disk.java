package io.stackwatch.gateway.journal.segment;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The disk as the writer sees it: the seam at which a test lets it fail. */
interface Disk {

    /** Creates a file of zeros of this size; durable on return. Leaves nothing under that name if it fails. */
    void allocate(Path file, int bytes) throws IOException;

    /** Opens an existing file for writing at given places. */
    WritableFile open(Path file) throws IOException;

    /** Gives a file another name, replacing what has that name; durable on return. */
    void rename(Path from, Path to) throws IOException;

    /** Bytes that may still be written to this directory's disk. */
    long usableBytes(Path directory) throws IOException;

    /** A file that is written at given places. For one thread. */
    interface WritableFile extends Closeable {

        /** Writes all of the buffer. */
        void write(ByteBuffer bytes, long at) throws IOException;

        /** Returns when what was written is on the disk. */
        void force() throws IOException;

        /** Cuts the file; durable on return. */
        void truncate(long bytes) throws IOException;
    }
}
