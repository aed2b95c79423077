package io.stackwatch.gateway.app;

import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.gateway.evidence.EvidencePackage;
import io.stackwatch.gateway.journal.segment.JournalOptions;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.keys.KeyStore;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.marking.StoredMarks;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the evidence package of a case from the folder of a stopped gateway; a running one gives it by its API. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the evidence package of a candidate case and prints its digests. The gateway must be stopped, for the journal",
            "has one owner; a running one gives the package at GET /api/v1/cases/{id}/evidence. 'verify FILE' checks a package."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the package is written",
            "1:failed: the journal is in use, or the folder cannot be written",
            "2:command line or configuration cannot be used",
            "3:there is no such case"
        })
final class EvidenceCommand implements Callable<Integer> {

    private static final int LONGEST_PROOF_BYTES = 5 << 20;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "CASE", description = "Id of the candidate case: 32 hexadecimal digits.")
    private String id = "";

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where to (default: this directory).")
    private Path out = Path.of(".");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CaseId candidate = candidate();
        Config settings = config.read(System.getenv());
        DataFolder folder = DataFolder.of(settings);
        Clock clock = Clock.systemUTC();
        try (RecordStore store = RecordStore.open(folder.records(settings));
                SegmentJournal journal = SegmentJournal.open(folder.journal(), JournalOptions.defaults())) {
            KeyStore keys = KeyStore.open(store, folder.masterKey(settings), settings.get(Settings.KEYS_OVERLAP));
            LiveRegistry registry = new LiveRegistry(store, clock, keys::ring);
            JudgementRules rules = JudgementRules.load();
            StoredMarks marks = new StoredMarks(
                    store,
                    registry::snapshot,
                    rules,
                    new ProofShelf(folder.proofs(), LONGEST_PROOF_BYTES),
                    new EventSignal(),
                    clock);
            Optional<EvidencePackage> made = Evidence.of(
                            store, journal, registry, rules, marks, new FiledActs(store), clock)
                    .of(candidate, clock.instant());
            return write(made);
        }
    }

    private int write(Optional<EvidencePackage> made) throws IOException {
        PrintWriter print = Failures.specified(spec).commandLine().getOut();
        if (made.isEmpty()) {
            print.println("there is no candidate case " + id);
            print.flush();
            return ExitCode.FINDINGS;
        }
        Files.createDirectories(out);
        Files.write(out.resolve(made.get().name()), made.get().bytes());
        print.printf("%s  %s%n", made.get().sha256(), made.get().name());
        print.printf("manifest=%s%n", made.get().manifestSha256());
        print.flush();
        return ExitCode.OK;
    }

    private CaseId candidate() {
        try {
            return new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Failures.specified(spec).commandLine(), e.getMessage(), e);
        }
    }
}
