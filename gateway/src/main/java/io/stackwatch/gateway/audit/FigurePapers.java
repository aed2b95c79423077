package io.stackwatch.gateway.audit;

import io.stackwatch.core.supervision.FiguresCsv;
import io.stackwatch.core.supervision.MonthFigures;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One paper: the canonical text of the figures. */
final class FigurePapers implements Papers {

    @Override
    public List<Paper> of(PaperBrief brief) {
        return List.of(new Paper("figures-" + brief.stem() + ".csv", "text/csv; charset=utf-8", out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            FiguresCsv.write(MonthFigures.of(brief.city()), writer);
            writer.flush();
        }));
    }
}
