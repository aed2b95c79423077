package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.stackwatch.gateway.emission.TotalAlarms;
import io.stackwatch.gateway.records.DirtyRateRecords;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.timetable.Timetable;

/** The figures of alarms about rates and totals: what waits to be looked at, and whether looking fails. */
final class PeriodAlarmMeters implements MeterBinder {

    private final RecordStore store;
    private final TotalAlarms totals;
    private final Timetable timetable;

    PeriodAlarmMeters(RecordStore store, TotalAlarms totals, Timetable timetable) {
        this.store = store;
        this.totals = totals;
        this.timetable = timetable;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("stackwatch.rates.waiting", store, s -> s.read(DirtyRateRecords::waiting))
                .description("rates of outlets, enterprises and counties that may have changed and were not looked at")
                .register(registry);
        Gauge.builder("stackwatch.totals.waiting", totals, TotalAlarms::waiting)
                .description("permitted totals of this round that were not looked at")
                .register(registry);
        Gauge.builder("stackwatch.totals.failures", timetable, Timetable::failedInARow)
                .description("looks at totals that failed since the last good one")
                .register(registry);
    }
}
