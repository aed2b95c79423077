package io.stackwatch.gateway.journal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.journal.Journal.CursorPosition;
import io.stackwatch.gateway.journal.Journal.StartAt;
import io.stackwatch.gateway.journal.JournalCursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CursorTest {

    @TempDir
    private Path directory;

    @Test
    void aCursorIsWhereItWasAfterReopening() throws Exception {
        try (SegmentJournal journal = open()) {
            Appending.frames(journal, 1, 100);
            journal.cursor("core", StartAt.TAIL).advanceTo(42);
            journal.cursor("live", StartAt.HEAD);
        }
        try (SegmentJournal journal = open()) {
            assertEquals(List.of(new CursorPosition("core", 42), new CursorPosition("live", 100)), journal.cursors());
            // the way to start applies to a cursor that is new, and to no other
            JournalCursor core = journal.cursor("core", StartAt.HEAD);
            assertEquals(43, core.next(1, Appending.PATIENCE).get(0).sequence());
            core.rewindTo(7);
        }
        try (SegmentJournal journal = open()) {
            assertEquals(7, journal.cursor("core", StartAt.TAIL).position());
        }
    }

    @Test
    void aDamagedCursorStartsAgainAtTheTailAndIsReported() throws IOException {
        try (SegmentJournal journal = open()) {
            Appending.frames(journal, 1, 5);
            journal.cursor("core", StartAt.TAIL).advanceTo(5);
        }
        Path file = directory.resolve("cursors").resolve("core.cursor");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 11] ^= 1;
        Files.write(file, bytes);
        try (SegmentJournal journal = open()) {
            assertEquals(0, journal.cursor("core", StartAt.TAIL).position());
            assertTrue(journal.recovery().damage().get(0).contains("core"));
        }
    }

    @Test
    void aNameThatIsNoFileNameIsRefused() throws IOException {
        try (SegmentJournal journal = open()) {
            for (String name : List.of("", "../core", "Core", "a b", "-a", "a".repeat(65))) {
                assertThrows(IllegalArgumentException.class, () -> journal.cursor(name, StartAt.TAIL), name);
            }
        }
    }

    @Test
    void aReaderThatIsInterruptedHarmsNobodyElse() throws Exception {
        try (SegmentJournal journal = open()) {
            Appending.frames(journal, 1, 100);
            JournalCursor cursor = journal.cursor("core", StartAt.TAIL);
            AtomicReference<Exception> failure = new AtomicReference<>();
            Thread reader = new Thread(() -> {
                Thread.currentThread().interrupt();
                try {
                    cursor.next(10, Appending.PATIENCE);
                } catch (InterruptedException | RuntimeException e) {
                    failure.set(e);
                }
            });
            reader.start();
            reader.join(Appending.PATIENCE.toMillis());
            assertTrue(failure.get() instanceof UncheckedIOException, () -> "" + failure.get());
            Appending.frames(journal, 101, 102);
            assertEquals(1, cursor.next(10, Appending.PATIENCE).get(0).sequence());
        }
    }

    private SegmentJournal open() throws IOException {
        return SegmentJournal.open(directory, TestOptions.tiny());
    }
}
