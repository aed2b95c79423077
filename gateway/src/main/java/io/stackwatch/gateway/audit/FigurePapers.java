package io.stackwatch.gateway.audit;

import io.stackwatch.core.supervision.FiguresCsv;
import io.stackwatch.core.supervision.MonthFigures;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One paper: the canonical text of the figures. */
final class FigurePapers implements Papers {

    @Override
    public List<PaperFile> write(PaperBrief brief, Path folder) throws IOException {
        Path file = folder.resolve("figures-" + brief.stem() + ".csv");
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            FiguresCsv.write(MonthFigures.of(brief.city()), writer);
        }
        return List.of(PaperFile.of(file, "text/csv; charset=utf-8"));
    }
}
