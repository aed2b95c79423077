package io.stackwatch.gateway.history;

import static io.stackwatch.gateway.history.ReadingFixture.BOILER;
import static io.stackwatch.gateway.history.ReadingFixture.MORNING;
import static io.stackwatch.gateway.history.ReadingFixture.SO2;
import static io.stackwatch.gateway.history.ReadingFixture.figure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.ReadingLog.Entry;
import io.stackwatch.core.measurement.ReadingLog.Point;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.history.HistoryState.Condition;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.journal.MemoryJournal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cursor between a journal in memory and logs that do as they please; a record's bytes are its value. */
final class HistoryCursorTest {

    private static final Clock CLOCK = Clock.fixed(MORNING.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final HistoryOptions QUICK = HistoryOptions.defaults()
            .withPatience(Duration.ofMillis(20))
            .withBackOff(Duration.ofMillis(5), Duration.ofMillis(50))
            .withBatch(7);

    private final MemoryJournal journal = new MemoryJournal();
    private final List<HistoryCursor> started = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        started.forEach(HistoryCursor::close);
    }

    @Test
    void whatIsInTheJournalComesIntoTheLogInOrderAndThePlaceIsKept() {
        ReadingLog log = new MemoryReadingLog();
        arrive(0, 20);
        HistoryCursor cursor = start(log, HistoryCursorTest::value);
        arrive(20, 5);

        caughtUp(cursor, 25);
        assertEquals(expected(25), values(log));
        assertEquals(25, cursor.state().written());
        assertEquals(
                25, journal.cursor(HistoryCursor.NAME, Journal.StartAt.TAIL).position());
        assertEquals(0, cursor.state().lag());
        assertEquals(Condition.UP, cursor.state().condition());
    }

    @Test
    void aCursorThatWasStoppedGoesOnWhereItStood() {
        ReadingLog log = new MemoryReadingLog();
        arrive(0, 3);
        HistoryCursor first = start(log, HistoryCursorTest::value);
        caughtUp(first, 3);
        first.close();
        first.close();
        assertEquals(Condition.STOPPED, first.state().condition());
        arrive(3, 3);
        assertEquals(3, first.state().lag());

        HistoryCursor second = start(log, HistoryCursorTest::value);
        caughtUp(second, 6);
        assertEquals(3, second.state().written());
        assertEquals(expected(6), values(log));
    }

    @Test
    void aStoreThatIsDownIsAskedAgainAndNothingIsMissingOrOutOfOrder() {
        MemoryReadingLog memory = new MemoryReadingLog();
        AtomicInteger failures = new AtomicInteger(5);
        List<Double> order = new ArrayList<>();
        ReadingLog flaky = new ObedientLog(memory) {
            @Override
            public void write(List<Entry> batch) {
                if (failures.getAndDecrement() > 0) {
                    throw new Unavailable("down for the test", new IllegalStateException());
                }
                batch.forEach(entry -> order.add(entry.reading().number().doubleValue()));
                super.write(batch);
            }
        };
        arrive(0, 30);
        HistoryCursor cursor = start(flaky, HistoryCursorTest::value);

        caughtUp(cursor, 30);
        assertEquals(expected(30), order);
        assertEquals(Optional.of("down for the test"), cursor.state().problem());
        assertEquals(Condition.UP, cursor.state().condition());
    }

    @Test
    void aStoreThatIsDownIsVisibleAndStoppingDoesNotWaitForIt() {
        ReadingLog dead = new ObedientLog(new MemoryReadingLog()) {
            @Override
            public void write(List<Entry> batch) {
                throw new Unavailable("down for good", new IllegalStateException());
            }
        };
        arrive(0, 3);
        HistoryCursor cursor =
                start(dead, HistoryCursorTest::value, QUICK.withBackOff(Duration.ofMillis(1), Duration.ofMinutes(10)));
        Eventually.holds(
                LONGEST, "the state never said down", () -> cursor.state().condition() == Condition.STORE_DOWN);
        assertEquals(3, cursor.state().lag());
        assertEquals(0, cursor.state().position());

        cursor.close();
        assertEquals(Condition.STOPPED, cursor.state().condition());
    }

    @Test
    void aRecordThatTheStoreRefusesIsParkedAndItsNeighboursAreStored() {
        MemoryReadingLog memory = new MemoryReadingLog();
        ReadingLog picky = new ObedientLog(memory) {
            @Override
            public void write(List<Entry> batch) {
                if (batch.stream().anyMatch(entry -> entry.reading().number().intValue() == 4)) {
                    throw new Refused("not four");
                }
                super.write(batch);
            }
        };
        arrive(0, 10);
        HistoryCursor cursor = start(picky, HistoryCursorTest::value);

        caughtUp(cursor, 10);
        assertEquals(1, cursor.state().parked());
        assertTrue(
                cursor.state().problem().orElse("").contains("not four"),
                cursor.state().toString());
        List<Double> others = expected(10);
        others.remove(4.0);
        assertEquals(others, values(memory));
    }

    @Test
    void aRecordThatCannotBeReadIsParkedOnceAndItsNeighboursAreStored() {
        MemoryReadingLog log = new MemoryReadingLog();
        arrive(0, 10);
        HistoryCursor cursor = start(log, record -> {
            if (record.sequence() == 5) {
                throw new IllegalStateException("poisoned");
            }
            return value(record);
        });

        caughtUp(cursor, 10);
        assertEquals(1, cursor.state().parked());
        assertEquals(9, values(log).size());
    }

    @Test
    void oldValuesAreForgottenByAge() {
        MemoryReadingLog log = new MemoryReadingLog();
        arrive(0, 10);
        HistoryCursor cursor = start(log, HistoryCursorTest::value);
        caughtUp(cursor, 10);
        cursor.close();

        // The clock stands a day after the first value, and values are a minute apart.
        Duration age = Duration.ofDays(1).minus(Duration.ofMinutes(4));
        start(
                log,
                HistoryCursorTest::value,
                QUICK.withRetention(new Retention(Map.of(Span.HOUR, age)), Duration.ofHours(1)));
        Eventually.holds(LONGEST, "nothing was forgotten", () -> values(log).size() == 6);
        assertEquals(4.0, values(log).get(0));
    }

    @Test
    void influxKilledWhileReadingsKeepComingIsCaughtUpWithNothingMissing() {
        try (InfluxServer server = InfluxServer.startIn(folder);
                ReadingLog log = new InfluxReadingLog(
                        InfluxOptions.at(server.url()).withTimeouts(Duration.ofMillis(500), Duration.ofSeconds(2)))) {
            HistoryCursor cursor = start(log, HistoryCursorTest::value);
            arrive(0, 200);
            caughtUp(cursor, 200);

            server.kill();
            arrive(200, 300);
            Eventually.holds(
                    LONGEST, "nobody noticed the kill", () -> cursor.state().condition() == Condition.STORE_DOWN);
            assertTrue(cursor.state().lag() > 0, cursor.state().toString());
            arrive(500, 100);
            server.start();

            caughtUp(cursor, 600);
            assertEquals(expected(600), values(log));
            assertEquals(0, cursor.state().parked());
            cursor.close();
        }
    }

    private HistoryCursor start(ReadingLog log, RecordEntries entries) {
        return start(log, entries, QUICK);
    }

    private HistoryCursor start(ReadingLog log, RecordEntries entries, HistoryOptions options) {
        HistoryCursor cursor = new HistoryCursor(journal, entries, log, CLOCK, options);
        started.add(cursor);
        cursor.start();
        return cursor;
    }

    private void arrive(int first, int count) {
        for (int i = first; i < first + count; i++) {
            journal.append(
                    new Arrival(
                            MORNING,
                            "test",
                            "127.0.0.1:1",
                            Optional.of(new Mn("MN-1")),
                            Arrival.Disposition.ACCEPTED,
                            "",
                            String.valueOf(i).getBytes(StandardCharsets.US_ASCII)),
                    new Journal.Receipt() {
                        @Override
                        public void durable(long sequence) {}

                        @Override
                        public void refused(Journal.Refusal why) {
                            throw new AssertionError("the journal in memory refused: " + why);
                        }
                    });
        }
    }

    private static List<Entry> value(JournalRecord record) {
        String value = new String(record.arrival().bytes(), StandardCharsets.US_ASCII);
        return List.of(
                ReadingFixture.hour(BOILER, SO2, MORNING.plus(Duration.ofMinutes(Integer.parseInt(value))), value));
    }

    private static void caughtUp(HistoryCursor cursor, long position) {
        Eventually.holds(
                LONGEST,
                "the history does not catch up to " + position,
                () -> cursor.state().position() == position && cursor.state().condition() == Condition.UP);
    }

    private static List<Double> expected(int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> (double) i).toList());
    }

    private static List<Double> values(ReadingLog log) {
        return log
                .series(
                        figure(BOILER, SO2, Statistic.AVG, Span.HOUR),
                        MORNING,
                        MORNING.plus(Duration.ofDays(30)),
                        10_000)
                .points()
                .stream()
                .map(Point::value)
                .toList();
    }
}
