package io.stackwatch.gateway.app;

import io.stackwatch.core.supervision.MonthCalendar;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.audit.MonthFile;
import io.stackwatch.gateway.audit.PaperFile;
import io.stackwatch.gateway.audit.PaperShelf;
import io.stackwatch.gateway.audit.StoredMonths;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.counting.CountView;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.records.MonthVersion;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the papers of a month that was counted. Counts nothing itself: a running gateway closes months. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the papers of a month and prints the SHA-256 of each. The figures are those that were stored when the",
            "month was counted; the same version gives the same bytes. A running gateway may go on."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the papers are written",
            "1:failed: the folder cannot be written, or the stored figures are not those that were counted",
            "2:command line or configuration cannot be used",
            "3:there is nothing to write: the month, its version or the variant has no figures; the message says what is missing"
        })
final class AuditCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "The month, such as 2026-11.")
    private String month = "";

    @Option(names = "--variant", paramLabel = "VARIANT", description = "final (补全, the default) or real-time (即时).")
    private String variant = "final";

    @Option(names = "--version-number", paramLabel = "N", description = "Which version; the newest without it.")
    private @Nullable Integer version;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where to (default: this directory).")
    private Path out = Path.of(".");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        YearMonth wanted = month();
        Variant figures = variant();
        Config settings = config.read(System.getenv());
        PrintWriter print = Failures.specified(spec).commandLine().getOut();
        DataFolder folder = DataFolder.of(settings);
        try (RecordStore store = RecordStore.open(folder.records(settings))) {
            StoredMonths months = new StoredMonths(store, MonthCalendar.load());
            Optional<MonthFile> file = months.month(wanted);
            Optional<MonthVersion> kept = file.flatMap(one -> version == null ? one.newest() : one.version(version));
            if (kept.isEmpty()) {
                print.println(missing(wanted, file));
                print.flush();
                return ExitCode.FINDINGS;
            }
            JudgementRules rules = JudgementRules.load();
            CountView counts = Counting.view(store, new LiveRegistry(store, Clock.systemUTC()), rules);
            PaperShelf shelf = new PaperShelf(store, Months.papers(counts, rules.parameters()), folder.papers());
            return write(shelf, file.get(), kept.get(), figures, print);
        }
    }

    private int write(PaperShelf shelf, MonthFile file, MonthVersion kept, Variant figures, PrintWriter print)
            throws IOException {
        Optional<List<PaperFile>> written = shelf.copyInto(out, kept.month(), kept.number(), figures);
        print.printf(
                "%s version=%d kind=%s variant=%s cutoff=%s counted=%s state=%s%n",
                kept.month(),
                kept.number(),
                kept.kind(),
                figures,
                kept.cutoff(),
                kept.countedAt(),
                file.closing().state().map(Enum::name).orElse("-"));
        kept.act().ifPresent(act -> print.printf("recomputed by=%s reason=%s%n", act.by(), act.reason()));
        written.ifPresentOrElse(
                papers -> papers.forEach(paper -> print.printf("%s  %s%n", paper.sha256(), paper.name())),
                () -> print.printf("version %d has no %s figures%n", kept.number(), figures));
        print.flush();
        return written.isPresent() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    /** What is missing, and what would bring it. */
    private String missing(YearMonth wanted, Optional<MonthFile> file) {
        if (file.isEmpty()) {
            return wanted
                    + " was never opened: no gateway has run on this store since it began, or nothing counts its hours";
        }
        if (version != null && file.get().newest().isPresent()) {
            return wanted + " has no version " + version + "; its versions are 1 to "
                    + file.get().versions().size();
        }
        return wanted + " is " + file.get().closing().state().map(Enum::name).orElse("-") + " and has no figures yet; "
                + file.get()
                        .nextDue()
                        .map(due -> "the next are due at " + due + " and are counted by a running gateway")
                        .orElse("nothing is due");
    }

    private YearMonth month() {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    Failures.specified(spec).commandLine(),
                    "--month: '" + month + "' is not a month such as 2026-11",
                    e);
        }
    }

    private Variant variant() {
        return switch (variant) {
            case "final" -> Variant.FINAL;
            case "real-time" -> Variant.REAL_TIME;
            default ->
                throw new ParameterException(
                        Failures.specified(spec).commandLine(),
                        "--variant: '" + variant + "' is not final or real-time");
        };
    }
}
