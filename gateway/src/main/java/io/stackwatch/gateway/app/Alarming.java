package io.stackwatch.gateway.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.stackwatch.connectors.hj212.mapping.FactorTable;
import io.stackwatch.core.deadline.WorkingDays;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.gateway.alarming.AlarmWords;
import io.stackwatch.gateway.alarming.AlarmingSweep;
import io.stackwatch.gateway.alarming.AlarmingTables;
import io.stackwatch.gateway.alarming.LinkWatch;
import io.stackwatch.gateway.alarming.PatternWatch;
import io.stackwatch.gateway.alarming.StateWatch;
import io.stackwatch.gateway.alarming.WarningWatch;
import io.stackwatch.gateway.api.FactorTableNames;
import io.stackwatch.gateway.detection.DetectionDesk;
import io.stackwatch.gateway.detection.DetectionSweep;
import io.stackwatch.gateway.forecast.LoggedMinutes;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.TimerRecords;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.stackwatch.gateway.timetable.Timetable;
import io.stackwatch.gateway.timetable.TimetableOptions;
import io.stackwatch.gateway.timetable.WakeUp;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/** Alarms, put together: the sweep that brings them to people, and the watches that raise those of the catalogue that no other part raises. */
final class Alarming implements AutoCloseable, MeterBinder {

    /** What a sweep of warnings asks the reading log for at most (decision record 0044). */
    private static final int OUTLETS_A_SWEEP = 200;

    private final RecordStore store;
    private final AlarmingSweep sweep;
    private final PatternWatch patterns;
    private final Timetable timetable;
    private final Timetable watching;
    private final StateWatch states;
    private final WarningWatch warnings;
    private final Timetable warning;
    private final DetectionSweep examining;
    private final Timetable examinations;
    private final Clock clock;

    private Alarming(
            RecordStore store,
            AlarmingSweep sweep,
            PatternWatch patterns,
            StateWatch states,
            Timetable timetable,
            Timetable watching,
            WarningWatch warnings,
            Timetable warning,
            DetectionSweep examining,
            Timetable examinations,
            Clock clock) {
        this.store = store;
        this.sweep = sweep;
        this.patterns = patterns;
        this.states = states;
        this.timetable = timetable;
        this.watching = watching;
        this.warnings = warnings;
        this.warning = warning;
        this.examining = examining;
        this.examinations = examinations;
        this.clock = clock;
    }

    /**
     * Goes on from the rows.
     *
     * @param minutes what is warned from
     * @param detection what examines the days of outlets
     * @param caughtUp whether everything that came is among what was heard of stations
     */
    static Alarming start(
            RecordStore store,
            LiveRegistry registry,
            RuleParameters parameters,
            EventSignal signal,
            LoggedMinutes minutes,
            DetectionDesk detection,
            BooleanSupplier caughtUp,
            Clock clock) {
        AlarmingTables tables = AlarmingTables.load(parameters);
        FactorTableNames names = new FactorTableNames(FactorTable.standard());
        AlarmingSweep sweep = new AlarmingSweep(
                store,
                () -> registry.snapshot().registry(),
                tables,
                new AlarmWords(tables.catalogue(), factor -> names.of(factor).name()),
                signal);
        LinkWatch links = new LinkWatch(store, () -> registry.snapshot().registry(), parameters, signal, caughtUp);
        PatternWatch patterns = new PatternWatch(store, registry::snapshot, parameters, FlagTable.load(), signal);
        StateWatch states = new StateWatch(store, registry::snapshot, parameters, WorkingDays.load(), signal);
        WarningWatch warnings =
                new WarningWatch(store, registry::snapshot, minutes, parameters, signal, OUTLETS_A_SWEEP);
        DetectionSweep examining = new DetectionSweep(store, registry::snapshot, parameters, detection);
        WakeUp watches = now -> {
            links.fire(now);
            patterns.fire(now);
            states.fire(now);
        };
        return new Alarming(
                store,
                sweep,
                patterns,
                states,
                Timetable.start("alarming", sweep, clock, TimetableOptions.defaults()),
                Timetable.start("detectors", watches, clock, TimetableOptions.defaults()),
                warnings,
                Timetable.start("warnings", warnings, clock, TimetableOptions.defaults()),
                examining,
                Timetable.start("examinations", examining, clock, TimetableOptions.defaults()),
                clock);
    }

    /** Steps of escalation that are due and have not been taken. */
    long waiting() {
        return store.read(handle -> TimerRecords.waiting(handle, clock.instant()));
    }

    /** Events and steps that could not be handled since start, and wake-ups that failed since the last good one. */
    long failed() {
        return sweep.failed()
                + patterns.failed()
                + states.failed()
                + timetable.failedInARow()
                + watching.failedInARow()
                + warning.failedInARow()
                + examining.failed()
                + examinations.failedInARow();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("stackwatch.alarming.failed", sweep, AlarmingSweep::failed)
                .description("events of alarms and steps of escalation that could not be handled")
                .register(registry);
        FunctionCounter.builder("stackwatch.warnings.looked", warnings, WarningWatch::looked)
                .description("outlets whose minutes were looked at to warn of an hour")
                .register(registry);
        FunctionCounter.builder("stackwatch.warnings.skipped", warnings, WarningWatch::skipped)
                .description("outlets that had to wait for a later sweep of warnings")
                .register(registry);
        FunctionCounter.builder("stackwatch.warnings.failed", warnings, WarningWatch::failed)
                .description("outlets whose minutes could not be looked at")
                .register(registry);
        FunctionCounter.builder("stackwatch.detection.examined", examining, DetectionSweep::examined)
                .description("days of outlets that detectors of windows have examined")
                .register(registry);
        FunctionCounter.builder("stackwatch.detection.failed", examining, DetectionSweep::failed)
                .description("days of outlets that detectors of windows could not examine")
                .register(registry);
        Gauge.builder("stackwatch.alarming.waiting", this, Alarming::waiting)
                .description("steps of escalation that are due and have not been taken")
                .register(registry);
    }

    @Override
    public void close() {
        examinations.close();
        warning.close();
        watching.close();
        timetable.close();
    }
}
