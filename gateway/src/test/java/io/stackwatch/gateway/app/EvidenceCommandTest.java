package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.evidence.ActsOfCase;
import io.stackwatch.gateway.evidence.EvidencePackage;
import io.stackwatch.gateway.evidence.ExceedingCity;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.segment.JournalOptions;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A package is written by one command and checked by another, which needs nothing but the file. */
final class EvidenceCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter shown = new StringWriter();

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(shown, true))
                .setErr(new PrintWriter(shown, true))
                .execute(arguments);
    }

    private Path config() throws Exception {
        Path config = folder.resolve("stackwatch.yaml");
        Files.writeString(config, "data-dir: " + folder.resolve("data") + "\n");
        return config;
    }

    private String caseInTheFolder() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (ExceedingCity city = new ExceedingCity(data);
                SegmentJournal journal = SegmentJournal.open(data.resolve("journal"), JournalOptions.defaults())) {
            append(journal, city.arrivals());
            return city.candidate().value();
        }
    }

    private static void append(SegmentJournal journal, List<Arrival> arrivals) throws InterruptedException {
        CountDownLatch durable = new CountDownLatch(arrivals.size());
        AtomicReference<String> refused = new AtomicReference<>("");
        for (Arrival arrival : arrivals) {
            journal.append(arrival, new Journal.Receipt() {
                @Override
                public void durable(long sequence) {
                    durable.countDown();
                }

                @Override
                public void refused(Journal.Refusal why) {
                    refused.set(why.name());
                    durable.countDown();
                }
            });
        }
        assertTrue(durable.await(30, TimeUnit.SECONDS));
        assertEquals("", refused.get());
    }

    @Test
    void thePackageOfACaseIsWrittenFromTheFolderAndFoundIntact() throws Exception {
        String id = caseInTheFolder();
        Path out = folder.resolve("out");
        assertEquals(
                ExitCode.OK,
                run(new EvidenceCommand(), "--config", config().toString(), "--out", out.toString(), id),
                shown::toString);
        Path file = out.resolve("evidence-" + id + ".zip");
        assertTrue(shown.toString().contains("  evidence-" + id + ".zip"), shown::toString);
        assertEquals(ExitCode.OK, run(new VerifyCommand(), file.toString()), shown::toString);
        assertTrue(shown.toString().contains("files=24 records=6 unproved=0 manifest="), shown::toString);
        assertTrue(shown.toString().contains("the package is intact"), shown::toString);
    }

    @Test
    void aCaseThatIsNotThereIsNamedAndNoIdIsRefused() throws Exception {
        caseInTheFolder();
        assertEquals(ExitCode.FINDINGS, run(new EvidenceCommand(), "--config", config().toString(), "0".repeat(32)));
        assertTrue(shown.toString().contains("there is no candidate case 0000"), shown::toString);
        assertEquals(ExitCode.USAGE, run(new EvidenceCommand(), "--config", config().toString(), "12"));
    }

    @Test
    void aPackageThatWasChangedFailsAndItsFileIsNamed() throws Exception {
        EvidencePackage made;
        try (ExceedingCity city = new ExceedingCity(folder)) {
            made = city.made(ActsOfCase.none());
        }
        byte[] changed = made.bytes().clone();
        int at = new String(changed, StandardCharsets.ISO_8859_1).indexOf("a21026-Avg,44.1");
        changed[at + 11] = '2';
        Path file = folder.resolve("changed.zip");
        Files.write(file, changed);
        assertEquals(ExitCode.FINDINGS, run(new VerifyCommand(), file.toString()));
        assertTrue(shown.toString().contains("file=lineage/values.csv: has another SHA-256"), shown::toString);
        assertTrue(shown.toString().contains("THE PACKAGE WAS CHANGED"), shown::toString);
    }

    @Test
    void aWholeOtherPackageIsFoundByTheDigestThatWasNoted() throws Exception {
        Path file = folder.resolve("made.zip");
        String manifest;
        try (ExceedingCity city = new ExceedingCity(folder)) {
            EvidencePackage made = city.made(ActsOfCase.none());
            manifest = made.manifestSha256();
            Files.write(file, made.bytes());
        }
        List<String> arguments = new ArrayList<>(List.of("--manifest", manifest, file.toString()));
        assertEquals(ExitCode.OK, run(new VerifyCommand(), arguments.toArray(String[]::new)));
        arguments.set(1, "f".repeat(64));
        assertEquals(ExitCode.FINDINGS, run(new VerifyCommand(), arguments.toArray(String[]::new)));
        assertTrue(shown.toString().contains("is not the list that was noted"), shown::toString);
    }
}
