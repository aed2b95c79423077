package io.stackwatch.gateway.circular.bytes;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that has its name only when it is whole: written as {@code <name>.part} and renamed by {@link #seal}. Closed before
 * that, it is deleted. Not thread-safe.
 */
public final class SealedFile extends OutputStream {

    private static final int BUFFER = 256 * 1024;

    private final Path folder;
    private final String name;
    private final Path part;
    private final OutputStream out;
    private final MessageDigest digest;
    private long size;
    private boolean closed;

    /**
     * What a sealed file is known by.
     *
     * @param name its name in the folder
     * @param size in bytes
     * @param sha256 of its content, as hexadecimal digits in lower case
     */
    public record Seal(String name, long size, String sha256) {}

    public SealedFile(Path folder, String name) throws IOException {
        this.folder = folder;
        this.name = name;
        this.part = folder.resolve(name + ".part");
        this.out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER);
        this.digest = sha256();
    }

    /** A digest; every Java runtime has it. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java runtime has no SHA-256", impossible);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        digest.update(bytes, offset, length);
        size += length;
        out.write(bytes, offset, length);
    }

    /** Gives the file its name; one of that name is replaced. */
    public Seal seal() throws IOException {
        if (closed) {
            throw new IllegalStateException(name + " is closed");
        }
        closed = true;
        out.close();
        Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new Seal(name, size, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            out.close();
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
