package io.stackwatch.gateway.station;

import static io.stackwatch.gateway.station.Frames.MN;
import static io.stackwatch.gateway.station.Frames.instant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.intake.Intake;
import io.stackwatch.gateway.intake.IntakeOptions;
import io.stackwatch.gateway.journal.Admitted;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.AdmissionRecords;
import io.stackwatch.gateway.records.AdmissionRow;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.QuarantineRecords;
import io.stackwatch.gateway.records.QuarantineRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames of admitted stations on their way while the journal is in trouble, or the process has died. */
final class AdmissionWorkerTest {

    private static final Clock NOON = Clock.fixed(instant("2026-11-24T12:00:00"), ZoneOffset.UTC);
    private static final String OTHER = "010000A8900016F000169DC1";

    @TempDir
    Path folder;

    private final TroubledJournal journal = new TroubledJournal();
    private RecordStore store;
    private LiveRegistry registry;
    private StationCursor cursor;
    private Intake intake;
    private Admissions admissions;

    @BeforeEach
    void open() throws Exception {
        store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")));
        OneOutlet.register(store, folder);
        registry = new LiveRegistry(store, NOON);
        cursor = new StationCursor(store, registry::snapshot);
        intake = new Intake(journal, IntakeOptions.defaults());
        admissions = new Admissions(store, journal, registry, NOON, (peer, at, mn, act) -> {}, () -> {});
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** A stranger's frames, one a second from midnight. */
    private void strangers(String mn, int frames) {
        for (int i = 0; i < frames; i++) {
            LocalDateTime at = LocalDateTime.parse("2026-11-24T00:00:00").plusSeconds(i);
            journal.append(
                    Frames.from(
                            Frames.HOST,
                            "%tFT%<tT".formatted(at),
                            mn,
                            Disposition.QUARANTINED,
                            "crc=HJ212;cn=2061;reason=UNKNOWN_MN",
                            Frames.hour(mn, "2026-11-23T00:00:00", String.valueOf(i))),
                    TroubledJournal.KEPT);
        }
        List<JournalRecord> records = new ArrayList<>();
        for (long sequence = cursor.place().position() + 1; sequence <= journal.head(); sequence++) {
            journal.read(sequence).ifPresent(records::add);
        }
        cursor.apply(records);
        cursor.fire();
    }

    private void admit(long entry, String outlet) {
        AdmissionOrder order = new AdmissionOrder(
                "王工", "letter", Optional.empty(), Map.of("outlet", outlet), true, false, Optional.empty());
        assertInstanceOf(AdmitOutcome.Done.class, admissions.admit(entry, order));
    }

    private AdmissionWorker worker() {
        return new AdmissionWorker(store, journal, intake, registry, NOON);
    }

    private AdmissionRow running() {
        return store.read(AdmissionRecords::running).get(0);
    }

    /** Of each admitted frame, the record in which it came first. */
    private List<Long> admitted(String mn) {
        List<Long> sequences = new ArrayList<>();
        for (long sequence = 1; sequence <= journal.head(); sequence++) {
            Arrival arrival = journal.read(sequence).orElseThrow().arrival();
            if (arrival.disposition() == Disposition.ACCEPTED
                    && arrival.station().equals(Optional.of(new Mn(mn)))) {
                sequences.add(Admitted.of(arrival).orElseThrow().firstSequence());
            }
        }
        return sequences;
    }

    @Test
    void behindAFrameThatTheJournalRefusesNothingOvertakesIt() {
        strangers(MN, 5);
        admit(1, "DA001");
        AdmissionWorker worker = worker();
        journal.refuseAfter(2);
        assertFalse(worker.step(running()), "there is no point in going on at once");
        assertEquals(List.of(1L, 2L), admitted(MN));
        assertEquals(2, running().place(), "what was journaled is not done again");
        assertEquals(2, running().journaled());
        assertFalse(worker.step(running()));
        assertEquals(2, running().place());

        journal.refuseAfter(Integer.MAX_VALUE);
        assertTrue(worker.step(running()));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), admitted(MN));
        assertEquals(5, running().journaled());
    }

    @Test
    void theProcessThatFollowsGoesOnBehindTheLastPage() {
        strangers(MN, AdmissionWorker.PAGE + 3);
        admit(1, "DA001");
        assertTrue(worker().step(running()));
        assertEquals(AdmissionWorker.PAGE, running().place());

        long before = journal.appended();
        AdmissionWorker next = worker();
        assertTrue(next.step(running()));
        assertEquals(3, journal.appended() - before, "only what was left");
        assertEquals(AdmissionWorker.PAGE + 3, admitted(MN).size());
        assertEquals(AdmissionWorker.PAGE + 3, running().journaled());
    }

    @Test
    void anAdmissionThatFailsDoesNotKeepTheOthersWaiting() {
        strangers(MN, 2);
        strangers(OTHER, 2);
        admit(1, "DA001");
        admit(3, "DA002");
        journal.failFor(new Mn(MN));
        try (AdmissionWorker worker = worker()) {
            worker.start();
            await(
                    "the other is through",
                    () -> store.read(AdmissionRecords::running).size() == 1);
            assertEquals(List.of(3L, 4L), admitted(OTHER));
            assertEquals(List.of(), admitted(MN));

            journal.failForNobody();
            worker.wake();
            await("and then this one", () -> store.read(AdmissionRecords::running)
                    .isEmpty());
        }
        assertEquals(List.of(1L, 2L), admitted(MN));
    }

    /** A registered station that speaks all day while a copy of it is in quarantine has very many records. */
    @Test
    void noMoreOfAStationIsReadInOneCallThanIsBounded() {
        strangers(MN, 1);
        Arrival accepted = Frames.arrival(
                "2026-11-24T01:00:00",
                Disposition.ACCEPTED,
                "crc=HJ212;cn=2011",
                Frames.bytes(MN, "CN=2011;Flag=5;CP=&&&&"));
        for (int i = 0; i < 60_000; i++) {
            journal.append(accepted, TroubledJournal.KEPT);
        }
        strangers(MN, 1);
        QuarantineRow entry =
                store.read(handle -> QuarantineRecords.find(handle, 1)).orElseThrow();
        assertEquals(60_002, entry.lastSequence());
        journal.countReads();
        assertEquals(
                List.of(1L),
                admissions.frames(entry, 0, 10).stream()
                        .map(JournalRecord::sequence)
                        .toList(),
                "the other one is too far behind it");
        assertEquals(50_000, journal.found());
        assertEquals(
                List.of(60_002L),
                admissions.frames(entry, 50_000, 10).stream()
                        .map(JournalRecord::sequence)
                        .toList());
    }

    private static void await(String what, BooleanSupplier reached) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
