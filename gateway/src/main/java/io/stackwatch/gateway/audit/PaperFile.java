package io.stackwatch.gateway.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A paper that has been written.
 *
 * @param name of the file, without a folder: letters, digits, points, hyphens and underscores
 * @param mediaType of its content, such as {@code text/csv; charset=utf-8}
 * @param bytes how many
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 */
public record PaperFile(String name, String mediaType, long bytes, String sha256) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public PaperFile {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the plain name of a file: '" + name + "'");
        }
    }

    /** A file as it lies there. */
    public static PaperFile of(Path file, String mediaType) throws IOException {
        return new PaperFile(String.valueOf(file.getFileName()), mediaType, Files.size(file), Sha256.of(file));
    }
}
