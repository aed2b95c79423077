package io.stackwatch.gateway.config;

import io.stackwatch.gateway.records.SecretReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads what a reference points to, each time anew; never logs and never keeps it. */
public final class SecretReader {

    private static final long LONGEST_FILE = 4_096;

    private final Map<String, String> environment;

    /** Over these variables. */
    public SecretReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The secret without the line end of a file; empty if it is not there, cannot be read or is empty. */
    public Optional<String> read(SecretReference reference) {
        String text = reference.text();
        String where = text.substring(text.indexOf(':') + 1);
        return (text.startsWith("env:") ? Optional.ofNullable(environment.get(where)) : file(Path.of(where)))
                .filter(secret -> !secret.isEmpty());
    }

    private static Optional<String> file(Path path) {
        try {
            return Files.size(path) > LONGEST_FILE
                    ? Optional.empty()
                    : Optional.of(Files.readString(path, StandardCharsets.UTF_8).strip());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
