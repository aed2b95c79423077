package io.stackwatch.gateway.app;

import io.stackwatch.gateway.examination.Examination;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import io.stackwatch.gateway.journal.segment.VerifyReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the whole journal and proves its chain; or an evidence package, off-line. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the whole journal of a stopped gateway and checks every record and the hash chain.",
            "With FILE: checks every byte of an evidence package, off-line; needs no configuration and no data."
        })
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "An evidence package.")
    private @Nullable Path file;

    @Option(
            names = "--manifest",
            paramLabel = "SHA256",
            description =
                    "The digest of the package's list of files as it was noted elsewhere, such as in an act of the case.")
    private @Nullable String noted;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Failures.specified(spec).commandLine().getOut();
        int code = file == null ? journal(out) : evidence(out, file);
        out.flush();
        return code;
    }

    private int journal(PrintWriter out) throws Exception {
        VerifyReport report = SegmentJournal.verify(
                DataFolder.of(config.read(System.getenv())).journal());
        out.printf(
                "records=%d sequences=%d..%d segments=%d head=%s%n",
                report.records(), report.firstSequence(), report.lastSequence(), report.segments(), report.headHash());
        for (VerifyReport.Finding finding : report.findings()) {
            out.printf(
                    "%s sequences=%d..%d file=%s: %s%n",
                    finding.kind(), finding.firstSequence(), finding.lastSequence(), finding.file(), finding.text());
        }
        out.println(report.isIntact() ? "the journal is intact" : "THE JOURNAL IS DAMAGED");
        return report.isIntact() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private int evidence(PrintWriter out, Path file) throws IOException {
        Examination.Report report = Examination.of(Files.readAllBytes(file));
        out.printf(
                "files=%d records=%d unproved=%d manifest=%s%n",
                report.files(),
                report.records(),
                report.unproved(),
                report.manifestSha256().orElse("-"));
        for (Examination.Finding finding : report.findings()) {
            out.printf("file=%s: %s%n", finding.file(), finding.text());
        }
        boolean asNoted = noted == null || report.manifestSha256().equals(Optional.of(noted));
        if (!asNoted) {
            out.println("file=manifest.txt: is not the list that was noted as " + noted);
        }
        boolean intact = report.isIntact() && asNoted;
        out.println(intact ? "the package is intact" : "THE PACKAGE WAS CHANGED");
        return intact ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
