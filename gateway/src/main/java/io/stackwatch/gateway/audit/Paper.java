package io.stackwatch.gateway.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;

/**
 * One file that tells a version of a month. The same version gives the same bytes, whenever it is written.
 *
 * @param name of the file, without a folder: letters, digits, points, hyphens and underscores
 * @param mediaType such as {@code text/csv; charset=utf-8}
 * @param content writes the bytes
 */
public record Paper(String name, String mediaType, Content content) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public Paper {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the plain name of a file: '" + name + "'");
        }
    }

    /** What writes the bytes of a paper; may be called several times. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of them; does not close. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** A paper that is held in memory. */
    public static Paper of(String name, String mediaType, byte[] bytes) {
        byte[] own = bytes.clone();
        return new Paper(name, mediaType, out -> out.write(own));
    }
}
