package io.stackwatch.simulator;

import io.stackwatch.simulator.conform.CaseLibrary;
import io.stackwatch.simulator.conform.CaseRefused;
import io.stackwatch.simulator.conform.CaseResult;
import io.stackwatch.simulator.conform.ConformanceCase;
import io.stackwatch.simulator.conform.KitEdition;
import io.stackwatch.simulator.conform.Need;
import io.stackwatch.simulator.conform.Side;
import io.stackwatch.simulator.conform.outcome.Examination;
import io.stackwatch.simulator.conform.outcome.JunitXml;
import io.stackwatch.simulator.conform.outcome.ReportPage;
import io.stackwatch.simulator.conform.outcome.TerminalTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What both halves of the conformance kit are told: which cases, what may be taken for granted, where the results go. */
final class ConformOptions {

    @Option(
            names = "--edition",
            required = true,
            split = ",",
            paramLabel = "EDITION",
            converter = EditionConverter.class,
            description = "2005, 2017, 2025 or 2025-sm4; several with commas.")
    private List<KitEdition> editions = List.of();

    @Option(names = "--case", paramLabel = "GLOB", description = "Only cases of this name, such as '2017/*crc*'.")
    private @Nullable String glob;

    @Option(
            names = "--cases",
            paramLabel = "FOLDER",
            description = "Cases of your own instead of the kit's: FOLDER/server/2017/*.case and so on.")
    private @Nullable Path folder;

    @Option(
            names = "--has",
            split = ",",
            paramLabel = "NEED",
            converter = NeedConverter.class,
            description = "What the other side has beyond the bare protocol; the list shows what cases need.")
    private List<Need> has = List.of();

    @Option(names = "--all-must-run", description = "A case that was not run counts like one that fails (exit code 1).")
    private boolean allMustRun;

    @Option(names = "--list", description = "Only lists the cases and what they need.")
    private boolean list;

    @Option(names = "--junit", paramLabel = "FILE", description = "Writes the results as JUnit XML.")
    private @Nullable Path junit;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes one page for the vendor (HTML, zh and en).")
    private @Nullable Path report;

    @Option(names = "--zh", description = "Shows the rules in Chinese.")
    private boolean chinese;

    Set<KitEdition> editions() {
        return editions.isEmpty() ? EnumSet.noneOf(KitEdition.class) : EnumSet.copyOf(editions);
    }

    Set<Need> has() {
        return has.isEmpty() ? EnumSet.noneOf(Need.class) : EnumSet.copyOf(has);
    }

    boolean listsOnly() {
        return list;
    }

    List<ConformanceCase> cases(Side side) throws IOException, CaseRefused {
        List<ConformanceCase> cases = new ArrayList<>();
        for (KitEdition edition : editions()) {
            cases.addAll(folder == null ? CaseLibrary.of(side, edition) : CaseLibrary.in(folder, side, edition));
        }
        if (glob != null) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            cases.removeIf(each -> !matcher.matches(Path.of(each.name())));
        }
        return cases;
    }

    void list(List<ConformanceCase> cases, PrintWriter out) {
        TerminalTable table = new TerminalTable(chinese);
        for (ConformanceCase each : cases) {
            out.println(table.line(each));
            if (!each.needs().isEmpty()) {
                out.println("    needs "
                        + String.join(
                                ", ",
                                each.needs().stream().sorted().map(Need::word).toList()));
            }
        }
        out.println(cases.size() + " cases");
        out.flush();
    }

    void show(CaseResult result, PrintWriter out) {
        out.println(new TerminalTable(chinese).line(result));
        out.flush();
    }

    /** Writes everything that was asked for; the exit code. */
    int conclude(Examination examination, PrintWriter out) throws IOException {
        out.println(new TerminalTable(chinese).of(examination));
        out.flush();
        if (junit != null) {
            try (Writer writer = Files.newBufferedWriter(junit, StandardCharsets.UTF_8)) {
                JunitXml.write(examination, writer);
            }
        }
        if (report != null) {
            Files.writeString(report, ReportPage.of(examination));
        }
        boolean failed = examination.count(CaseResult.Mark.FAILED) > 0
                || (allMustRun && examination.count(CaseResult.Mark.NOT_RUN) > 0);
        return failed ? Simulator.FAILED : 0;
    }

    /** Reads an edition from the command line. */
    static final class EditionConverter implements ITypeConverter<KitEdition> {
        @Override
        public KitEdition convert(String text) {
            return KitEdition.labelled(text)
                    .orElseThrow(() ->
                            new TypeConversionException("expected 2005, 2017, 2025 or 2025-sm4, found '" + text + "'"));
        }
    }

    /** Reads a need from the command line. */
    static final class NeedConverter implements ITypeConverter<Need> {
        @Override
        public Need convert(String text) {
            return Need.of(text)
                    .orElseThrow(() -> new TypeConversionException("expected one of "
                            + String.join(
                                    ", ",
                                    EnumSet.allOf(Need.class).stream()
                                            .map(Need::word)
                                            .toList())
                            + ", found '" + text + "'"));
        }
    }
}
