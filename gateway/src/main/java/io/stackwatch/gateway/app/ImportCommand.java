package io.stackwatch.gateway.app;

import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.ImportReport;
import io.stackwatch.gateway.registry.RegistryImport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes an officer's sheets over into the registry. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a folder of sheets (CSV) over into the registry, whole or not at all.",
            "The sheets are described in docs/recipes/register-an-outlet.md."
        })
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--dry-run", description = "Read and check everything, change nothing.")
    private boolean dryRun;

    @Option(
            names = "--by",
            description =
                    "Who takes them over; stands in the audit trail. Default: the account of the operating system.")
    private String by = System.getProperty("user.name", "").isBlank() ? "unknown" : System.getProperty("user.name");

    @Option(names = "--reason", description = "Why; stands in the audit trail. Default: ${DEFAULT-VALUE}.")
    private String reason = "import of sheets";

    @Parameters(paramLabel = "FOLDER", description = "Folder with the sheets.")
    private @Nullable Path folder;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path sheets = Failures.specified(folder);
        checked();
        Config settings = config.read(System.getenv());
        try (RecordStore store = RecordStore.open(DataFolder.of(settings).records(settings))) {
            RegistryImport sheetImport = new RegistryImport(store, StandardLimits.load(), Clock.systemUTC());
            ImportReport report = dryRun ? sheetImport.dryRun(sheets) : sheetImport.takeOver(sheets, by, reason);
            print(report, Failures.specified(spec).commandLine().getOut());
            return report.errors().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
        }
    }

    private void checked() {
        try {
            new Act(Instant.EPOCH, by, reason);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(
                    Failures.specified(spec).commandLine(), "--by and --reason: " + wrong.getMessage(), wrong);
        }
    }

    private void print(ImportReport report, PrintWriter out) {
        new TreeMap<>(report.rows()).forEach((sheet, rows) -> out.printf("%s: %d rows%n", sheet, rows));
        report.errors().forEach(error -> out.println(error));
        if (report.takenOver()) {
            out.println("taken over; a running gateway sees it within a minute");
        } else if (report.errors().isEmpty()) {
            out.println("nothing is wrong; nothing was changed (dry run)");
        } else {
            out.printf("%d errors; nothing was taken over%n", report.errors().size());
        }
        out.flush();
    }
}
