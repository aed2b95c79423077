package io.stackwatch.gateway.audit;

import io.stackwatch.core.registry.DataTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The table of contents of a folder of papers: what was written, of which figures. */
final class PaperContents {

    private PaperContents() {}

    static void write(Path file, String figuresSha256, List<PaperFile> papers) throws IOException {
        StringBuilder text = new StringBuilder("figures,name,media_type,bytes,sha256\n");
        for (PaperFile paper : papers) {
            text.append(figuresSha256)
                    .append(',')
                    .append(paper.name())
                    .append(',')
                    .append(paper.mediaType())
                    .append(',')
                    .append(paper.bytes())
                    .append(',')
                    .append(paper.sha256())
                    .append('\n');
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** What is there of these figures; empty if nothing is, if it is of other figures, or if it cannot be read. */
    static Optional<List<PaperFile>> read(Path file, String figuresSha256) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            List<DataTable.Row> rows = DataTable.parse(
                            String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8))
                    .rows();
            if (rows.stream().anyMatch(row -> !row.text("figures").equals(figuresSha256))) {
                return Optional.empty();
            }
            return Optional.of(rows.stream()
                    .map(row -> new PaperFile(
                            row.text("name"),
                            row.text("media_type"),
                            Long.parseLong(row.text("bytes")),
                            row.text("sha256")))
                    .toList());
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
