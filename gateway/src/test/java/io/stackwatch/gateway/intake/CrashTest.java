package io.stackwatch.gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrivals;
import io.stackwatch.gateway.journal.Journal.StartAt;
import io.stackwatch.gateway.journal.JournalCursor;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import io.stackwatch.gateway.journal.segment.VerifyReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process under load is killed again and again; its producers send again what was not acknowledged, as loggers do. In the
 * end every acknowledged frame is in the journal exactly once.
 */
final class CrashTest {

    private static final int KILLS = 22;
    private static final int PRODUCERS = 4;
    private static final int LONGEST_LIFE_MILLIS = 250;

    @TempDir
    private Path directory;

    private final Map<String, Long> acknowledged = new HashMap<>();
    private final int[] next = new int[PRODUCERS];
    private long slowestRecoveryMillis;
    private int tornTails;

    @Test
    @Timeout(120)
    void everyAcknowledgedFrameIsInTheJournalOnceHoweverOftenTheProcessIsKilled(TestReporter reporter)
            throws Exception {
        long seed = System.nanoTime();
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        Arrays.fill(next, 1);
        for (int kill = 1; kill <= KILLS; kill++) {
            liveAndDie(random.nextInt(LONGEST_LIFE_MILLIS));
        }
        Map<String, List<Long>> journaled = new HashMap<>();
        try (SegmentJournal journal = SegmentJournal.open(directory, CrashChild.OPTIONS)) {
            VerifyReport report = journal.verify();
            assertTrue(report.isIntact(), () -> "seed " + seed + ": " + report.findings());
            assertTrue(journal.recovery().damage().isEmpty(), () -> "seed " + seed + ": " + journal.recovery());
            readAll(journal, journaled);
        }
        acknowledged.forEach((frame, sequence) ->
                assertEquals(List.of(sequence), journaled.get(frame), "seed " + seed + ", frame " + frame));
        journaled.forEach((frame, sequences) ->
                assertEquals(1, sequences.size(), "seed " + seed + ", frame " + frame + " at " + sequences));
        assertTrue(acknowledged.size() > KILLS * PRODUCERS, "only " + acknowledged.size() + " acknowledged");
        assertTrue(slowestRecoveryMillis < 5000, "recovery took " + slowestRecoveryMillis + " ms");
        reporter.publishEntry(Map.of(
                "kills", "" + KILLS,
                "acknowledged", "" + acknowledged.size(),
                "journaled", "" + journaled.size(),
                "torn tails", "" + tornTails,
                "slowest recovery ms", "" + slowestRecoveryMillis));
    }

    private void liveAndDie(int millis) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName(),
                directory.toString()));
        for (int number : next) {
            command.add(Integer.toString(number));
        }
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture<Void> ready = new CompletableFuture<>();
        CompletableFuture<Void> read = CompletableFuture.runAsync(() -> readLines(child, ready));
        try {
            ready.get(20, TimeUnit.SECONDS);
            // living for a random time under load is the point; a child that dies by itself is noticed
            assertTrue(!child.waitFor(millis, TimeUnit.MILLISECONDS), "the child ended by itself");
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("the child did not start within 20 s", e);
        } finally {
            child.destroyForcibly();
        }
        assertTrue(child.waitFor(20, TimeUnit.SECONDS), "the child survived its kill");
        read.get(20, TimeUnit.SECONDS);
    }

    private void readLines(Process child, CompletableFuture<Void> ready) {
        try (BufferedReader lines = child.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("ready")) {
                    slowestRecoveryMillis = Math.max(slowestRecoveryMillis, Long.parseLong(words[1]));
                    tornTails += words[2].equals("0") ? 0 : 1;
                    ready.complete(null);
                } else if (words.length == 3 && words[0].length() == 1) {
                    acknowledged(Integer.parseInt(words[0]), Integer.parseInt(words[1]), Long.parseLong(words[2]));
                }
            }
            ready.completeExceptionally(new IllegalStateException("the child ended before it was ready"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    private void acknowledged(int producer, int number, long sequence) {
        Long before = acknowledged.put(CrashChild.station(producer) + " " + number, sequence);
        assertTrue(before == null || before == sequence, "acknowledged as " + before + " and as " + sequence);
        next[producer] = Math.max(next[producer], number + 1);
    }

    private static void readAll(SegmentJournal journal, Map<String, List<Long>> journaled) throws InterruptedException {
        JournalCursor cursor = journal.cursor("audit", StartAt.TAIL);
        long seen = 0;
        while (seen < journal.head()) {
            List<JournalRecord> batch = cursor.next(5000, Duration.ofSeconds(10));
            assertTrue(!batch.isEmpty(), "reading stops at " + seen);
            for (JournalRecord record : batch) {
                Mn station = record.arrival().station().orElseThrow();
                long number = Duration.between(
                                Arrivals.MORNING, record.arrival().arrivedAt())
                        .toSeconds();
                journaled
                        .computeIfAbsent(station + " " + number, frame -> new ArrayList<>())
                        .add(record.sequence());
                seen = record.sequence();
            }
        }
    }
}
