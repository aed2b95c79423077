package io.stackwatch.gateway.audit;

import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.counting.CountView;
import io.stackwatch.gateway.records.DayCountRecords;
import io.stackwatch.gateway.records.RecordStore;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Months from the counters of days. A month that is frozen here keeps its counters. */
public final class CountedSource implements MonthSource {

    private final RecordStore store;
    private final CountView counts;

    public CountedSource(RecordStore store, CountView counts) {
        this.store = store;
        this.counts = counts;
    }

    @Override
    public Optional<YearMonth> first() {
        return store.read(DayCountRecords::firstDay).map(YearMonth::from);
    }

    @Override
    public Optional<String> waitsFor(YearMonth month, Instant cutoff) {
        Instant asOf = counts.asOf();
        if (asOf.isBefore(cutoff)) {
            return Optional.of("records until " + cutoff + ", taken in until " + asOf);
        }
        long days = counts.waiting(month);
        return days == 0 ? Optional.empty() : Optional.of(days + " days of outlets to be counted");
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
