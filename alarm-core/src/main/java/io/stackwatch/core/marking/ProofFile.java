package io.stackwatch.core.marking;

import java.util.regex.Pattern;

/**
 * A file that proves what a mark says; the bytes are kept under their hash.
 *
 * @param name its name as it was given, without folders
 * @param sha256 hash of its bytes, 64 lower-case hexadecimal digits
 * @param bytes how long it is
 */
public record ProofFile(String name, String sha256, long bytes) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public ProofFile {
        if (name.isBlank() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("a proof has a name without folders: '" + name + "'");
        }
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("SHA-256 has 64 hexadecimal digits: '" + sha256 + "'");
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("an empty proof: " + name);
        }
    }
}
