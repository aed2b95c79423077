package io.stackwatch.gateway.examination;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code manifest.txt} lists, and its own digest. */
record ListedFiles(List<Listed> files, Optional<String> sha256) {

    static final String NAME = "manifest.txt";

    private static final Pattern FILE = Pattern.compile("file ([0-9a-f]{64}) (\\d{1,10}) (\\S.*)");
    private static final Pattern LAST = Pattern.compile("manifest ([0-9a-f]{64})");

    ListedFiles {
        files = List.copyOf(files);
    }

    record Listed(String sha256, long bytes, String name) {}

    static ListedFiles read(byte @Nullable [] bytes, BiConsumer<String, String> findings) {
        if (bytes == null) {
            findings.accept(NAME, "is not there");
            return new ListedFiles(List.of(), Optional.empty());
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        String[] lines = text.split("\n", -1);
        List<Listed> files = new ArrayList<>();
        for (String line : lines) {
            Matcher file = FILE.matcher(line);
            if (file.matches()) {
                files.add(new Listed(file.group(1), Long.parseLong(file.group(2)), file.group(3)));
            }
        }
        Matcher last = LAST.matcher(lines.length < 2 ? "" : lines[lines.length - 2]);
        if (!last.matches() || !text.endsWith("\n")) {
            findings.accept(NAME, "does not end with its own digest");
            return new ListedFiles(files, Optional.empty());
        }
        String above = text.substring(0, text.length() - last.group().length() - 1);
        if (!Digest.sha256(above.getBytes(StandardCharsets.UTF_8)).equals(last.group(1))) {
            findings.accept(NAME, "has another SHA-256 than it says: the list was changed");
        }
        return new ListedFiles(files, Optional.of(last.group(1)));
    }
}
