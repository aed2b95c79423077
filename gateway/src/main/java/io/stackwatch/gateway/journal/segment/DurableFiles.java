package io.stackwatch.gateway.journal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Small files that are replaced as a whole, so that a reader finds the old or the new one, never half of it. */
final class DurableFiles {

    private static final String HALF = ".half";

    private DurableFiles() {}

    /** The name under which a file is written until it is whole. */
    static Path half(Path file) {
        return file.resolveSibling(file.getFileName() + HALF);
    }

    static boolean isHalf(Path file) {
        return file.getFileName().toString().endsWith(HALF);
    }

    static void replace(Path file, ByteBuffer content) throws IOException {
        Path half = half(file);
        try (FileChannel channel = FileChannel.open(
                half, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        complete(file);
    }

    /** Gives a whole, forced half file its name. */
    static void complete(Path file) throws IOException {
        Files.move(half(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncDirectoryOf(file);
    }

    static void syncDirectoryOf(Path file) throws IOException {
        syncDirectory(file.resolveSibling("."));
    }

    static void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Reads a piece of a file; throws {@link DamagedFileException} if the file is shorter. */
    static byte[] read(Path file, long at, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel, at, length, file);
        }
    }

    static byte[] read(FileChannel channel, long at, int length, Path file) throws IOException {
        if (at < 0 || length < 0 || at + length > channel.size()) {
            throw new DamagedFileException(file.getFileName() + " has no " + length + " bytes at " + at);
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new DamagedFileException(file.getFileName() + " ends at " + (at + bytes.position()));
            }
        }
        return bytes.array();
    }
}
