package io.stackwatch.gateway.station;

import static io.stackwatch.gateway.station.Frames.MN;
import static io.stackwatch.gateway.station.Frames.bytes;
import static io.stackwatch.gateway.station.Frames.instant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.PacketSetRow;
import io.stackwatch.gateway.records.QuarantineRecords;
import io.stackwatch.gateway.records.QuarantineRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StationFile;
import io.stackwatch.gateway.records.StationRecords;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stations' cursor keeps, whichever database is under it. */
abstract class StationCursorContract {

    @TempDir
    Path folder;

    private final List<JournalRecord> journal = new ArrayList<>();
    private StoreOptions options;
    private RecordStore store;
    private LiveRegistry registry;
    private StationCursor cursor;

    abstract StoreOptions fresh();

    @BeforeEach
    void open() throws Exception {
        options = fresh();
        store = RecordStore.open(options);
        OneOutlet.register(store, folder, MN + ",DA001,2017,REJECT,123456,,,2026-01-01");
        registry = new LiveRegistry(store, Clock.fixed(instant("2026-11-24T12:00:00"), ZoneOffset.UTC));
        cursor = new StationCursor(store, registry::snapshot);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private JournalRecord record(Arrival arrival) {
        JournalRecord record = new JournalRecord(journal.size() + 1L, arrival, "0".repeat(64));
        journal.add(record);
        return record;
    }

    private JournalRecord heard(String local, String findings) {
        return record(Frames.arrival(
                local,
                Disposition.ACCEPTED,
                "crc=HJ212;cn=2011" + (findings.isEmpty() ? "" : ";findings=" + findings),
                bytes(MN, "CN=2011;Flag=5;CP=&&DataTime=20261124080000;a21026-Rtd=1&&")));
    }

    private JournalRecord stranger(String local, String host, String mn, String reason) {
        return record(Frames.from(
                host,
                local,
                mn,
                Disposition.QUARANTINED,
                "crc=HJ212;cn=2011;reason=" + reason,
                bytes(mn, "CN=2011;Flag=5;CP=&&&&")));
    }

    private StationFile file() {
        return store.read(handle -> StationRecords.load(handle, List.of(MN))).getOrDefault(MN, StationFile.EMPTY);
    }

    private List<QuarantineRow> entries() {
        return store.read(handle -> QuarantineRecords.list(handle, Optional.empty(), Optional.empty(), 100_000));
    }

    @Test
    void deviationsAndBehaviourAreWrittenWithTheCursorsPlace() {
        cursor.apply(List.of(heard("2026-11-24T08:00:10", "NO_QN"), heard("2026-11-24T08:00:20", "")));
        assertEquals(0, cursor.place().position(), "a second's worth is written at a time");
        cursor.fire();
        assertEquals(2, cursor.place().position());
        assertEquals(2, file().heard().orElseThrow().times());
        assertEquals("NO_QN", file().deviations().get(0).finding());
        assertEquals(1, file().deviations().get(0).times());
        assertEquals(
                List.of("CHECKSUM", "EDITION", "ENCRYPTION"),
                file().behaviours().stream().map(row -> row.aspect()).sorted().toList());
    }

    private JournalRecord packet(String local, String dataTime, int pnum, int pno) {
        return record(Frames.arrival(
                local,
                Disposition.ACCEPTED,
                "crc=HJ212;cn=2061",
                bytes(
                        MN,
                        "CN=2061;Flag=7;PNUM=" + pnum + ";PNO=" + pno + ";CP=&&DataTime=" + dataTime
                                + ";a21026-Avg=1&&")));
    }

    private List<PacketSetRow> incomplete(String now) {
        return new IncompletePackets(store, Duration.ofMinutes(10), Clock.fixed(instant(now), ZoneOffset.UTC)).of(MN);
    }

    @Test
    void anUploadThatLacksPacketsIsShownWhenTheyAreNotAwaitedAnyMore() {
        cursor.apply(List.of(
                packet("2026-11-24T09:00:10", "20261124080000", 5, 1),
                packet("2026-11-24T09:00:20", "20261124080000", 5, 4),
                packet("2026-11-24T09:00:30", "20261124070000", 2, 2),
                packet("2026-11-24T09:00:40", "20261124070000", 2, 1)));
        cursor.fire();
        assertEquals(List.of(), incomplete("2026-11-24T09:10:20"), "the next one may still come");
        List<PacketSetRow> shown = incomplete("2026-11-24T09:10:21");
        assertEquals(
                List.of(new PacketSetRow(
                        new PacketSetRow.Upload(MN, "31", 2061, instant("2026-11-24T08:00:00")),
                        5,
                        List.of(2, 3, 5),
                        instant("2026-11-24T09:00:10"),
                        1,
                        instant("2026-11-24T09:00:20"),
                        2)),
                shown);
        Clock later = Clock.fixed(instant("2026-11-24T09:10:21"), ZoneOffset.UTC);
        assertEquals(1, new IncompletePackets(store, Duration.ofMinutes(10), later).count());

        cursor.apply(List.of(packet("2026-11-24T11:00:00", "20261124080000", 5, 2)));
        cursor.fire();
        assertEquals(List.of(), incomplete("2026-11-24T11:05:00"), "it is being asked for again");
        assertEquals(List.of(3, 5), incomplete("2026-11-24T11:30:00").get(0).missing());
        cursor.apply(List.of(
                packet("2026-11-24T11:40:00", "20261124080000", 5, 3),
                packet("2026-11-24T11:40:10", "20261124080000", 5, 5)));
        cursor.fire();
        assertEquals(List.of(), incomplete("2026-11-24T23:00:00"));
    }

    @Test
    void afterACrashRecordsComeAgainAndNothingIsCountedTwice() {
        cursor.apply(List.of(heard("2026-11-24T08:00:10", "NO_QN")));
        cursor.fire();
        List<JournalRecord> lost = List.of(
                heard("2026-11-24T08:00:20", "NO_QN"),
                stranger("2026-11-24T08:00:21", "10.9.9.9", "NOBODY", "UNKNOWN_MN"));
        cursor.apply(lost);

        StationCursor again = new StationCursor(store, registry::snapshot);
        again.apply(journal);
        again.apply(journal);
        again.fire();
        assertEquals(2, file().deviations().get(0).times());
        assertEquals(1, entries().get(0).times());
    }

    @Test
    void itDoesNotMatterHowRecordsAreCutIntoBatches() throws Exception {
        for (int i = 0; i < 30; i++) {
            heard("2026-11-24T08:%02d:10".formatted(i), i % 3 == 0 ? "NO_QN" : "");
            stranger("2026-11-24T08:%02d:20".formatted(i), "10.9.9." + i % 4, "N" + i % 5, "UNKNOWN_MN");
            packet("2026-11-24T08:%02d:30".formatted(i), "202611240%d0000".formatted(i % 7), 3, i % 2 + 1);
        }
        for (int i = 0; i < 2 * PacketTrail.MOST; i++) {
            packet("2026-11-24T09:00:30", "2026112310%02d%02d".formatted(i % 60, i / 60), 2, 2 - i % 2);
        }
        cursor.apply(journal);
        cursor.fire();
        List<String> atOnce = dump(store);
        try (RecordStore other = RecordStore.open(fresh("other"))) {
            OneOutlet.register(other, folder, MN + ",DA001,2017,REJECT,123456,,,2026-01-01");
            LiveRegistry same = new LiveRegistry(other, Clock.systemUTC());
            StationCursor one = new StationCursor(other, same::snapshot);
            for (JournalRecord record : journal) {
                one.apply(List.of(record));
                if (record.sequence() % 7 == 0) {
                    one.fire();
                    one = new StationCursor(other, same::snapshot);
                }
            }
            one.fire();
            assertEquals(atOnce, dump(other));
        }
        assertTrue(cursor.packetsNotKept() > 0, "more than are kept of a station");
    }

    abstract StoreOptions fresh(String name);

    private static List<String> dump(RecordStore store) {
        List<String> lines = new ArrayList<>();
        for (String table : List.of(
                "station_heard ORDER BY station",
                "station_deviation ORDER BY station, finding",
                "station_behaviour ORDER BY station, aspect",
                "station_change ORDER BY station, sequence",
                "packet_set ORDER BY station, command, data_time",
                "quarantine ORDER BY id",
                "cursor_place ORDER BY name")) {
            store.read(handle -> handle.createQuery("SELECT * FROM " + table)
                            .mapToMap()
                            .list())
                    .forEach(row -> lines.add(new TreeMap<>(row).toString()));
        }
        return lines;
    }

    @Test
    void aFrameThatIsRefusedIsADeviationOfARegisteredStationOnly() {
        byte[] frame = bytes(MN, "CN=2011;Flag=5;CP=&&&&");
        cursor.apply(List.of(
                record(Frames.arrival(
                        "2026-11-24T08:00:10", Disposition.REFUSED, "crc=MODBUS;cn=2011;reason=WRONG_CRC", frame)),
                record(Frames.from(
                        "10.9.9.9",
                        "2026-11-24T08:00:11",
                        "NOBODY",
                        Disposition.REFUSED,
                        "crc=MODBUS;cn=2011;reason=WRONG_CRC",
                        frame))));
        cursor.fire();
        assertEquals("WRONG_CRC", file().deviations().get(0).finding());
        int rows = store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM station_deviation")
                .mapTo(Integer.class)
                .one());
        assertEquals(1, rows);
    }

    @Test
    void strangersAreKeptByNameHostAndReason() {
        cursor.apply(List.of(
                stranger("2026-11-24T08:00:10", "10.9.9.9", "NOBODY", "UNKNOWN_MN"),
                stranger("2026-11-24T08:00:20", "10.9.9.9", "NOBODY", "UNKNOWN_MN"),
                stranger("2026-11-24T08:00:30", "10.9.9.8", "NOBODY", "UNKNOWN_MN"),
                stranger("2026-11-24T08:00:40", "10.9.9.8", MN, "WRONG_PASSWORD"),
                stranger("2026-11-24T08:00:50", "10.9.9.8", "", "MN_MISSING")));
        cursor.fire();
        List<QuarantineRow> entries = entries();
        assertEquals(4, entries.size());
        QuarantineRow first = entries.get(3);
        assertEquals(1, first.id());
        assertEquals(2, first.times());
        assertEquals(instant("2026-11-24T08:00:10"), first.firstAt());
        assertEquals(instant("2026-11-24T08:00:20"), first.lastAt());
        assertEquals(2, first.lastSequence());
        assertEquals("10.9.9.9:40112", first.lastPeer());
        assertEquals("", entries.get(0).mn());
    }

    @Test
    void inventedNamesOfAHostAreCountedInOneEntry() {
        List<JournalRecord> many = new ArrayList<>();
        for (int i = 0; i < 260; i++) {
            many.add(stranger("2026-11-24T08:00:10", "10.9.9.9", "N" + i, "UNKNOWN_MN"));
        }
        many.add(stranger("2026-11-24T08:00:20", "10.9.9.8", "N1", "UNKNOWN_MN"));
        cursor.apply(many);
        cursor.fire();
        List<QuarantineRow> entries = entries();
        assertEquals(202, entries.size());
        QuarantineRow rest = entries.stream()
                .filter(row -> row.reason().equals(Quarantine.MANY_NAMES))
                .findFirst()
                .orElseThrow();
        assertEquals(60, rest.times());
        assertEquals("10.9.9.9", rest.host());
        assertTrue(
                entries.stream()
                        .anyMatch(
                                row -> row.host().equals("10.9.9.8") && row.mn().equals("N1")),
                "others are not hidden by it");
    }

    @Test
    void aFailureOfTheStoreLosesNothing() {
        cursor.apply(List.of(heard("2026-11-24T08:00:10", "NO_QN")));
        store.close();
        boolean failed = false;
        try {
            cursor.fire();
        } catch (RuntimeException down) {
            failed = true;
        }
        assertTrue(failed);
        store = RecordStore.open(options);
        StationCursor again = new StationCursor(store, registry::snapshot);
        again.apply(journal);
        again.fire();
        assertEquals(1, file().deviations().get(0).times());
    }
}
