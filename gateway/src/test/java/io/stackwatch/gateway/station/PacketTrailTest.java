package io.stackwatch.gateway.station;

import static io.stackwatch.gateway.station.Frames.MN;
import static io.stackwatch.gateway.station.Frames.instant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.mapping.Packet;
import io.stackwatch.gateway.records.PacketSetRow;
import io.stackwatch.gateway.records.PacketSetRow.Upload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** HJ 212-2017 C.49, C.50: which packets of a split upload are missing. Every trail is written and read again after each. */
final class PacketTrailTest {

    private static final Instant EIGHT = instant("2026-11-24T08:00:00");

    private final Map<Upload, PacketSetRow> kept = new LinkedHashMap<>();
    private final List<Upload> notKept = new ArrayList<>();
    private long sequence;

    private PacketSetRow packet(String local, Instant dataTime, int pnum, int pno) {
        return packet(local, "31", 2061, dataTime, pnum, pno);
    }

    private PacketSetRow packet(String local, String system, int command, Instant dataTime, int pnum, int pno) {
        PacketTrail trail = new PacketTrail(List.copyOf(kept.values()));
        trail.take(MN, new PacketSeen(system, command, dataTime, new Packet(pnum, pno)), instant(local), ++sequence);
        StationRowsToSave rows = new StationRowsToSave();
        trail.collect(rows);
        notKept.addAll(rows.notKept());
        rows.forgotten().forEach(kept::remove);
        rows.packets().forEach(row -> kept.put(row.upload(), row));
        return rows.packets().get(0);
    }

    private List<List<Integer>> missing() {
        return kept.values().stream().map(PacketSetRow::missing).toList();
    }

    @Test
    void anUploadIsCompleteWhenEveryPacketCameInWhateverOrder() {
        assertEquals(List.of(1, 2), packet("2026-11-24T09:00:10", EIGHT, 3, 3).missing());
        assertEquals(List.of(2), packet("2026-11-24T09:00:20", EIGHT, 3, 1).missing());
        PacketSetRow whole = packet("2026-11-24T09:00:30", EIGHT, 3, 2);
        assertTrue(whole.isComplete());
        assertEquals(instant("2026-11-24T09:00:10"), whole.firstAt());
        assertEquals(1, whole.firstSequence());
        assertEquals(instant("2026-11-24T09:00:30"), whole.lastAt());
        assertEquals(3, whole.lastSequence());
    }

    @Test
    void aRepeatedPacketChangesNothingAlsoWhenTheUploadIsComplete() {
        packet("2026-11-24T09:00:10", EIGHT, 2, 1);
        assertEquals(List.of(2), packet("2026-11-24T09:00:20", EIGHT, 2, 1).missing());
        packet("2026-11-24T09:00:30", EIGHT, 2, 2);
        assertTrue(packet("2026-11-24T09:00:40", EIGHT, 2, 1).isComplete());
        assertEquals(1, kept.size());
    }

    @Test
    void whatIsAskedForAgainFillsWhatWasMissing() {
        packet("2026-11-24T09:00:10", EIGHT, 3, 1);
        packet("2026-11-24T09:00:20", EIGHT, 3, 3);
        packet("2026-11-24T12:00:10", EIGHT, 3, 1);
        assertTrue(packet("2026-11-24T12:00:20", EIGHT, 3, 2).isComplete());
    }

    @Test
    void uploadsAreToldApartBySystemCommandAndTime() {
        packet("2026-11-24T09:00:10", "31", 2011, EIGHT, 2, 1);
        packet("2026-11-24T09:00:20", "44", 2011, EIGHT, 2, 2);
        packet("2026-11-24T09:00:30", "31", 2051, EIGHT, 2, 2);
        packet("2026-11-24T09:00:40", "31", 2051, EIGHT.plusSeconds(60), 2, 1);
        assertEquals(List.of(List.of(2), List.of(1), List.of(1), List.of(2)), missing());
    }

    @Test
    void theNewestNumberOfPacketsHolds() {
        packet("2026-11-24T09:00:10", EIGHT, 2, 1);
        assertEquals(List.of(2, 3), packet("2026-11-24T09:00:20", EIGHT, 3, 1).missing());
        assertTrue(packet("2026-11-24T09:00:30", EIGHT, 1, 1).isComplete());
    }

    @Test
    void completeUploadsAreForgottenFirstThenTheOldest() {
        packet("2026-11-24T09:00:00", EIGHT, 2, 1);
        packet("2026-11-24T09:00:01", EIGHT.plusSeconds(60), 2, 1);
        packet("2026-11-24T09:00:02", EIGHT.plusSeconds(60), 2, 2);
        for (int i = 2; i < PacketTrail.MOST + 1; i++) {
            packet("2026-11-24T09:01:00", EIGHT.plusSeconds(60L * i), 2, 1);
        }
        assertEquals(PacketTrail.MOST, kept.size());
        assertTrue(kept.values().stream().noneMatch(PacketSetRow::isComplete), "the complete one went");
        assertEquals(List.of(), notKept);
        assertTrue(kept.containsKey(new Upload(MN, "31", 2061, EIGHT)));
        packet("2026-11-24T09:02:00", EIGHT.minusSeconds(3600), 2, 1);
        assertEquals(PacketTrail.MOST, kept.size());
        assertTrue(!kept.containsKey(new Upload(MN, "31", 2061, EIGHT)), "then the one whose packets came first");
        assertEquals(List.of(new Upload(MN, "31", 2061, EIGHT)), notKept, "and that is counted");
        assertTrue(kept.containsKey(new Upload(MN, "31", 2061, EIGHT.minusSeconds(3600))));
    }

    @Test
    void anUploadOfMorePacketsThanCanBeIsNotCounted() {
        PacketTrail trail = new PacketTrail(List.of());
        trail.take(MN, new PacketSeen("31", 2061, EIGHT, new Packet(1000, 1)), EIGHT, 1);
        StationRowsToSave rows = new StationRowsToSave();
        trail.collect(rows);
        assertEquals(List.of(), rows.packets());
        assertEquals(1, rows.notKept().size(), "and that is counted");
    }
}
