package io.stackwatch.gateway.audit;

import io.stackwatch.core.supervision.FiguresCsv;
import io.stackwatch.core.supervision.MonthEventKind;
import io.stackwatch.core.supervision.MonthFigures;
import io.stackwatch.core.supervision.MonthProcess;
import io.stackwatch.core.supervision.MonthState;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.records.MonthFigureRecords;
import io.stackwatch.gateway.records.MonthRecords;
import io.stackwatch.gateway.records.MonthVersion;
import io.stackwatch.gateway.records.RecordStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Papers of the versions that are stored, written when they are asked for. Safe for use by several threads. */
public final class PaperShelf {

    private final RecordStore store;
    private final Papers papers;

    public PaperShelf(RecordStore store, Papers papers) {
        this.store = store;
        this.papers = papers;
    }

    /** What there is, each paper written to nowhere so that its digest is known; empty if there is no such version. */
    Optional<List<PaperFile>> list(YearMonth month, int version, Variant variant) throws IOException {
        Optional<PaperBrief> brief = brief(month, version, variant);
        if (brief.isEmpty()) {
            return Optional.empty();
        }
        List<PaperFile> files = new ArrayList<>();
        for (Paper paper : papers.of(brief.get())) {
            files.add(write(paper, OutputStream.nullOutputStream()));
        }
        return Optional.of(files);
    }

    /** Writes one paper; empty if there is no such version or paper. */
    Optional<PaperFile> write(YearMonth month, int version, Variant variant, String name, OutputStream out)
            throws IOException {
        Optional<Paper> paper = brief(month, version, variant).stream()
                .flatMap(brief -> papers.of(brief).stream())
                .filter(one -> one.name().equals(name))
                .findFirst();
        return paper.isPresent() ? Optional.of(write(paper.get(), out)) : Optional.empty();
    }

    /**
     * Writes every paper of a version into a folder, which is made if it is not there. A file appears whole or not at all; one of that
     * name is replaced.
     *
     * @return what was written; empty if there is no such version
     */
    public Optional<List<PaperFile>> writeInto(Path folder, YearMonth month, int version, Variant variant)
            throws IOException {
        Optional<PaperBrief> brief = brief(month, version, variant);
        if (brief.isEmpty()) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        List<PaperFile> files = new ArrayList<>();
        for (Paper paper : papers.of(brief.get())) {
            Path half = folder.resolve(paper.name() + ".part");
            try (OutputStream out = Files.newOutputStream(half)) {
                files.add(write(paper, out));
            }
            Files.move(half, folder.resolve(paper.name()), StandardCopyOption.REPLACE_EXISTING);
        }
        return Optional.of(files);
    }

    private Optional<PaperBrief> brief(YearMonth month, int version, Variant variant) {
        return store.read(handle -> {
            Optional<MonthVersion> kept = MonthRecords.versions(handle, month).stream()
                    .filter(one -> one.number() == version)
                    .findFirst();
            Optional<MonthFigures> figures = MonthFigureRecords.figures(handle, month, version, variant);
            return kept.flatMap(one -> figures.map(each -> brief(one, each)));
        });
    }

    /** Nothing is printed of figures that are not those that were counted. */
    private static PaperBrief brief(MonthVersion version, MonthFigures figures) {
        PaperBrief brief = new PaperBrief(figures.city(), version, state(version.kind()));
        String found = Sha256.of(FiguresCsv.text(figures));
        if (!found.equals(brief.figuresSha256())) {
            throw new IllegalStateException("the stored figures of " + brief.stem() + " have the SHA-256 " + found
                    + ", counted was " + brief.figuresSha256());
        }
        return brief;
    }

    /** Where a month is when a version of this kind has been made. */
    private static MonthState state(MonthEventKind kind) {
        return MonthProcess.steps().stream()
                .filter(step -> step.event() == kind)
                .map(MonthProcess.Step::to)
                .findFirst()
                .orElseThrow();
    }

    private static PaperFile write(Paper paper, OutputStream out) throws IOException {
        Sha256 through = new Sha256(out);
        paper.content().writeTo(through);
        through.flush();
        return through.file(paper);
    }
}
