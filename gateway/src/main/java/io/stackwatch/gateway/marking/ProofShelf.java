package io.stackwatch.gateway.marking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files that prove marks, each under the SHA-256 of its bytes, so that a file is there once and cannot be exchanged. Nothing
 * is ever deleted. Safe for use by several threads.
 */
public final class ProofShelf {

    /** The longest name that is kept. */
    public static final int LONGEST_NAME = 120;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\"*:<>?|]");

    private final Path folder;
    private final int longest;

    /**
     * @param folder made when the first file is kept
     * @param longest the longest file, in bytes
     */
    public ProofShelf(Path folder, int longest) {
        this.folder = folder;
        this.longest = longest;
    }

    /** The longest file that is kept, in bytes. */
    public int longest() {
        return longest;
    }

    /** Keeps bytes; on return they are on the disk. What is there already is not written again. */
    public Stored keep(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > longest) {
            throw new IllegalArgumentException("a proof has 1 to " + longest + " bytes, not " + bytes.length);
        }
        String sha256 = sha256(bytes);
        Path place = place(sha256);
        try {
            if (!Files.exists(place)) {
                Path board = Files.createDirectories(folder.resolve(sha256.substring(0, 2)));
                Path written = Files.createTempFile(board, "proof", ".part");
                Files.write(written, bytes, StandardOpenOption.TRUNCATE_EXISTING);
                force(written);
                Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
                force(board);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("a proof was not kept", failed);
        }
        return new Stored(sha256, bytes.length);
    }

    /**
     * What lies on the shelf.
     *
     * @param sha256 hash of the bytes
     * @param bytes how many
     */
    public record Stored(String sha256, long bytes) {}

    /** What lies under a hash; empty if nothing. */
    public Optional<Stored> find(String sha256) {
        try {
            Path place = place(sha256);
            return HASH.matcher(sha256).matches() && Files.isRegularFile(place)
                    ? Optional.of(new Stored(sha256, Files.size(place)))
                    : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("a proof cannot be looked at", failed);
        }
    }

    /** The bytes under a hash; empty if there are none. Bytes that no longer have that hash are a broken shelf. */
    public Optional<byte[]> read(String sha256) {
        if (find(sha256).isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(place(sha256));
            if (!sha256(bytes).equals(sha256)) {
                throw new IllegalStateException("the proof " + sha256 + " was changed on the disk");
            }
            return Optional.of(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException("a proof cannot be read", failed);
        }
    }

    /** A name without folders and without signs that mean something to a file system; empty if nothing is left. */
    public static Optional<String> cleaned(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = UNSAFE.matcher(last).replaceAll("_").strip();
        if (clean.length() > LONGEST_NAME) {
            clean = clean.substring(clean.length() - LONGEST_NAME);
        }
        return clean.isBlank() || clean.chars().allMatch(sign -> sign == '.' || sign == '_')
                ? Optional.empty()
                : Optional.of(clean);
    }

    private Path place(String sha256) {
        return HASH.matcher(sha256).matches()
                ? folder.resolve(sha256.substring(0, 2)).resolve(sha256)
                : folder.resolve("none");
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
