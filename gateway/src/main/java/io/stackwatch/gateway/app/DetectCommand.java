package io.stackwatch.gateway.app;

import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.detection.DetectionDesk;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.records.DetectionRow;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has the detectors of windows examine a day of an outlet now, also one that was examined before. */
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        description = {
            "Has the detectors examine a day of an outlet by what is stored now, and keeps and prints what each answers.",
            "A running gateway does so once after each day, and may go on."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:examined, nothing found",
            "1:failed, see the message",
            "2:command line or configuration cannot be used",
            "3:something was found, or the outlet was not registered that day"
        })
final class DetectCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--outlet", required = true, paramLabel = "ID", description = "The outlet.")
    private String outlet = "";

    @Option(names = "--day", required = true, paramLabel = "YYYY-MM-DD", description = "The legal day (Asia/Shanghai).")
    private String day = "";

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    DetectCommand() {
        this(Clock.systemUTC());
    }

    DetectCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        OutletDay wanted = new OutletDay(new OutletId(outlet), day());
        Config settings = config.read(System.getenv());
        PrintWriter out = Failures.specified(spec).commandLine().getOut();
        try (RecordStore store = RecordStore.open(DataFolder.of(settings).records(settings))) {
            JudgementRules rules = JudgementRules.load();
            LiveRegistry registry = new LiveRegistry(store, clock);
            DetectionDesk desk =
                    new DetectionDesk(store, registry::snapshot, rules.parameters(), rules.flags(), new EventSignal());
            Optional<DetectionRow> row = desk.examine(wanted, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            row.ifPresentOrElse(
                    found -> print(found, out),
                    () -> out.println(outlet + " was not registered at the beginning of " + day));
            out.flush();
            return row.filter(found -> found.findings().isEmpty()).isPresent() ? ExitCode.OK : ExitCode.FINDINGS;
        }
    }

    private static void print(DetectionRow row, PrintWriter out) {
        out.printf("%s %s version=%d hours=%d%n", row.day().outlet(), row.day().day(), row.version(), row.hours());
        row.answers().forEach(answer -> out.println(answer.replace('\t', ' ').strip()));
        row.findings()
                .forEach(finding -> out.printf(
                        "%s %s %s alarm=%s%n", finding.detector(), finding.factor(), finding.words(), finding.alarm()));
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    Failures.specified(spec).commandLine(), "--day: '" + day + "' is not a day such as 2026-11-30", e);
        }
    }
}
