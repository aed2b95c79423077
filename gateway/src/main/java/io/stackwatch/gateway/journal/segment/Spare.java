package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.segment.Disk.WritableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The segment file that lies ready, so that the writer need not wait for zeros. Safe for several threads: whoever needs it
 * makes it.
 */
final class Spare {

    private final Disk disk;
    private final Path directory;
    private final Path file;
    private final JournalOptions options;

    Spare(Disk disk, Path directory, JournalOptions options) {
        this.disk = disk;
        this.directory = directory;
        this.file = directory.resolve(SegmentNames.SPARE);
        this.options = options;
    }

    /** The disk has less room than the next segment and the reserve need. */
    static final class NoSpaceException extends IOException {

        private static final long serialVersionUID = 1L;

        NoSpaceException(long usable, long needed) {
            super("usableBytes=" + usable + " neededBytes=" + needed);
        }
    }

    /** Makes the file if it is not there. */
    synchronized void prepare() throws IOException {
        if (Files.exists(file) && Files.size(file) == options.segmentBytes()) {
            return;
        }
        Files.deleteIfExists(file);
        long usable = disk.usableBytes(directory);
        long needed = options.segmentBytes() + options.reserveBytes();
        if (usable < needed) {
            throw new NoSpaceException(usable, needed);
        }
        try {
            disk.allocate(file, options.segmentBytes());
        } catch (IOException e) {
            // another writer may have taken the room meanwhile; the text of the error depends on the language
            long left = disk.usableBytes(directory);
            if (left < needed) {
                throw new NoSpaceException(left, needed);
            }
            throw e;
        }
    }

    /** Makes it the segment with this header; durable on return. */
    synchronized void become(Path segmentFile, SegmentHeader header) throws IOException {
        prepare();
        try (WritableFile opened = disk.open(file)) {
            opened.write(header.encode(SegmentHeader.RAW), 0);
            opened.force();
        }
        disk.rename(file, segmentFile);
    }
}
