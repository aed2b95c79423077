package io.stackwatch.gateway.journal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.journal.Arrivals;
import io.stackwatch.gateway.journal.RecordContent;
import io.stackwatch.gateway.journal.segment.VerifyReport.Finding;
import io.stackwatch.gateway.journal.segment.VerifyReport.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerificationTest {

    private static final int LENGTH = RecordFrame.size(Arrivals.frame(1));

    @TempDir
    private Path directory;

    @Test
    void anUntouchedJournalOfRawAndPackedSegmentsIsIntact() throws IOException {
        String headHash;
        try (SegmentJournal journal = SegmentJournal.open(directory, TestOptions.tiny())) {
            Appending.frames(journal, 1, 500);
            Appending.awaitPacked(journal);
            assertTrue(journal.gauges().packedSegments() > 3);
            headHash = journal.read(500).orElseThrow().sha256();
            assertEquals(headHash, journal.verify().headHash());
        }
        VerifyReport report = SegmentJournal.verify(directory);
        assertEquals(List.of(), report.findings());
        assertEquals(500, report.records());
        assertEquals(1, report.firstSequence());
        assertEquals(500, report.lastSequence());
        assertEquals(headHash, report.headHash());
    }

    @Test
    void aFlippedBitInARawSegmentIsFoundWithTheRecordNamed() throws IOException {
        oneRawSegment(9);
        for (int place = 0; place < LENGTH; place++) {
            byte[] good = Files.readAllBytes(segment());
            byte[] bad = good.clone();
            bad[SegmentHeader.BYTES + 4 * LENGTH + place] ^= 0x10;
            Files.write(segment(), bad);
            VerifyReport report = SegmentJournal.verify(directory);
            assertFalse(report.isIntact(), "bit flipped in byte " + place);
            Finding finding = report.findings().get(0);
            assertEquals(Kind.DAMAGED, finding.kind());
            assertEquals(5, finding.firstSequence());
            assertEquals(5, finding.lastSequence());
            assertEquals(8, report.records());
            Files.write(segment(), good);
        }
        assertTrue(SegmentJournal.verify(directory).isIntact());
    }

    @Test
    void aRecordThatWasChangedTogetherWithItsChecksumBreaksTheChain() throws IOException {
        oneRawSegment(9);
        byte[] bytes = Files.readAllBytes(segment());
        int at = SegmentHeader.BYTES + 4 * LENGTH;
        bytes[at + LENGTH - RecordContent.HASH_BYTES - 1] ^= 1;
        seal(bytes, at);
        Files.write(segment(), bytes);
        Finding finding = onlyFinding();
        assertEquals(Kind.CHAIN_BROKEN, finding.kind());
        assertEquals(5, finding.firstSequence());
    }

    @Test
    void aRecordThatWasForgedWithItsOwnHashBreaksTheChainAtTheNextOne() throws IOException {
        oneRawSegment(9);
        byte[] bytes = Files.readAllBytes(segment());
        int at = SegmentHeader.BYTES + 4 * LENGTH;
        bytes[at + LENGTH - RecordContent.HASH_BYTES - 1] ^= 1;
        String previous = RecordFrame.hashAt(bytes, at - LENGTH, LENGTH);
        byte[] hash = java.util.HexFormat.of().parseHex(RecordFrame.expectedHash(bytes, at, LENGTH, previous));
        System.arraycopy(hash, 0, bytes, at + LENGTH - hash.length, hash.length);
        seal(bytes, at);
        Files.write(segment(), bytes);
        assertEquals(6, onlyFinding().firstSequence());
    }

    @Test
    void damageInAPackedBlockNamesTheRecordsOfThatBlockOnly() throws IOException {
        try (SegmentJournal journal = SegmentJournal.open(directory, TestOptions.tiny())) {
            Appending.frames(journal, 1, 200);
            Appending.awaitPacked(journal);
        }
        Path packed = Appending.files(directory, ".pak").get(1);
        PackedFile.Block block = PackedFile.open(packed).blocks().get(2);
        PackedFile.Block next = PackedFile.open(packed).blocks().get(3);
        byte[] bytes = Files.readAllBytes(packed);
        bytes[(int) block.fileOffset() + block.packedLength() / 2] ^= 4;
        Files.write(packed, bytes);
        Finding finding = onlyFinding();
        assertEquals(Kind.DAMAGED, finding.kind());
        assertEquals(block.firstSequence(), finding.firstSequence());
        assertEquals(next.firstSequence() - 1, finding.lastSequence());
        assertEquals(packed.getFileName().toString(), finding.file());
        try (SegmentJournal journal = SegmentJournal.open(directory, TestOptions.tiny())) {
            assertTrue(journal.read(block.firstSequence()).isEmpty());
            assertTrue(journal.read(block.firstSequence() - 1).isPresent());
            assertTrue(journal.read(next.firstSequence()).isPresent());
        }
    }

    @Test
    void aSegmentOfAnotherJournalDoesNotContinueTheChain(@TempDir Path other) throws IOException {
        for (Path place : List.of(directory, other)) {
            try (SegmentJournal journal = SegmentJournal.open(place, TestOptions.tiny())) {
                Appending.frames(journal, place.equals(other) ? 2 : 1, place.equals(other) ? 201 : 200);
                Appending.awaitPacked(journal);
            }
        }
        Path mine = Appending.files(directory, ".pak").get(1);
        Path theirs = Appending.files(other, ".pak").get(1);
        assertEquals(mine.getFileName(), theirs.getFileName());
        Files.write(mine, Files.readAllBytes(theirs));
        List<Finding> findings = SegmentJournal.verify(directory).findings();
        assertEquals(2, findings.size(), findings::toString);
        assertEquals(Kind.CHAIN_BROKEN, findings.get(0).kind());
        assertEquals(Kind.CHAIN_BROKEN, findings.get(1).kind());
    }

    private void oneRawSegment(int records) throws IOException {
        try (SegmentJournal journal = SegmentJournal.open(directory, TestOptions.oneSegment())) {
            for (int n = 1; n <= records; n++) {
                // one group commit each, so that later records know that earlier ones were durable
                Appending.frames(journal, n % 10, n % 10);
            }
        }
    }

    private Path segment() throws IOException {
        return Appending.newest(directory, ".seg");
    }

    private Finding onlyFinding() throws IOException {
        List<Finding> findings = SegmentJournal.verify(directory).findings();
        assertEquals(1, findings.size(), findings::toString);
        return findings.get(0);
    }

    private static void seal(byte[] bytes, int at) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, at + 8, LENGTH - 8);
        ByteBuffer.wrap(bytes).putInt(at + 4, (int) crc.getValue());
    }
}
