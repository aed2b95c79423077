package io.stackwatch.gateway.journal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.journal.Arrivals;
import io.stackwatch.gateway.journal.Journal.StartAt;
import io.stackwatch.gateway.journal.JournalCursor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RetentionTest {

    private static final JournalOptions OPTIONS = TestOptions.tiny().withRetention(Duration.ofDays(10));
    private static final Instant ALL_OLD = Arrivals.MORNING.plus(Duration.ofDays(11));

    @TempDir
    private Path directory;

    private SegmentJournal journal;

    @BeforeEach
    void fill() throws IOException {
        journal = SegmentJournal.open(directory, OPTIONS);
        Appending.frames(journal, 1, 300);
        Appending.awaitPacked(journal);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    @Test
    void nothingIsRemovedBeforeItsTime() throws IOException {
        RetentionReport report = journal.applyRetention(Arrivals.MORNING.plus(Duration.ofDays(10)));
        assertEquals(0, report.removedSegments());
        assertEquals(1, journal.tail());
    }

    @Test
    void whatIsOldAndReadIsRemovedAndTheRestIsStillVerifiable() throws IOException {
        JournalCursor cursor = journal.cursor("core", StartAt.TAIL);
        cursor.advanceTo(300);
        RetentionReport report = journal.applyRetention(ALL_OLD);
        assertTrue(report.removedSegments() > 2);
        assertTrue(report.heldBy().isEmpty());
        long tail = journal.tail();
        assertEquals(tail, report.tail());
        assertTrue(tail > 1 && tail <= 300);
        assertTrue(journal.read(tail - 1).isEmpty());
        assertEquals(tail, journal.read(tail).orElseThrow().sequence());
        assertTrue(journal.verify().isIntact());
        assertEquals(tail, journal.verify().firstSequence());
        journal.close();
        journal = SegmentJournal.open(directory, OPTIONS);
        assertEquals(tail, journal.tail());
        assertEquals(300, journal.head());
        assertEquals(0, Appending.files(directory, ".idx").size());
    }

    @Test
    void whatACursorHasStillToReadIsKeptAndTheCursorIsNamed() throws IOException {
        journal.cursor("core", StartAt.TAIL).advanceTo(300);
        JournalCursor slow = journal.cursor("relay-province", StartAt.TAIL);
        RetentionReport held = journal.applyRetention(ALL_OLD);
        assertEquals(0, held.removedSegments());
        assertEquals("relay-province", held.heldBy().get(0).name());
        slow.advanceTo(150);
        held = journal.applyRetention(ALL_OLD);
        assertTrue(held.removedSegments() > 0);
        assertTrue(journal.tail() <= 151);
        assertFalse(held.heldBy().isEmpty());
        assertTrue(journal.forget("relay-province"));
        assertTrue(journal.applyRetention(ALL_OLD).heldBy().isEmpty());
        assertTrue(journal.tail() > 151);
    }

    @Test
    void aCursorRewoundBehindTheTailReadsFromTheTailAndTheLossIsCounted() throws Exception {
        JournalCursor cursor = journal.cursor("core", StartAt.TAIL);
        cursor.advanceTo(300);
        journal.applyRetention(ALL_OLD);
        cursor.rewindTo(0);
        assertEquals(journal.tail(), cursor.next(1, Appending.PATIENCE).get(0).sequence());
        assertEquals(journal.tail() - 1, journal.gauges().lostByRetention());
    }
}
