package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.exceedance.Outcome;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.journal.segment.JournalOptions;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import io.stackwatch.gateway.records.AlarmQuery;
import io.stackwatch.gateway.records.AlarmRow;
import io.stackwatch.gateway.records.HourRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.records.SqlRecordsView;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built program, killed at random moments while loggers send: what was acknowledged is kept, once; hours and alarms are
 * neither lost nor doubled; it is back in seconds (docs/README.md, "one journal, many cursors").
 */
class CrashIT {

    private static final int KILLS = 20;
    private static final int LOGGERS = 4;
    private static final int HOURS = 900;
    private static final int FRAMES_PER_HOUR = 4;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);

    @TempDir
    private Path folder;

    @Test
    void twentyKillsLoseNothingAndDoubleNothing() throws Exception {
        long seed = System.nanoTime();
        Random moments = new Random(seed);
        int port = freePort();
        int web = freePort();
        Path file = folder.resolve("stackwatch.yaml");
        Files.writeString(
                file,
                "data-dir: %s\nhj212:\n  host: 127.0.0.1\n  port: %d\nhttp.port: %d\njournal.segment-mib: 8\n"
                        .formatted(folder.resolve("data"), port, web));
        Config config = Config.read(file.toString(), Files.readString(file), Map.of());
        register(config);

        List<PersistentLogger> loggers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < LOGGERS; i++) {
            PersistentLogger logger = new PersistentLogger(port, segments(i));
            loggers.add(logger);
            threads.add(new Thread(logger, "logger-" + i));
        }
        Process gateway = serve(file);
        try {
            threads.forEach(Thread::start);
            awaitAcknowledgementSince(System.nanoTime(), loggers, PATIENCE);
            Duration slowest = Duration.ZERO;
            for (int kill = 1; kill <= KILLS; kill++) {
                boolean ended = gateway.waitFor(100 + moments.nextInt(1_200), TimeUnit.MILLISECONDS);
                assertFalse(ended, () -> "the gateway ended by itself; seed " + seed + "\n" + log());
                gateway.destroyForcibly().waitFor();
                long killed = System.nanoTime();
                gateway = serve(file);
                Duration back = awaitAcknowledgementSince(killed, loggers, PATIENCE);
                slowest = back.compareTo(slowest) > 0 ? back : slowest;
            }
            Duration worst = slowest;
            assertTrue(worst.compareTo(BACK_WITHIN) < 0, () -> "back after " + worst + "; seed " + seed + "\n" + log());
            loggers.forEach(PersistentLogger::stop);
            for (Thread thread : threads) {
                thread.join(PATIENCE.toMillis());
                assertFalse(thread.isAlive(), "a logger still waits for an acknowledgement");
            }
            awaitNothingLeftToJudge(web);
            System.out.println("crash test: kills=" + KILLS + " seed=" + seed + " acknowledged="
                    + loggers.stream().mapToInt(PersistentLogger::count).sum() + " slowestRestart=" + worst);
        } finally {
            loggers.forEach(PersistentLogger::stop);
            gateway.destroy();
            if (!gateway.waitFor(20, TimeUnit.SECONDS)) {
                gateway.destroyForcibly();
            }
        }

        assertTrue(SegmentJournal.verify(DataFolder.of(config).journal()).isIntact(), () -> "seed " + seed);
        assertEachAcknowledgedFrameIsThereOnce(config, loggers, seed);
        assertHoursAndAlarms(config, loggers, seed);
    }

    private static void register(Config config) throws IOException {
        String since = FIRST_DAY.toString();
        SheetsFolder sheets = new SheetsFolder();
        for (int i = 0; i < LOGGERS; i++) {
            sheets.outlet("DA" + i, mn(i), "HJ212", since).permit("DA" + i, "35", since);
        }
        sheets.takeOver(config, DataFolder.of(config).root().resolve("sheets"), since);
    }

    /** Hour after hour: a few minutes, then the hour; every fourth to sixth hour of six exceeds. */
    private static List<String> segments(int logger) {
        List<String> segments = new ArrayList<>();
        int number = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            LocalDateTime start = FIRST_DAY.atStartOfDay().plusHours(hour);
            for (int minute = 0; minute < FRAMES_PER_HOUR - 1; minute++) {
                segments.add(segment(number++, logger, 2051, start.plusMinutes(minute), hour));
            }
            segments.add(segment(number++, logger, 2061, start, hour));
        }
        return segments;
    }

    private static String segment(int number, int logger, int command, LocalDateTime start, int hour) {
        String qn = STAMP.format(FIRST_DAY.atStartOfDay().plusSeconds(number)) + "%03d".formatted(logger);
        String mean = exceeds(hour) ? "36." + (10 + hour % 90) : "34." + (10 + hour % 90);
        return "QN=" + qn + ";ST=31;CN=" + command + ";PW=123456;MN=" + mn(logger) + ";Flag=5;CP=&&DataTime="
                + STAMP.format(start) + ";a21026-Avg=" + mean + ",a21026-ZsAvg=" + mean
                + ",a21026-Flag=N;a19001-Avg=6.0,a19001-Flag=N&&";
    }

    private static boolean exceeds(int hour) {
        return hour % 6 >= 3;
    }

    private static String mn(int logger) {
        return "C0FFEE00000000000000000" + logger;
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

    private static Duration awaitAcknowledgementSince(long since, List<PersistentLogger> loggers, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            for (PersistentLogger logger : loggers) {
                long at = logger.lastAcknowledgement();
                if (at != 0 && at - since > 0) {
                    return Duration.ofNanos(at - since);
                }
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new AssertionError("no acknowledgement within " + patience);
    }

    private static void awaitNothingLeftToJudge(int web) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web + "/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < end) {
            try {
                last = client.send(health, HttpResponse.BodyHandlers.ofString()).body();
            } catch (ConnectException notYet) {
                // frames are acknowledged before there is an API to ask
                last = notYet.toString();
            }
            if (last.contains("\"lag.core\":0")) {
                return;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("the core did not catch up within " + PATIENCE + ": " + last);
    }

    private static void assertEachAcknowledgedFrameIsThereOnce(Config config, List<PersistentLogger> loggers, long seed)
            throws IOException {
        Map<String, Integer> kept = new HashMap<>();
        try (SegmentJournal journal = SegmentJournal.open(
                DataFolder.of(config).journal(), JournalOptions.defaults().withSegmentBytes(8 << 20))) {
            for (long sequence = journal.tail(); sequence <= journal.head(); sequence++) {
                JournalRecord record = journal.read(sequence).orElseThrow();
                if (record.arrival().disposition() == Disposition.ACCEPTED) {
                    kept.merge(text(record.arrival().bytes()), 1, Integer::sum);
                }
            }
        }
        for (PersistentLogger logger : loggers) {
            for (byte[] frame : logger.acknowledged()) {
                assertEquals(1, kept.getOrDefault(text(frame), 0), () -> "seed " + seed + ": " + text(frame));
            }
        }
    }

    private static void assertHoursAndAlarms(Config config, List<PersistentLogger> loggers, long seed)
            throws IOException {
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            RegistrySnapshot registry = RegistrySnapshot.of(store.read(RegistryRecords::load), StandardLimits.load());
            SqlRecordsView view = new SqlRecordsView(store, registry::registry);
            for (int i = 0; i < loggers.size(); i++) {
                int hours = loggers.get(i).count() / FRAMES_PER_HOUR;
                assertTrue(hours > 6, "too few hours were sent to prove anything: " + hours);
                OutletId outlet = new OutletId("DA" + i);
                List<HourRow> rows = view.hours(
                        outlet,
                        FIRST_DAY.atStartOfDay(ZONE).toInstant(),
                        FIRST_DAY.atStartOfDay(ZONE).plusHours(HOURS).toInstant());
                assertEquals(hours, rows.size(), "hours of " + outlet + ", seed " + seed);
                for (int hour = 0; hour < hours; hour++) {
                    Outcome expected = exceeds(hour) ? Outcome.EXCEEDS : Outcome.WITHIN;
                    assertEquals(expected, rows.get(hour).verdict().outcome(), "hour " + hour + " of " + outlet);
                }
                assertEquals(episodes(hours), alarms(view, outlet), "alarms of " + outlet + ", seed " + seed);
            }
        }
    }

    /** First and last hour of each run of exceeding hours. */
    private static List<String> episodes(int hours) {
        List<String> episodes = new ArrayList<>();
        for (int hour = 3; hour < hours; hour += 6) {
            episodes.add(hour + ".." + Math.min(hour + 2, hours - 1));
        }
        return episodes;
    }

    private static List<String> alarms(SqlRecordsView view, OutletId outlet) {
        List<AlarmRow> rows = new ArrayList<>();
        AlarmQuery query = AlarmQuery.all().withOutlet(outlet).withType(AlarmType.HOUR_EXCEEDANCE);
        var page = view.alarms(query);
        rows.addAll(page.rows());
        while (page.next().isPresent()) {
            page = view.alarms(query.withBehind(page.next().get()));
            rows.addAll(page.rows());
        }
        return rows.stream()
                .map(AlarmRow::alarm)
                .map(alarm -> List.of(hour(alarm.key().firstHour()), hour(alarm.lastHour())))
                .sorted(java.util.Comparator.comparing(span -> span.get(0)))
                .map(span -> span.get(0) + ".." + span.get(1))
                .toList();
    }

    private static long hour(java.time.Instant start) {
        return Duration.between(FIRST_DAY.atStartOfDay(ZONE).toInstant(), start).toHours();
    }

    private static String text(byte[] frame) {
        return new String(frame, StandardCharsets.US_ASCII);
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
