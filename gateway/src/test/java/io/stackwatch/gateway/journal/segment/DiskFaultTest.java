package io.stackwatch.gateway.journal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.journal.Arrivals;
import io.stackwatch.gateway.journal.Journal.Refusal;
import io.stackwatch.gateway.journal.Receipts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

final class DiskFaultTest {

    private final FaultyDisk disk = new FaultyDisk();

    @TempDir
    private Path directory;

    @Test
    void whatWasRefusedAfterAFailedForceIsNeverRead() throws IOException {
        try (SegmentJournal journal = open(TestOptions.oneSegment())) {
            Appending.frames(journal, 1, 3);
            disk.forceFails = true;
            assertEquals(Refusal.DISK_FAULT, refused(journal, 4));
            assertEquals(Refusal.DISK_FAULT, refused(journal, 5));
            assertEquals(JournalState.DISK_FAULT, journal.state());
            assertEquals(3, journal.head());
            assertTrue(journal.read(4).isEmpty());
            disk.forceFails = false;
            Appending.await("the journal mends itself", () -> journal.state() == JournalState.ACCEPTING);
            Appending.frames(journal, 6, 7);
            assertEquals(
                    Arrivals.frame(6).arrivedAt(),
                    journal.read(4).orElseThrow().arrival().arrivedAt());
            assertTrue(journal.verify().isIntact());
            assertTrue(journal.gauges().faults() > 0);
            assertEquals(2, journal.gauges().refused().get(Refusal.DISK_FAULT));
        }
        assertEquals(5, SegmentJournal.verify(directory).records());
        assertTrue(SegmentJournal.verify(directory).findings().isEmpty());
    }

    @Test
    void aHalfWrittenBatchIsNeverReadNotEvenAfterACrash() throws IOException {
        try (SegmentJournal journal = open(TestOptions.oneSegment())) {
            Appending.frames(journal, 1, 3);
            disk.writeFails = true;
            assertEquals(Refusal.DISK_FAULT, refused(journal, 4));
            // closed while the disk is still faulty: the half record is on the disk
        }
        try (SegmentJournal journal = SegmentJournal.open(directory, TestOptions.oneSegment())) {
            assertEquals(3, journal.head());
            assertTrue(journal.recovery().tornBytes() > 0);
            Appending.frames(journal, 4, 4);
            assertTrue(journal.verify().isIntact());
        }
    }

    @Test
    void withoutRoomForTheNextSegmentItRefusesAndResumesByItself() throws IOException {
        disk.full = false;
        try (SegmentJournal journal = open(TestOptions.tiny())) {
            Appending.frames(journal, 1, 1);
            disk.full = true;
            int kept = appendUntilFull(journal);
            assertEquals(JournalState.DISK_FULL, journal.state());
            assertEquals(kept, journal.head());
            disk.full = false;
            Appending.await("room is found again", () -> journal.state() == JournalState.ACCEPTING);
            Appending.frames(journal, 1000, 1100);
            assertEquals(kept + 101, journal.head());
            assertTrue(journal.verify().isIntact());
        }
    }

    @Test
    void theReserveIsLeftFree() throws IOException {
        JournalOptions options = TestOptions.tiny();
        try (SegmentJournal journal = open(options)) {
            Appending.frames(journal, 1, 1);
        }
        JournalOptions greedy = options.withReserveBytes(Long.MAX_VALUE / 2);
        try (SegmentJournal journal = SegmentJournal.open(directory, greedy)) {
            appendUntilFull(journal);
            assertEquals(JournalState.DISK_FULL, journal.state());
        }
    }

    /** A real small file system if this process may mount one; otherwise the same story on the planted fault, said aloud. */
    @Test
    void onARealFullDiskNothingAcknowledgedIsLostAndItResumes(TestReporter reporter) throws Exception {
        Path mount = Files.createDirectory(directory.resolve("small"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", mount.toString());
        reporter.publishEntry("real full disk", mounted ? "tmpfs of 2 MB" : "not allowed to mount: planted fault");
        if (!mounted) {
            withoutRoomForTheNextSegmentItRefusesAndResumesByItself();
            return;
        }
        try {
            realFullDisk(mount);
        } finally {
            assertTrue(run("umount", mount.toString()), "the file system could not be unmounted");
        }
    }

    private static void realFullDisk(Path mount) throws IOException {
        JournalOptions options = TestOptions.tiny().withSegmentBytes(128 << 10).withReserveBytes(256 << 10);
        Path hog = mount.resolve("hog");
        try (SegmentJournal journal = SegmentJournal.open(mount.resolve("journal"), options)) {
            Appending.frames(journal, 1, 10);
            try (var out = Files.newOutputStream(hog)) {
                byte[] block = new byte[4096];
                while (true) {
                    out.write(block);
                }
            } catch (IOException full) {
                assertTrue(Files.size(hog) > 100_000, "the disk should be full of the hog");
            }
            int kept = 9 + appendUntilFull(journal);
            assertEquals(JournalState.DISK_FULL, journal.state());
            assertEquals(kept, journal.head());
            assertTrue(journal.verify().isIntact());
            Files.delete(hog);
            Appending.await("room is found again", () -> journal.state() == JournalState.ACCEPTING);
            Appending.frames(journal, 10_000, 12_000);
            assertEquals(kept + 2001, journal.head());
            assertTrue(journal.verify().isIntact());
        }
        assertTrue(SegmentJournal.verify(mount.resolve("journal")).findings().isEmpty());
    }

    @Test
    void moreThanTheQueueHoldsIsRefusedAsOverloadedAndCounted() throws Exception {
        JournalOptions options = TestOptions.oneSegment().withQueue(10, 1 << 20);
        CountDownLatch blocked = new CountDownLatch(1);
        try (SegmentJournal journal = open(options)) {
            journal.append(Arrivals.frame(1), new io.stackwatch.gateway.journal.Journal.Receipt() {
                @Override
                public void durable(long sequence) {
                    try {
                        assertTrue(blocked.await(20, TimeUnit.SECONDS));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }

                @Override
                public void refused(Refusal why) {
                    throw new IllegalStateException("refused: " + why);
                }
            });
            // the receipt desk stands still, so what is durable has no receipt and still counts
            List<Receipts> waiting = new ArrayList<>();
            for (int n = 2; n <= 10; n++) {
                waiting.add(Receipts.appendedTo(journal, Arrivals.frame(n)));
            }
            assertEquals(Refusal.OVERLOADED, refused(journal, 11));
            assertEquals(1, journal.gauges().refused().get(Refusal.OVERLOADED));
            assertEquals(10, journal.gauges().waitingRecords());
            blocked.countDown();
            waiting.forEach(r -> r.durableWithin(Appending.PATIENCE));
            Appending.await("the queue is empty", () -> journal.gauges().waitingRecords() == 0);
            Appending.frames(journal, 11, 11);
        }
    }

    @Test
    void aReceiptThatThrowsKeepsNobodyElseWaiting() throws IOException {
        try (SegmentJournal journal = open(TestOptions.oneSegment())) {
            journal.append(Arrivals.frame(1), new io.stackwatch.gateway.journal.Journal.Receipt() {
                @Override
                public void durable(long sequence) {
                    throw new IllegalStateException("planted");
                }

                @Override
                public void refused(Refusal why) {}
            });
            Appending.frames(journal, 2, 2);
            assertEquals(1, journal.gauges().failedReceipts());
        }
    }

    private SegmentJournal open(JournalOptions options) throws IOException {
        return SegmentJournal.open(directory, options, disk);
    }

    private static Refusal refused(SegmentJournal journal, int n) {
        return Receipts.appendedTo(journal, Arrivals.frame(n)).refusedWithin(Appending.PATIENCE);
    }

    /** Appends until the first refusal for want of room; returns how many were kept, the first of all included. */
    private static int appendUntilFull(SegmentJournal journal) {
        int kept = 1;
        while (true) {
            Object answer =
                    Receipts.appendedTo(journal, Arrivals.frame(kept + 1)).answerWithin(Appending.PATIENCE);
            if (answer == Refusal.DISK_FULL) {
                return kept;
            }
            assertTrue(answer instanceof Long, () -> "answered " + answer);
            kept++;
            assertTrue(kept < 100_000, "the disk does not get full");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return false;
        }
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
