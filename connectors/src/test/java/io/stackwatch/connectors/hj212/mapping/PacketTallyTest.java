package io.stackwatch.connectors.hj212.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** HJ 212-2017 C.49, C.50: which packets of a split upload are missing. */
class PacketTallyTest {

    private static final Mn MN = new Mn("010000A8900016F000169DC0");
    private static final Instant EIGHT = Instant.parse("2016-08-01T00:00:00Z");

    private final PacketTally tally = new PacketTally(2);

    @Test
    void anUploadIsCompleteWhenEveryPacketCameInWhateverOrder() {
        assertEquals(List.of(1, 2), note(EIGHT, 3, 3).missing());
        assertEquals(List.of(2), note(EIGHT, 3, 1).missing());
        assertTrue(note(EIGHT, 3, 2).isComplete());
        assertEquals(List.of(), tally.incomplete());
    }

    @Test
    void aRepeatedPacketChangesNothingAlsoWhenTheUploadIsComplete() {
        note(EIGHT, 2, 1);
        assertEquals(List.of(2), note(EIGHT, 2, 1).missing());
        note(EIGHT, 2, 2);
        assertTrue(note(EIGHT, 2, 1).isComplete());
    }

    @Test
    void uploadsAreToldApartByStationCommandAndTime() {
        note(EIGHT, 2, 1);
        PacketTally.Upload minutes = new PacketTally.Upload(MN, 2051, EIGHT);
        assertEquals(List.of(1), tally.note(minutes, new Packet(2, 2)).count().missing());
        assertEquals(
                List.of(List.of(2), List.of(1)),
                tally.incomplete().stream().map(PacketTally.Count::missing).toList());
    }

    @Test
    void theOldestIsForgottenFirstAndToldIfItWasIncomplete() {
        note(EIGHT, 2, 1);
        note(EIGHT.plusSeconds(3600), 1, 1);
        PacketTally.Noted third = tally.note(upload(EIGHT.plusSeconds(7200)), new Packet(2, 1));
        assertEquals(Optional.of(new PacketTally.Count(upload(EIGHT), 2, List.of(2))), third.forgotten());
        PacketTally.Noted fourth = tally.note(upload(EIGHT.plusSeconds(10_800)), new Packet(2, 1));
        assertEquals(Optional.empty(), fourth.forgotten(), "the second was complete");
        assertEquals(2, tally.incomplete().size());
    }

    @Test
    void theNewestNumberOfPacketsHolds() {
        note(EIGHT, 2, 1);
        assertEquals(List.of(2, 3), note(EIGHT, 3, 1).missing());
        assertTrue(note(EIGHT, 1, 1).isComplete());
    }

    @Test
    void numbersThatCannotBeAreNoPacket() {
        assertThrows(IllegalArgumentException.class, () -> new Packet(2, 3));
        assertThrows(IllegalArgumentException.class, () -> new Packet(2, 0));
        assertThrows(IllegalArgumentException.class, () -> new Packet(10_000, 1));
        assertThrows(IllegalArgumentException.class, () -> new PacketTally(0));
    }

    private PacketTally.Count note(Instant dataTime, int pnum, int pno) {
        return tally.note(upload(dataTime), new Packet(pnum, pno)).count();
    }

    private static PacketTally.Upload upload(Instant dataTime) {
        return new PacketTally.Upload(MN, 2061, dataTime);
    }
}
