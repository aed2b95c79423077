package io.stackwatch.core.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 茌平 under its two codes. */
final class RegionHistoryTest {

    private static final Instant RECODED = Instant.parse("2020-01-01T00:00:00Z");
    private static final RegionCode OLD = new RegionCode("371523");
    private static final RegionCode NEW = new RegionCode("371503");
    private static final RegionCode OTHER = new RegionCode("371502");
    private static final RegionHistory HISTORY = RegionHistory.of(List.of(
            region(NEW, Effective.since(RECODED), Optional.of(OLD)),
            region(OLD, new Effective(Effective.ALWAYS.from(), Optional.of(RECODED)), Optional.empty()),
            region(OTHER, Effective.ALWAYS, Optional.empty())));

    @Test
    void anOldCodeLeadsToTheNewOneAfterTheChangeAndBackBeforeIt() {
        assertEquals(NEW, HISTORY.codeAt(OLD, RECODED));
        assertEquals(OLD, HISTORY.codeAt(OLD, RECODED.minusNanos(1)));
        assertEquals(OLD, HISTORY.codeAt(NEW, RECODED.minusNanos(1)));
        assertEquals(OTHER, HISTORY.codeAt(OTHER, RECODED));
    }

    @Test
    void aCodeOfWhichNothingIsKnownStaysItself() {
        RegionCode unknown = new RegionCode("999999");
        assertEquals(unknown, HISTORY.codeAt(unknown, RECODED));
        assertEquals(List.of(), HISTORY.formerCodes(unknown));
    }

    @Test
    void theFormerCodesAreNamed() {
        assertEquals(List.of(OLD), HISTORY.formerCodes(NEW));
        assertEquals(List.of(), HISTORY.formerCodes(OLD));
    }

    @Test
    void codesThatFollowEachOtherInACircleEndTheSearch() {
        Effective past = new Effective(Effective.ALWAYS.from(), Optional.of(RECODED));
        RegionHistory circle =
                RegionHistory.of(List.of(region(NEW, past, Optional.of(OLD)), region(OLD, past, Optional.of(NEW))));
        assertEquals(NEW, circle.codeAt(NEW, RECODED));
        assertEquals(List.of(OLD), circle.formerCodes(NEW));
    }

    private static Region region(RegionCode code, Effective effective, Optional<RegionCode> predecessor) {
        return new Region(code, "茌平", "Chiping", Optional.empty(), effective, Verification.UNVERIFIED, predecessor);
    }
}
