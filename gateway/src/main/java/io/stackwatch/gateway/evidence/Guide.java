package io.stackwatch.gateway.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The page that explains the files of a package, and how everything in it can be reckoned again without this program. */
final class Guide {

    private static final String NAME = "guide.txt";

    private Guide() {}

    static EvidenceFile file() {
        try (InputStream resource = Guide.class.getResourceAsStream(NAME)) {
            if (resource == null) {
                throw new IllegalStateException(NAME + " is missing");
            }
            return new EvidenceFile(NAME, resource.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(NAME, broken);
        }
    }
}
