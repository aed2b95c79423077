package io.stackwatch.gateway.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.connectors.opcua.mapping.Unmapped;
import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MappingFaultsTest {

    private static final Mn SOURCE = new Mn("PLANT-1");
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final MappingFaults faults = new MappingFaults();

    @Test
    void theSameFaultOfTheSameRowIsCountedWithItsLastTime() {
        Unmapped text = new Unmapped(SOURCE, "ns=2;s=SO2", Unmapped.Reason.TYPE_DOES_NOT_FIT, 7);
        Unmapped unknown = new Unmapped(new Mn("PLANT-2"), "ns=2;s=X", Unmapped.Reason.UNKNOWN_NODE, 0);
        faults.add(List.of(text, unknown), NOON);
        faults.add(List.of(text), NOON.plusSeconds(5));
        assertEquals(List.of(new MappingFaults.Fault(text, 2, NOON.plusSeconds(5))), faults.of(SOURCE));
        assertEquals(3, faults.total());
    }

    @Test
    void aPlantThatNamesEveryValueAnewDoesNotFillTheMemory() {
        for (int i = 0; i < 2_000; i++) {
            faults.add(List.of(new Unmapped(SOURCE, "ns=2;s=" + i, Unmapped.Reason.UNKNOWN_NODE, 0)), NOON);
        }
        assertEquals(1_000, faults.of(SOURCE).size());
        assertEquals(2_000, faults.total());
    }
}
