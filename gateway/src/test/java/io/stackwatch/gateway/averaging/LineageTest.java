package io.stackwatch.gateway.averaging;

import static io.stackwatch.gateway.averaging.PlantOnATimeline.at;
import static io.stackwatch.gateway.averaging.PlantOnATimeline.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.BatchCodec;
import io.stackwatch.core.averaging.PlacedSample;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.records.MadeFile;
import io.stackwatch.gateway.records.MadeMinute;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.SqlRecordsView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an hour back to the journal records that its values came in. */
final class LineageTest {

    @TempDir
    Path folder;

    @Test
    void anHourLeadsToItsMinutesAndTheseToTheRecordsThatBroughtTheirValues() {
        try (RecordStore store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")))) {
            PlantOnATimeline plant = new PlantOnATimeline(store);
            plant.started("08:00:00");
            plant.live("08:00:00", value("SO2", "08:00:00", 28), value("O2", "08:00:00", 9.5));
            plant.aliveUntil("08:00:10", "08:30:00");
            plant.live("08:30:05", value("SO2", "08:30:02", 31));
            plant.aliveUntil("08:30:10", "08:50:00");
            plant.lost("08:50:10");
            plant.resumed("08:51:00", Batch.How.TRANSFERRED, Optional.of("08:50:00"));
            plant.filled("08:51:01", "08:50:00", "08:51:00", Batch.Outcome.NOT_OFFERED, 0);
            plant.aliveUntil("08:51:10", "09:00:10");
            plant.fire("09:00:10");

            MadeFile file = new SqlRecordsView(store, () -> {
                        throw new AssertionError("the registry is not asked");
                    })
                    .made(PlantOnATimeline.OUTLET, at("08:00:00"));
            MadeFile.OfStation station = file.stations().get(0);
            assertEquals("OPC.B01.DA1", station.station().station().value());
            assertEquals(1, station.gaps().size());

            long frame = station.hours().get(0).sequence().orElseThrow();
            Arrival made = plant.journal.read(frame).orElseThrow().arrival();
            assertTrue(new String(made.bytes(), StandardCharsets.UTF_8)
                    .contains(station.hours().get(0).content()));

            MadeMinute half = station.minutes().stream()
                    .filter(minute -> minute.samples().start().equals(at("08:30:00"))
                            && minute.channel().factor().value().equals("a21026"))
                    .findFirst()
                    .orElseThrow();
            List<Optional<PlacedSample>> slots = half.samples().slots();
            assertEquals("28", number(slots.get(0)), "the value of 08:00 still held");
            assertEquals("31", number(slots.get(1)));
            long record = slots.get(1).orElseThrow().sequence();
            Batch batch = BatchCodec.decode(
                            plant.journal.read(record).orElseThrow().arrival().bytes())
                    .batch()
                    .orElseThrow();
            assertEquals(at("08:30:02"), batch.values().get(0).sourceTime().orElseThrow());
        }
    }

    private static String number(Optional<PlacedSample> slot) {
        return slot.flatMap(placed -> placed.sample().number())
                .map(number -> number.stripTrailingZeros().toPlainString())
                .orElse("");
    }
}
