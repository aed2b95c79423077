package io.stackwatch.gateway.app;

import io.stackwatch.gateway.journal.segment.SegmentJournal;
import io.stackwatch.gateway.journal.segment.VerifyReport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads the whole journal and proves its chain. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Reads the whole journal of a stopped gateway and checks every record and the hash chain.")
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        VerifyReport report = SegmentJournal.verify(
                DataFolder.of(config.read(System.getenv())).journal());
        PrintWriter out = Failures.specified(spec).commandLine().getOut();
        out.printf(
                "records=%d sequences=%d..%d segments=%d head=%s%n",
                report.records(), report.firstSequence(), report.lastSequence(), report.segments(), report.headHash());
        for (VerifyReport.Finding finding : report.findings()) {
            out.printf(
                    "%s sequences=%d..%d file=%s: %s%n",
                    finding.kind(), finding.firstSequence(), finding.lastSequence(), finding.file(), finding.text());
        }
        out.println(report.isIntact() ? "the journal is intact" : "THE JOURNAL IS DAMAGED");
        out.flush();
        return report.isIntact() ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
