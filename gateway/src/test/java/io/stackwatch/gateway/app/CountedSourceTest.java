package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.supervision.CityMonthFixture;
import io.stackwatch.core.supervision.MonthCalendar;
import io.stackwatch.core.supervision.MonthState;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.GapFinding;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.api.Health;
import io.stackwatch.gateway.audit.Clerk;
import io.stackwatch.gateway.audit.StoredMonths;
import io.stackwatch.gateway.counting.CountView;
import io.stackwatch.gateway.counting.DaysWaiting;
import io.stackwatch.gateway.counting.HourLine;
import io.stackwatch.gateway.counting.OutletBudget;
import io.stackwatch.gateway.judgement.CoreCursor;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.DayCountRecords;
import io.stackwatch.gateway.records.DirtyDayRecords;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month is closed on the counters of days once everything up to the cut-off is in them, and its counters are frozen with it. */
final class CountedSourceTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Instant NOW = Instant.parse("2026-12-20T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aMonthWaitsForTheCountAndFreezesItsCounters() {
        try (RecordStore store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")))) {
            Counts counts = new Counts();
            CountedSource source = new CountedSource(store, counts, () -> 0);
            assertEquals(Optional.empty(), source.first(), "nothing was counted yet");
            store.write(handle -> DayCountRecords.begin(handle, Instant.parse("2026-11-05T00:00:00Z")));

            fire(store, source, NOW);
            assertEquals(
                    Optional.of("judged until 2026-12-01T00:00:00Z, not yet until 2026-12-01T05:00:00Z"),
                    source.waitsFor(NOVEMBER, Instant.parse("2026-12-01T05:00:00Z")));
            assertEquals("OPEN", state(store));

            counts.asOf = NOW;
            counts.waiting = 7;
            fire(store, source, NOW);
            assertEquals(Optional.of("7 days of outlets wait to be counted"), source.waitsFor(NOVEMBER, NOW));
            assertEquals("OPEN", state(store));

            counts.waiting = 0;
            fire(store, source, NOW);
            assertEquals("FROZEN", state(store));
            Optional<Instant> frozen = store.read(handle -> DayCountRecords.frozenAt(handle, NOVEMBER));
            assertEquals(Optional.of(NOW), frozen);
        }
    }

    @Test
    void aMonthIsNotCountedBeforeItsLastDaysWereLookedThrough() {
        try (RecordStore store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")))) {
            Counts counts = new Counts();
            counts.asOf = NOW;
            CountedSource source = new CountedSource(store, counts, () -> 0);
            lookedUntil(store, LocalDate.of(2026, 11, 24));
            assertEquals(
                    Optional.of("days looked through until 2026-11-24, not yet until 2026-12-01"),
                    source.waitsFor(NOVEMBER, NOW));
            lookedUntil(store, LocalDate.of(2026, 12, 1));
            assertEquals(Optional.empty(), source.waitsFor(NOVEMBER, NOW));
        }
    }

    private static void lookedUntil(RecordStore store, LocalDate until) {
        store.write(handle -> {
            DirtyDayRecords.save(handle, Map.of(new OutletId("DA1"), new DirtyDayRecords.Counted(until, "")));
            return until;
        });
    }

    @Test
    void whatOfTheJournalIsNotJudgedIsNamed() {
        try (RecordStore store = RecordStore.open(MigratedFile.sqlite(folder.resolve("records.db")))) {
            CountedSource source = new CountedSource(store, new Counts(), () -> 100);
            judged(store, 88);
            assertEquals(
                    Optional.of(
                            "12 records of the journal wait to be judged (judged 88 of 100); ask again when they are"),
                    source.behind());
            judged(store, 100);
            assertEquals(Optional.empty(), source.behind());
        }
    }

    private static void judged(RecordStore store, long position) {
        store.write(handle -> {
            new CursorPlace(position, NOW).save(handle, CoreCursor.NAME);
            return position;
        });
    }

    @Test
    void healthNamesTheDaysThatWaitTooLong() {
        DaysWaiting waiting = new DaysWaiting(7, Optional.of(LocalDate.of(2026, 11, 3)), Optional.of(NOW));
        Health.Part soon = RunningProbes.counting(waiting, Duration.ofHours(2), 0);
        assertEquals(Health.Status.UP, soon.status());
        assertEquals(7L, soon.figures().get("daysWaiting"));
        Health.Part late = RunningProbes.counting(waiting, Duration.ofHours(2).plusSeconds(1), 0);
        assertEquals(Health.Status.DEGRADED, late.status());
        assertEquals(
                "7 days of outlets wait to be counted since 2026-12-20T00:00:00Z, the oldest is 2026-11-03",
                late.detail());
        assertEquals(
                Health.Status.DEGRADED,
                RunningProbes.counting(waiting, Duration.ZERO, 1).status());
    }

    private static void fire(RecordStore store, CountedSource source, Instant now) {
        new Clerk(store, source, MonthCalendar.load(), "0.1.0-test").fire(now);
    }

    private static String state(RecordStore store) {
        return new StoredMonths(store, MonthCalendar.load())
                .month(NOVEMBER)
                .flatMap(file -> file.closing().state())
                .map(MonthState::name)
                .orElse("-");
    }

    /** Counts of which a test says how far they are. */
    private static final class Counts implements CountView {

        private Instant asOf = Instant.parse("2026-12-01T00:00:00Z");
        private long waiting;

        @Override
        public Instant asOf() {
            return asOf;
        }

        @Override
        public long waiting(YearMonth month) {
            return waiting;
        }

        @Override
        public CityMonth month(YearMonth month, Variant variant, Instant cutoff) {
            return CityMonthFixture.worked(2900, month, variant, cutoff);
        }

        @Override
        public CityMonth month(YearMonth month, Variant variant) {
            throw new UnsupportedOperationException("a month is counted at a cut-off");
        }

        @Override
        public List<HourLine> hours(OutletId outlet, LocalDate day, Variant variant) {
            return List.of();
        }

        @Override
        public List<HourLine> hours(OutletId outlet, YearMonth month, Variant variant, Instant cutoff) {
            return List.of();
        }

        @Override
        public Optional<YearMonth> first() {
            return Optional.empty();
        }

        @Override
        public OutletBudget budget(OutletId outlet, YearMonth month, int lost) {
            throw new UnsupportedOperationException("nobody closes a month on a budget");
        }

        @Override
        public List<GapFinding> gaps(OutletId outlet, Instant from, Instant until) {
            return List.of();
        }
    }
}
