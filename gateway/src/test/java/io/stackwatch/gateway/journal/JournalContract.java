package io.stackwatch.gateway.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.journal.Journal.CursorPosition;
import io.stackwatch.gateway.journal.Journal.Refusal;
import io.stackwatch.gateway.journal.Journal.StartAt;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal promises; extended by every implementation and by the fake. */
public abstract class JournalContract {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Journal journal;

    /** An empty journal. */
    protected abstract Journal open() throws IOException;

    @BeforeEach
    void openJournal() throws IOException {
        journal = open();
    }

    @AfterEach
    void closeJournal() throws IOException {
        journal.close();
    }

    @Test
    void anEmptyJournalHasHeadZeroAndTailOne() {
        assertEquals(0, journal.head());
        assertEquals(1, journal.tail());
        assertTrue(journal.read(1).isEmpty());
        assertTrue(journal.read(0).isEmpty());
    }

    @Test
    void whatIsDurableIsReadBackByteForByte() {
        Arrival arrival = new Arrival(
                Arrivals.MORNING,
                "hj212",
                "[2001:db8::1]:9212",
                Optional.empty(),
                Disposition.REFUSED,
                "fault=长度;found=é",
                new byte[] {0, -1, 35, 35, 13, 10});
        long sequence = append(arrival);
        Arrival read = journal.read(sequence).orElseThrow().arrival();
        assertArrayEquals(arrival.bytes(), read.bytes());
        assertEquals(arrival.arrivedAt(), read.arrivedAt());
        assertEquals(arrival.connector(), read.connector());
        assertEquals(arrival.peer(), read.peer());
        assertEquals(arrival.station(), read.station());
        assertEquals(arrival.disposition(), read.disposition());
        assertEquals(arrival.detail(), read.detail());
    }

    @Test
    void sequenceNumbersStartAtOneAndHaveNoHoles() {
        for (int n = 1; n <= 50; n++) {
            assertEquals(n, append(Arrivals.frame(n)));
            assertEquals(n, journal.head());
        }
    }

    @Test
    void everyRecordIsChainedToTheOneBefore() {
        appendFrames(20);
        String previous = RecordContent.noHash();
        for (long sequence = 1; sequence <= 20; sequence++) {
            JournalRecord record = journal.read(sequence).orElseThrow();
            assertEquals(RecordContent.chainedHash(previous, sequence, record.arrival()), record.sha256());
            assertEquals(record.sha256(), record.evidence().sha256());
            previous = record.sha256();
        }
    }

    @Test
    void receiptsComeInOrderOfAppending() {
        List<Receipts> receipts = new ArrayList<>();
        List<Long> order = new ArrayList<>();
        for (int n = 1; n <= 2000; n++) {
            receipts.add(Receipts.appendedTo(journal, Arrivals.frame(n), order));
        }
        receipts.forEach(r -> r.durableWithin(PATIENCE));
        assertEquals(LongStream.rangeClosed(1, 2000).boxed().toList(), order);
    }

    @Test
    void everyProducersFramesKeepTheirOrderAmongEachOther() throws Exception {
        int producers = 8;
        int each = 500;
        ExecutorService threads = Executors.newFixedThreadPool(producers);
        List<Future<?>> running = new ArrayList<>();
        for (int p = 0; p < producers; p++) {
            Mn station = new Mn("STATION" + p);
            running.add(threads.submit(() -> {
                List<Receipts> receipts = new ArrayList<>();
                for (int n = 1; n <= each; n++) {
                    receipts.add(Receipts.appendedTo(journal, Arrivals.frame(station, n)));
                }
                receipts.forEach(r -> r.durableWithin(PATIENCE));
            }));
        }
        for (Future<?> producer : running) {
            producer.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();
        Map<Mn, List<Long>> seconds = new HashMap<>();
        for (JournalRecord record : readAll(journal.cursor("reader", StartAt.TAIL), producers * each)) {
            seconds.computeIfAbsent(record.arrival().station().orElseThrow(), mn -> new ArrayList<>())
                    .add(record.arrival().arrivedAt().getEpochSecond() - Arrivals.MORNING.getEpochSecond());
        }
        assertEquals(producers, seconds.size());
        seconds.values()
                .forEach(order ->
                        assertEquals(LongStream.rangeClosed(1, each).boxed().toList(), order));
    }

    @Test
    void aClosedJournalRefuses() throws IOException {
        journal.close();
        assertEquals(
                Refusal.CLOSED, Receipts.appendedTo(journal, Arrivals.frame(1)).refusedWithin(PATIENCE));
    }

    @Test
    void recordsAreFoundByStationAndTimeOldestFirst() {
        Mn other = new Mn("88888880000002");
        for (int n = 0; n < 60; n++) {
            append(Arrivals.frame(n % 2 == 0 ? Arrivals.STATION : other, n));
        }
        List<JournalRecord> found =
                journal.find(Arrivals.STATION, Arrivals.MORNING.plusSeconds(10), Arrivals.MORNING.plusSeconds(20), 100);
        assertEquals(
                List.of(11L, 13L, 15L, 17L, 19L),
                found.stream().map(JournalRecord::sequence).toList());
        assertEquals(
                2,
                journal.find(other, Arrivals.MORNING, Arrivals.MORNING.plusSeconds(60), 2)
                        .size());
        assertTrue(journal.find(new Mn("NOBODY"), Arrivals.MORNING, Arrivals.MORNING.plusSeconds(60), 10)
                .isEmpty());
    }

    @Test
    void allThatAStationLeftIsFoundBehindASequenceNumberHoweverTheClockWasSet() {
        Mn other = new Mn("OTHER");
        long first = append(left(Arrivals.STATION, Arrivals.MORNING.plusSeconds(60)));
        append(left(other, Arrivals.MORNING.plusSeconds(61)));
        long second = append(left(Arrivals.STATION, Arrivals.MORNING));
        long third = append(left(Arrivals.STATION, Arrivals.MORNING.plusSeconds(62)));
        assertEquals(List.of(first, second, third), sequences(journal.findAfter(Arrivals.STATION, 0, 10)));
        assertEquals(List.of(second, third), sequences(journal.findAfter(Arrivals.STATION, first, 10)));
        assertEquals(List.of(first, second), sequences(journal.findAfter(Arrivals.STATION, 0, 2)));
        assertEquals(List.of(), journal.findAfter(Arrivals.STATION, third, 10));
    }

    private static Arrival left(Mn station, Instant at) {
        return new Arrival(
                at,
                "hj212",
                "10.0.0.1:1",
                Optional.of(station),
                Disposition.QUARANTINED,
                "crc=HJ212;reason=UNKNOWN_MN",
                new byte[] {35});
    }

    private static List<Long> sequences(List<JournalRecord> records) {
        return records.stream().map(JournalRecord::sequence).toList();
    }

    @Test
    void digestsOfAcceptedRecordsAreShownNewestFirst() {
        append(Arrivals.frame(1));
        append(Arrivals.of(Arrivals.STATION, Arrivals.MORNING, Disposition.QUARANTINED, "x"));
        append(Arrivals.frame(2));
        append(Arrivals.frame(3));
        List<Long> sequences = new ArrayList<>();
        List<Long> digests = new ArrayList<>();
        journal.recentAccepted(2, (sequence, digest) -> {
            sequences.add(sequence);
            digests.add(digest);
        });
        assertEquals(List.of(4L, 3L), sequences);
        assertEquals(FrameDigest.of(Arrivals.frame(3).bytes()), digests.get(0));
        sequences.clear();
        journal.recentAccepted(100, (sequence, digest) -> sequences.add(sequence));
        assertEquals(List.of(4L, 3L, 1L), sequences);
    }

    @Test
    void aCursorMovesOnlyWhenItsReaderSaysSo() throws InterruptedException {
        appendFrames(10);
        JournalCursor cursor = journal.cursor("core", StartAt.TAIL);
        assertEquals(3, cursor.next(3, PATIENCE).size());
        assertEquals(0, cursor.position());
        assertEquals(4, cursor.next(3, PATIENCE).get(0).sequence());
        cursor.advanceTo(5);
        assertEquals(5, cursor.position());
        assertEquals(List.of(new CursorPosition("core", 5)), journal.cursors());
    }

    @Test
    void aRewoundCursorReadsAgainWhatLiesBehindItsPlace() throws InterruptedException {
        appendFrames(10);
        JournalCursor cursor = journal.cursor("core", StartAt.TAIL);
        assertEquals(10, cursor.next(100, PATIENCE).size());
        cursor.advanceTo(10);
        cursor.rewindTo(2);
        assertEquals(2, cursor.position());
        assertEquals(3, cursor.next(100, PATIENCE).get(0).sequence());
        cursor.rewindTo(8);
        assertEquals(9, cursor.next(100, PATIENCE).get(0).sequence());
        assertThrows(IllegalArgumentException.class, () -> cursor.rewindTo(11));
    }

    @Test
    void aCursorCannotGoBackByAdvancingNorAheadOfTheHead() {
        appendFrames(3);
        JournalCursor cursor = journal.cursor("core", StartAt.TAIL);
        cursor.advanceTo(2);
        assertThrows(IllegalArgumentException.class, () -> cursor.advanceTo(1));
        assertThrows(IllegalArgumentException.class, () -> cursor.advanceTo(4));
    }

    @Test
    void aCursorAtTheHeadSeesOnlyWhatComesFromNowOn() throws InterruptedException {
        appendFrames(3);
        JournalCursor cursor = journal.cursor("live", StartAt.HEAD);
        append(Arrivals.frame(4));
        assertEquals(4, cursor.next(10, PATIENCE).get(0).sequence());
    }

    @Test
    void aWaitingReaderIsWokenByAnAppend() throws Exception {
        JournalCursor cursor = journal.cursor("live", StartAt.HEAD);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<List<JournalRecord>> reading = thread.submit(() -> cursor.next(10, PATIENCE));
        append(Arrivals.frame(1));
        assertEquals(1, reading.get(10, TimeUnit.SECONDS).get(0).sequence());
        thread.shutdown();
    }

    @Test
    void aReaderWithoutRecordsComesBackEmptyHandedWhenItsPatienceEnds() throws InterruptedException {
        JournalCursor cursor = journal.cursor("live", StartAt.HEAD);
        assertTrue(cursor.next(10, Duration.ofMillis(5)).isEmpty());
        assertTrue(cursor.next(10, Duration.ZERO).isEmpty());
    }

    @Test
    void cursorsDoNotDisturbEachOther() throws InterruptedException {
        appendFrames(5);
        JournalCursor fast = journal.cursor("fast", StartAt.TAIL);
        JournalCursor slow = journal.cursor("slow", StartAt.TAIL);
        assertEquals(5, fast.next(10, PATIENCE).size());
        fast.advanceTo(5);
        assertEquals(1, slow.next(1, PATIENCE).get(0).sequence());
        assertEquals(0, slow.position());
        assertFalse(journal.cursors().isEmpty());
    }

    /** Appends and waits until it is durable. */
    private long append(Arrival arrival) {
        return Receipts.appendedTo(journal, arrival).durableWithin(PATIENCE);
    }

    private void appendFrames(int count) {
        for (int n = 1; n <= count; n++) {
            append(Arrivals.frame(n));
        }
    }

    private static List<JournalRecord> readAll(JournalCursor cursor, int count) throws InterruptedException {
        List<JournalRecord> all = new ArrayList<>();
        while (all.size() < count) {
            List<JournalRecord> batch = cursor.next(count, PATIENCE);
            assertFalse(batch.isEmpty(), "only " + all.size() + " of " + count + " records came");
            all.addAll(batch);
        }
        return all;
    }
}
