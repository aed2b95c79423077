package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.enforcement.CaseAct;
import io.stackwatch.core.enforcement.CaseClock;
import io.stackwatch.core.enforcement.CaseFileId;
import io.stackwatch.core.enforcement.RunningPeriod;
import io.stackwatch.core.enforcement.Strand;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.gateway.casework.CaseCity;
import io.stackwatch.gateway.casework.CaseDossier;
import io.stackwatch.gateway.casework.CaseTables;
import io.stackwatch.gateway.casework.StoredCasework;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.marking.ProofShelf;
import io.stackwatch.gateway.records.CaseActRow;
import io.stackwatch.gateway.records.ExemptionRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.records.TrailRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.trail.ActsInTrail;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built program, killed at random moments while officers act: every act that was answered is there once, with its row in the trail and
 * its deadlines; every other is whole or absent (docs/adr/0038).
 */
class ActCrashIT {

    private static final int KILLS = 10;
    private static final int OFFICERS = 3;
    private static final int FILES = 80;
    private static final int LONGEST_LIFE_MS = 700;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void tenKillsLoseNoActThatWasAnsweredAndLeaveNoneHalf() throws Exception {
        long seed = System.nanoTime();
        Random moments = new Random(seed);
        int web = freePort();
        Path file = folder.resolve("stackwatch.yaml");
        Files.writeString(
                file,
                "data-dir: %s\nhj212:\n  host: 127.0.0.1\n  port: %d\nhttp.port: %d\n"
                        .formatted(folder.resolve("data"), freePort(), web));
        Config config = Config.read(file.toString(), Files.readString(file), Map.of());
        List<ActStream> streams = streams(web, candidates(config));
        List<Thread> threads = streams.stream().map(Thread::new).toList();
        Process gateway = serve(file);
        int answered;
        try {
            threads.forEach(Thread::start);
            awaitAnswerSince(System.nanoTime(), streams, seed);
            for (int kill = 1; kill <= KILLS; kill++) {
                boolean ended = gateway.waitFor(20 + moments.nextInt(LONGEST_LIFE_MS), TimeUnit.MILLISECONDS);
                assertFalse(ended, () -> "the gateway ended by itself; seed " + seed + "\n" + log());
                gateway.destroyForcibly().waitFor();
                long killed = System.nanoTime();
                gateway = serve(file);
                awaitAnswerSince(killed, streams, seed);
            }
            streams.forEach(ActStream::stop);
            for (Thread thread : threads) {
                thread.join(PATIENCE.toMillis());
                assertFalse(thread.isAlive(), "somebody still waits for an answer");
            }
            answered = streams.stream()
                    .flatMap(stream -> stream.acknowledged().values().stream())
                    .mapToInt(Integer::intValue)
                    .sum();
        } finally {
            streams.forEach(ActStream::stop);
            gateway.destroyForcibly().waitFor();
        }
        System.out.println("act crash test: kills=" + KILLS + " seed=" + seed + " answered=" + answered);
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            everyFileIsWhole(store, streams, seed);
            everyExemptionIsThereOnce(store, streams, seed);
            ActsInTrail.isWhole(store);
        }
    }

    private List<String> candidates(Config config) throws IOException {
        Files.createDirectories(DataFolder.of(config).root());
        List<String> candidates = new ArrayList<>();
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            CaseCity city = CaseCity.in(store, folder.resolve("proofs"));
            // a candidate of a day is opened in the afternoon of the next, which must be past at any time of today
            LocalDate lastOpened = LocalDate.now(LegalTime.ZONE).minusDays(1);
            for (int i = 1; i <= FILES; i++) {
                candidates.add(city.candidate("DA001", lastOpened.minusDays(i).toString())
                        .value());
            }
        }
        return candidates;
    }

    private static List<ActStream> streams(int web, List<String> candidates) {
        List<ActStream> streams = new ArrayList<>();
        for (int i = 0; i < OFFICERS; i++) {
            List<String> his = new ArrayList<>();
            for (int j = i; j < candidates.size(); j += OFFICERS) {
                his.add(candidates.get(j));
            }
            streams.add(new ActStream(web, his));
        }
        return streams;
    }

    private static void everyFileIsWhole(RecordStore store, List<ActStream> streams, long seed) {
        CaseTables tables = CaseTables.load();
        RegistrySnapshot registry = RegistrySnapshot.of(store.read(RegistryRecords::load), List.of());
        StoredCasework desk = new StoredCasework(
                store, () -> registry, tables, new ProofShelf(Path.of("nowhere"), 1), Clock.systemUTC());
        Map<Long, TrailRow> trail =
                ActsInTrail.rows(store).stream().collect(Collectors.toMap(TrailRow::number, row -> row));
        Set<String> numbers = new HashSet<>();
        for (ActStream stream : streams) {
            stream.acknowledged().forEach((name, acts) -> {
                CaseFileId id = new CaseFileId(name);
                CaseDossier dossier = desk.file(id, Optional.empty()).orElseThrow();
                String about = "file " + name + ", seed " + seed;
                int kept = dossier.acts().size();
                assertTrue(kept == acts || kept == acts + 1, () -> about + ": answered " + acts + ", kept " + kept);
                for (CaseActRow row : dossier.acts()) {
                    TrailRow told = trail.get(row.trail());
                    assertEquals(row.act().kind().name(), told.act(), about);
                    assertEquals("case-file:" + name, told.subject(), about);
                    number(row.act()).ifPresent(number -> assertTrue(numbers.add(number), about + ": twice " + number));
                }
                assertEquals(
                        kept,
                        dossier.acts().stream()
                                .map(CaseActRow::trail)
                                .distinct()
                                .count(),
                        about);
                assertEquals(expected(dossier, tables), deadlines(dossier), about);
                assertTrue(
                        desk.verify(id).orElseThrow().<Boolean>match(whole -> true, broken -> false),
                        () -> about + ": " + desk.verify(id));
            });
        }
        assertFalse(numbers.isEmpty(), "no document was numbered");
    }

    private static Optional<String> number(CaseAct act) {
        return act.match(new CaseAct.Cases<Optional<String>>(
                step -> Optional.empty(),
                issued -> Optional.of(issued.number()),
                served -> Optional.empty(),
                dated -> Optional.empty(),
                checked -> Optional.empty(),
                paid -> Optional.empty(),
                regrouped -> Optional.empty()));
    }

    private static List<String> deadlines(CaseDossier dossier) {
        return dossier.deadlines().stream()
                .map(row -> deadline(row.strand(), row.period().value(), row.begun(), row.lastDay(), row.overOn()))
                .sorted()
                .toList();
    }

    /** As its acts make them. */
    private static List<String> expected(CaseDossier dossier, CaseTables tables) {
        CaseClock clock = new CaseClock(tables.terms());
        List<String> expected = new ArrayList<>();
        for (Strand strand : dossier.file().strands().keySet()) {
            for (RunningPeriod running : clock.periods(dossier.file(), strand)) {
                Optional<LocalDate> last = running.end()
                        .match(
                                ends -> Optional.of(ends.calculation().last()),
                                halted -> Optional.empty(),
                                notCounted -> Optional.empty());
                expected.add(deadline(strand, running.period().value(), running.begun(), last, running.over()));
            }
        }
        return expected.stream().sorted().toList();
    }

    private static String deadline(
            Strand strand, String period, LocalDate begun, Optional<LocalDate> last, Optional<LocalDate> over) {
        return strand + " " + period + " " + begun + " " + last + " " + over;
    }

    private static void everyExemptionIsThereOnce(RecordStore store, List<ActStream> streams, long seed) {
        List<String> kept = store.read(handle -> ExemptionRecords.list(handle, Optional.empty(), FILES * 2)).stream()
                .map(exemption -> exemption.document())
                .toList();
        long told = ActsInTrail.rows(store).stream()
                .filter(row -> row.act().equals("EXEMPTION_GRANTED"))
                .count();
        assertEquals(kept.size(), told, "seed " + seed);
        assertEquals(kept.size(), Set.copyOf(kept).size(), "none twice, seed " + seed);
        streams.forEach(stream -> stream.granted().forEach((document, answered) -> {
            assertTrue(!answered || kept.contains(document), () -> "lost: " + document + ", seed " + seed);
        }));
    }

    private Process serve(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        Path.of("target", "stackwatch.jar").toString(),
                        "serve",
                        "--config",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile()))
                .start();
    }

    private void awaitAnswerSince(long since, List<ActStream> streams, long seed) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (ActStream stream : streams) {
                stream.failure().ifPresent(failure -> {
                    throw new AssertionError("seed " + seed + "\n" + log(), failure);
                });
                if (stream.lastAnswer() != 0 && stream.lastAnswer() - since > 0) {
                    return;
                }
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new AssertionError("no answer within " + PATIENCE + "; seed " + seed + "\n" + log());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private File logFile() {
        return folder.resolve("gateway.log").toFile();
    }

    private String log() {
        try {
            List<String> lines = Files.readAllLines(logFile().toPath());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException none) {
            return "(no log)";
        }
    }
}
