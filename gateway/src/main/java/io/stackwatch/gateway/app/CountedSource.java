package io.stackwatch.gateway.app;

import io.stackwatch.core.supervision.MonthCalendar;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.audit.MonthSource;
import io.stackwatch.gateway.counting.CountView;
import io.stackwatch.gateway.records.DayCountRecords;
import io.stackwatch.gateway.records.RecordStore;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The counters of days as the source of months: a month is counted once its days are, and once everything up to the cut-off is in. */
final class CountedSource implements MonthSource {

    private final RecordStore store;
    private final CountView counts;

    CountedSource(RecordStore store, CountView counts) {
        this.store = store;
        this.counts = counts;
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
        long days = counts.waiting(month);
        return days == 0 ? Optional.empty() : Optional.of(days + " days of outlets wait to be counted");
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
