package io.stackwatch.gateway.journal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.journal.Arrivals;
import io.stackwatch.gateway.journal.Journal.StartAt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecoveryTest {

    @TempDir
    private Path directory;

    @Test
    void whatWasDurableIsThereAfterReopening() throws IOException {
        String hash;
        try (SegmentJournal journal = open()) {
            Appending.frames(journal, 1, 300);
            hash = journal.read(300).orElseThrow().sha256();
        }
        try (SegmentJournal journal = open()) {
            assertEquals(300, journal.head());
            assertEquals(hash, journal.read(300).orElseThrow().sha256());
            assertEquals(0, journal.recovery().tornBytes());
            assertTrue(journal.recovery().damage().isEmpty());
            Appending.frames(journal, 301, 400);
            assertTrue(journal.verify().isIntact(), () -> "" + report(journal));
            assertEquals(400, report(journal).records());
        }
    }

    @Test
    void aTornLastRecordIsCutAtWhateverByteItWasTorn() throws IOException {
        int length = RecordFrame.size(Arrivals.frame(3));
        try (SegmentJournal journal = openOneSegment()) {
            Appending.frames(journal, 1, 3);
        }
        Path file = Appending.newest(directory, ".seg");
        byte[] whole = Files.readAllBytes(file);
        int end = SegmentHeader.BYTES + 3 * length;
        assertEquals(0, firstNonZero(whole, end));
        for (int kept = 0; kept < length; kept++) {
            byte[] torn = whole.clone();
            Arrays.fill(torn, end - length + kept, end, (byte) 0);
            // a tail whose missing bytes are zeros anyway is not torn
            boolean same = Arrays.equals(torn, whole);
            Files.write(file, torn);
            try (SegmentJournal journal = openOneSegment()) {
                assertEquals(same ? 3 : 2, journal.head(), "torn after " + kept + " bytes");
                assertTrue(journal.recovery().tornBytes() <= kept);
                Appending.frames(journal, 30, 30);
                assertTrue(journal.verify().isIntact());
                assertEquals(same ? 4 : 3, journal.head());
            }
        }
    }

    @Test
    void garbageBehindTheLastRecordIsCutAndReported() throws IOException {
        try (SegmentJournal journal = openOneSegment()) {
            Appending.frames(journal, 1, 2);
        }
        Path file = Appending.newest(directory, ".seg");
        byte[] bytes = Files.readAllBytes(file);
        int end = SegmentHeader.BYTES + 2 * RecordFrame.size(Arrivals.frame(1));
        Arrays.fill(bytes, end, end + 700, (byte) 0x5a);
        Files.write(file, bytes);
        assertFalse(SegmentJournal.verify(directory).findings().isEmpty());
        assertTrue(SegmentJournal.verify(directory).isIntact());
        try (SegmentJournal journal = openOneSegment()) {
            assertEquals(2, journal.head());
            assertEquals(700, journal.recovery().tornBytes());
        }
        assertTrue(SegmentJournal.verify(directory).findings().isEmpty());
    }

    @Test
    void aDamagedRecordAmongDurableOnesIsReportedAndNothingBehindItIsCut() throws Exception {
        try (SegmentJournal journal = openOneSegment()) {
            for (int n = 1; n <= 9; n++) {
                Appending.frames(journal, n, n);
            }
        }
        Path file = Appending.newest(directory, ".seg");
        byte[] bytes = Files.readAllBytes(file);
        bytes[SegmentHeader.BYTES + 3 * RecordFrame.size(Arrivals.frame(1)) + 60] ^= 1;
        Files.write(file, bytes);
        try (SegmentJournal journal = openOneSegment()) {
            assertEquals(9, journal.head());
            assertEquals(1, journal.recovery().damage().size());
            assertTrue(journal.recovery().damage().get(0).contains("sequences 4 to 4"));
            assertTrue(journal.read(4).isEmpty());
            assertEquals(
                    java.util.List.of(1L, 2L, 3L, 5L, 6L, 7L, 8L, 9L),
                    journal.cursor("reader", StartAt.TAIL).next(100, Appending.PATIENCE).stream()
                            .map(r -> r.sequence())
                            .toList());
            assertTrue(journal.gauges().damagedRecords() > 0);
        }
    }

    @Test
    void anIndexThatIsMissingOrDamagedIsMadeAnew() throws IOException {
        try (SegmentJournal journal = open()) {
            Appending.frames(journal, 1, 400);
            Appending.awaitPacked(journal);
        }
        Path missing = Appending.files(directory, ".idx").get(0);
        Path damaged = Appending.files(directory, ".idx").get(1);
        byte[] good = Files.readAllBytes(missing);
        Files.delete(missing);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[20] ^= 1;
        Files.write(damaged, bytes);
        try (SegmentJournal journal = open()) {
            assertEquals(2, journal.recovery().rebuiltIndexes());
            assertEquals(
                    400,
                    journal.find(Arrivals.STATION, Arrivals.MORNING, Arrivals.MORNING.plusSeconds(1000), 1000)
                            .size());
        }
        assertTrue(Arrays.equals(good, Files.readAllBytes(missing)));
    }

    @Test
    void anIndexWhoseBodyIsDamagedIsMadeAnewWhenItIsNeeded() throws IOException {
        try (SegmentJournal journal = open()) {
            Appending.frames(journal, 1, 100);
            Appending.awaitPacked(journal);
        }
        Path damaged = Appending.files(directory, ".idx").get(0);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length - 3] ^= 1;
        Files.write(damaged, bytes);
        try (SegmentJournal journal = open()) {
            assertEquals(
                    100,
                    journal.find(Arrivals.STATION, Arrivals.MORNING, Arrivals.MORNING.plusSeconds(1000), 1000)
                            .size());
        }
    }

    @Test
    void unfinishedFilesOfAnEarlierProcessAreRemoved() throws IOException {
        try (SegmentJournal journal = open()) {
            Appending.frames(journal, 1, 200);
            Appending.awaitPacked(journal);
        }
        Path packed = Appending.files(directory, ".pak").get(0);
        Path half = DurableFiles.half(packed);
        Files.write(half, new byte[] {1, 2, 3});
        Path replaced = directory.resolve(packed.getFileName().toString().replace(".pak", ".seg"));
        Files.write(replaced, new byte[8192]);
        try (SegmentJournal journal = open()) {
            assertFalse(Files.exists(half));
            assertFalse(Files.exists(replaced));
            assertEquals(200, journal.verify().records());
        }
    }

    @Test
    void aLostSegmentIsReportedAndItsReadersGoOnBehindIt() throws Exception {
        try (SegmentJournal journal = open()) {
            Appending.frames(journal, 1, 200);
            Appending.awaitPacked(journal);
        }
        Path second = Appending.files(directory, ".pak").get(1);
        Files.delete(second);
        try (SegmentJournal journal = open()) {
            assertEquals(1, journal.recovery().damage().size());
            long first = SegmentNames.first(second, "pak").getAsLong();
            assertTrue(journal.read(first).isEmpty());
            var cursor = journal.cursor("reader", StartAt.TAIL);
            long last = 0;
            while (last < 200) {
                var batch = cursor.next(1000, Appending.PATIENCE);
                assertFalse(batch.isEmpty(), "stuck behind " + last);
                last = batch.get(batch.size() - 1).sequence();
            }
            assertFalse(journal.verify().isIntact());
            assertEquals(first, journal.verify().findings().get(0).firstSequence());
        }
    }

    @Test
    void aSecondOpeningOfTheSameDirectoryIsRefused() throws IOException {
        try (SegmentJournal journal = open()) {
            IOException refused = assertThrows(IOException.class, this::open);
            assertTrue(refused.getMessage().contains("already open"), refused.getMessage());
            Appending.frames(journal, 1, 1);
        }
        open().close();
    }

    @Test
    void aJournalThatWasOpenedWithOtherSegmentSizesGoesOn() throws IOException {
        try (SegmentJournal journal = open()) {
            Appending.frames(journal, 1, 50);
        }
        try (SegmentJournal journal = openOneSegment()) {
            Appending.frames(journal, 51, 500);
        }
        try (SegmentJournal journal = open()) {
            Appending.frames(journal, 501, 600);
            assertEquals(600, journal.verify().records());
            assertTrue(journal.verify().isIntact());
        }
    }

    private SegmentJournal open() throws IOException {
        return SegmentJournal.open(directory, TestOptions.tiny());
    }

    private SegmentJournal openOneSegment() throws IOException {
        return SegmentJournal.open(directory, TestOptions.oneSegment());
    }

    private static VerifyReport report(SegmentJournal journal) {
        try {
            return journal.verify();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int firstNonZero(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return i;
            }
        }
        return 0;
    }
}
