package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.stackwatch.connectors.hj212.mapping.FactorTable;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.gateway.alarming.AlarmWords;
import io.stackwatch.gateway.alarming.AlarmingSweep;
import io.stackwatch.gateway.alarming.AlarmingTables;
import io.stackwatch.gateway.api.FactorTableNames;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.TimerRecords;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.stackwatch.gateway.timetable.Timetable;
import io.stackwatch.gateway.timetable.TimetableOptions;
import java.time.Clock;

/** Bringing alarms to people, put together: the sweep on a timetable of its own, and its figures. */
final class Alarming implements AutoCloseable, MeterBinder {

    private final RecordStore store;
    private final AlarmingSweep sweep;
    private final Timetable timetable;
    private final Clock clock;

    private Alarming(RecordStore store, AlarmingSweep sweep, Timetable timetable, Clock clock) {
        this.store = store;
        this.sweep = sweep;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** Goes on from the rows. */
    static Alarming start(
            RecordStore store, LiveRegistry registry, RuleParameters parameters, EventSignal signal, Clock clock) {
        AlarmingTables tables = AlarmingTables.load(parameters);
        FactorTableNames names = new FactorTableNames(FactorTable.standard());
        AlarmingSweep sweep = new AlarmingSweep(
                store,
                () -> registry.snapshot().registry(),
                tables,
                new AlarmWords(
                        tables.catalogue(), factor -> names.of(factor).name()),
                signal);
        return new Alarming(
                store, sweep, Timetable.start("alarming", sweep, clock, TimetableOptions.defaults()), clock);
    }

    /** Steps of escalation that are due and have not been taken. */
    long waiting() {
        return store.read(handle -> TimerRecords.waiting(handle, clock.instant()));
    }

    /** Events and steps that could not be handled since start, and wake-ups that failed since the last good one. */
    long failed() {
        return sweep.failed() + timetable.failedInARow();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("stackwatch.alarming.failed", sweep, AlarmingSweep::failed)
                .description("events of alarms and steps of escalation that could not be handled")
                .register(registry);
        Gauge.builder("stackwatch.alarming.waiting", this, Alarming::waiting)
                .description("steps of escalation that are due and have not been taken")
                .register(registry);
    }

    @Override
    public void close() {
        timetable.close();
    }
}
