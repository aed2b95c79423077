package io.stackwatch.gateway.app;

import io.stackwatch.core.supervision.MonthCalendar;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.audit.MonthSource;
import io.stackwatch.gateway.counting.CountView;
import io.stackwatch.gateway.judgement.CoreCursor;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.DayCountRecords;
import io.stackwatch.gateway.records.DirtyDayRecords;
import io.stackwatch.gateway.records.RecordStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;

/** The counters of days as the source of months: a month is counted once its days are, and once everything up to the cut-off is in. */
final class CountedSource implements MonthSource {

    private final RecordStore store;
    private final CountView counts;
    private final LongSupplier head;

    /** @param head number of the newest record of the journal */
    CountedSource(RecordStore store, CountView counts, LongSupplier head) {
        this.store = store;
        this.counts = counts;
        this.head = head;
    }

    @Override
    public Optional<YearMonth> first() {
        return store.read(DayCountRecords::since).map(MonthCalendar::monthOf);
    }

    @Override
    public Optional<String> waitsFor(YearMonth month, Instant cutoff) {
        Instant asOf = counts.asOf();
        if (asOf.isBefore(cutoff)) {
            return Optional.of("judged until " + asOf + ", not yet until " + cutoff);
        }
        LocalDate behind = month.plusMonths(1).atDay(1);
        Optional<LocalDate> looked = store.read(DirtyDayRecords::lookedUntil);
        if (looked.filter(until -> until.isBefore(behind)).isPresent()) {
            return Optional.of("days looked through until " + looked.get() + ", not yet until " + behind);
        }
        long days = counts.waiting(month);
        return days == 0 ? Optional.empty() : Optional.of(days + " days of outlets wait to be counted");
    }

    @Override
    public Optional<String> behind() {
        long newest = head.getAsLong();
        long judged = store.read(handle -> CursorPlace.find(handle, CoreCursor.NAME))
                .map(CursorPlace::position)
                .orElse(0L);
        return judged >= newest
                ? Optional.empty()
                : Optional.of(newest - judged + " records of the journal wait to be judged (judged " + judged + " of "
                        + newest + "); ask again when they are");
    }

    @Override
    public void frozen(Handle handle, YearMonth month, Instant at) {
        DayCountRecords.freeze(handle, month, at);
    }

    @Override
    public CityMonth count(YearMonth month, Variant variant, Instant cutoff) {
        return counts.month(month, variant, cutoff);
    }
}
