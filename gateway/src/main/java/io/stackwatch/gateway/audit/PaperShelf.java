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
import io.stackwatch.gateway.records.NationalRateRecords;
import io.stackwatch.gateway.records.NationalRateRow;
import io.stackwatch.gateway.records.RecordStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Papers of the versions that are stored: made when they are asked for first, and kept in a folder for each version. The folder is a
 * cache: the same version gives the same bytes. Safe for use by several threads; one makes papers at a time.
 */
public final class PaperShelf {

    private static final String CONTENTS = "contents.csv";

    private final RecordStore store;
    private final Papers papers;
    private final Path root;

    /**
     * @param root where the folders of versions are; made if it is not there
     */
    public PaperShelf(RecordStore store, Papers papers, Path root) {
        this.store = store;
        this.papers = papers;
        this.root = root;
    }

    /** What there is of a version; empty if there is no such version or variant. */
    public Optional<List<PaperFile>> list(YearMonth month, int version, Variant variant) throws IOException {
        Optional<PaperBrief> brief = brief(month, version, variant);
        return brief.isPresent() ? Optional.of(made(brief.get())) : Optional.empty();
    }

    /** One paper as a file; empty if there is no such version or paper. */
    Optional<PaperOnShelf> find(YearMonth month, int version, Variant variant, String name) throws IOException {
        Optional<PaperBrief> brief = brief(month, version, variant);
        if (brief.isEmpty()) {
            return Optional.empty();
        }
        return made(brief.get()).stream()
                .filter(file -> file.name().equals(name))
                .map(file -> new PaperOnShelf(file, folder(brief.get()).resolve(file.name())))
                .findFirst();
    }

    /**
     * Copies every paper of a version into a folder, which is made if it is not there. A file appears whole or not at all; one of that
     * name is replaced.
     *
     * @return what was written; empty if there is no such version or variant
     */
    public Optional<List<PaperFile>> copyInto(Path target, YearMonth month, int version, Variant variant)
            throws IOException {
        Optional<PaperBrief> brief = brief(month, version, variant);
        if (brief.isEmpty()) {
            return Optional.empty();
        }
        List<PaperFile> files = made(brief.get());
        Files.createDirectories(target);
        for (PaperFile file : files) {
            Path half = target.resolve(file.name() + ".part");
            Files.copy(folder(brief.get()).resolve(file.name()), half, StandardCopyOption.REPLACE_EXISTING);
            Files.move(half, target.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
        }
        return Optional.of(files);
    }

    private Path folder(PaperBrief brief) {
        return root.resolve(brief.stem());
    }

    /** The papers as they lie there; made anew if there are none, or if a file is not what was written. */
    private synchronized List<PaperFile> made(PaperBrief brief) throws IOException {
        Path folder = folder(brief);
        Optional<List<PaperFile>> kept = PaperContents.read(folder.resolve(CONTENTS), brief.figuresSha256());
        if (kept.isPresent() && asWritten(folder, kept.get())) {
            return kept.get();
        }
        Files.createDirectories(root);
        Path half = Files.createTempDirectory(root, brief.stem() + "-part-");
        try {
            List<PaperFile> files = papers.write(brief, half);
            PaperContents.write(half.resolve(CONTENTS), brief.figuresSha256(), files);
            remove(folder);
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
            return List.copyOf(files);
        } finally {
            remove(half);
        }
    }

    private static boolean asWritten(Path folder, List<PaperFile> files) throws IOException {
        for (PaperFile file : files) {
            Path path = folder.resolve(file.name());
            if (!Files.isRegularFile(path) || !file.equals(PaperFile.of(path, file.mediaType()))) {
                return false;
            }
        }
        return true;
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }

    private Optional<PaperBrief> brief(YearMonth month, int version, Variant variant) {
        return store.read(handle -> {
            Optional<MonthVersion> kept = MonthRecords.versions(handle, month).stream()
                    .filter(one -> one.number() == version)
                    .findFirst();
            Optional<MonthFigures> figures = MonthFigureRecords.figures(handle, month, version, variant);
            return kept.flatMap(
                    one -> figures.map(each -> brief(one, each, NationalRateRecords.of(handle, month, one.cutoff()))));
        });
    }

    /** Nothing is printed of figures that are not those that were counted. */
    private static PaperBrief brief(MonthVersion version, MonthFigures figures, List<NationalRateRow> national) {
        PaperBrief brief = new PaperBrief(figures.city(), version, state(version.kind()), national);
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
}
