package io.stackwatch.gateway.judgement;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.MinuteTally;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.AlarmEventRecords;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.DirtyDayRecords;
import io.stackwatch.gateway.records.EmissionHourRecords;
import io.stackwatch.gateway.records.EmissionHourRow;
import io.stackwatch.gateway.records.MissingHourRecords;
import io.stackwatch.gateway.records.NumberedEvent;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.OutletHour;
import io.stackwatch.gateway.records.ReportRecords;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.records.TallyRecords;
import io.stackwatch.gateway.records.VerdictRecords;
import io.stackwatch.gateway.records.VerdictRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The rows that one transaction works on: loaded for many hours at once, changed in memory, written together.
 *
 * <p>Whatever is asked for and not yet there is loaded then. {@link #flush} makes the store as new as this is; after a
 * rollback to a savepoint, {@link #forget} makes this as old as the store.
 */
final class Workbench {

    private final Handle handle;
    private final Map<OutletHour, Map<FactorCode, ReportVersion>> reports = new HashMap<>();
    private final Map<FactorHour, MinuteTally> tallies = new HashMap<>();
    private final Map<FactorHour, VerdictRow> verdicts = new HashMap<>();
    private final Map<FactorHour, EmissionHourRow> masses = new HashMap<>();
    private final Set<OutletHour> loadedHours = new HashSet<>();
    private final Map<AlarmPlace, Map<String, Alarm>> alarms = new HashMap<>();
    private final Map<OutletId, Instant> loadedAlarms = new HashMap<>();
    private final List<ReportVersion> newReports = new ArrayList<>();
    private final List<VerdictRow> newVerdicts = new ArrayList<>();
    private final List<EmissionHourRow> newMasses = new ArrayList<>();
    private final Map<FactorHour, MinuteTally> newTallies = new LinkedHashMap<>();
    private final Map<FactorHour, Instant> newMissing = new LinkedHashMap<>();
    private final Map<FactorHour, HourReport> newFound = new LinkedHashMap<>();
    private final Map<String, Alarm> newAlarms = new LinkedHashMap<>();
    private final List<NumberedEvent> newEvents = new ArrayList<>();
    private final MarkShelf marks;
    private final ControlShelf control;
    private long lastEvent;

    Workbench(Handle handle) {
        this.handle = handle;
        this.marks = new MarkShelf(handle);
        this.control = new ControlShelf(handle);
        this.lastEvent = AlarmEventRecords.last(handle);
    }

    /** Where alarms of one kind are. */
    private record AlarmPlace(OutletId outlet, FactorCode factor, AlarmType type) {}

    Handle handle() {
        return handle;
    }

    /** Marks, exemptions and own outages. */
    MarkShelf marks() {
        return marks;
    }

    /** Checks of instruments. */
    ControlShelf control() {
        return control;
    }

    /** Loads hours, and the alarms that may touch them, with few statements. */
    void load(Collection<OutletHour> hours) {
        Set<OutletHour> missing = new HashSet<>(hours);
        missing.removeAll(loadedHours);
        if (missing.isEmpty()) {
            return;
        }
        ReportRecords.latest(handle, missing).values().forEach(this::remember);
        tallies.putAll(TallyRecords.of(handle, missing));
        verdicts.putAll(VerdictRecords.latest(handle, missing));
        masses.putAll(EmissionHourRecords.latest(handle, missing));
        loadedHours.addAll(missing);
        loadAlarms(missing);
    }

    private void loadAlarms(Set<OutletHour> hours) {
        Set<OutletId> outlets = new HashSet<>();
        Instant since = Instant.MAX;
        for (OutletHour hour : hours) {
            Instant known = loadedAlarms.get(hour.outlet());
            if (known == null || hour.start().isBefore(known)) {
                outlets.add(hour.outlet());
                since = hour.start().isBefore(since) ? hour.start() : since;
            }
        }
        for (OutletId outlet : outlets) {
            loadedAlarms.put(outlet, since);
        }
        if (!outlets.isEmpty()) {
            flush();
            AlarmRecords.activeOrSince(handle, outlets, since).forEach(this::remember);
        }
    }

    private void remember(ReportVersion version) {
        FactorHour hour = version.report().hour();
        reports.computeIfAbsent(OutletHour.of(hour), h -> new TreeMap<>()).put(hour.factor(), version);
    }

    private void remember(Alarm alarm) {
        AlarmKey key = alarm.key();
        key.outlet().ifPresent(outlet -> alarms.computeIfAbsent(
                        new AlarmPlace(outlet, key.factor(), key.type()), place -> new LinkedHashMap<>())
                .put(alarm.id().value(), alarm));
    }

    /** The latest reports of all factors of an outlet's hour, by factor. */
    Map<FactorCode, ReportVersion> reports(OutletHour hour) {
        load(List.of(hour));
        return reports.getOrDefault(hour, Map.of());
    }

    Optional<ReportVersion> report(FactorHour hour) {
        return Optional.ofNullable(reports(OutletHour.of(hour)).get(hour.factor()));
    }

    void add(ReportVersion version) {
        load(List.of(OutletHour.of(version.report().hour())));
        remember(version);
        newReports.add(version);
    }

    /** An hour was looked for and not there. */
    void missing(FactorHour hour, Instant since) {
        newMissing.put(hour, since);
    }

    /** An hour came that may have been missing. */
    void found(HourReport report) {
        newFound.put(report.hour(), report);
    }

    MinuteTally tally(FactorHour hour) {
        load(List.of(OutletHour.of(hour)));
        return tallies.getOrDefault(hour, MinuteTally.EMPTY);
    }

    void put(FactorHour hour, MinuteTally tally) {
        tallies.put(hour, tally);
        newTallies.put(hour, tally);
    }

    Optional<VerdictRow> verdict(FactorHour hour) {
        load(List.of(OutletHour.of(hour)));
        return Optional.ofNullable(verdicts.get(hour));
    }

    void add(VerdictRow verdict) {
        verdicts.put(verdict.hour(), verdict);
        newVerdicts.add(verdict);
    }

    Optional<EmissionHourRow> mass(FactorHour hour) {
        load(List.of(OutletHour.of(hour)));
        return Optional.ofNullable(masses.get(hour));
    }

    void add(EmissionHourRow mass) {
        masses.put(mass.hour(), mass);
        newMasses.add(mass);
    }

    /** Whether an alarm of this kind is active or does not end before the hour: if not, most hours mean nothing to alarms. */
    boolean hasAlarmsAt(FactorHour hour, AlarmType type) {
        load(List.of(OutletHour.of(hour)));
        return alarms.getOrDefault(new AlarmPlace(hour.outlet(), hour.factor(), type), Map.of()).values().stream()
                .anyMatch(alarm -> alarm.active() || !alarm.lastHour().isBefore(hour.start()));
    }

    void put(Alarm alarm) {
        remember(alarm);
        newAlarms.put(alarm.id().value(), alarm);
    }

    /** The number that the next event gets. */
    long nextEvent() {
        return ++lastEvent;
    }

    void add(NumberedEvent event) {
        newEvents.add(event);
    }

    /** The number of the last event so far. */
    long lastEvent() {
        return lastEvent;
    }

    /** Writes everything that is new. */
    void flush() {
        markDays();
        if (!newReports.isEmpty()) {
            ReportRecords.insert(handle, newReports);
            newReports.clear();
        }
        if (!newMissing.isEmpty()) {
            MissingHourRecords.open(handle, newMissing);
            newMissing.clear();
        }
        if (!newFound.isEmpty()) {
            MissingHourRecords.close(handle, newFound.values());
            newFound.clear();
        }
        if (!newTallies.isEmpty()) {
            TallyRecords.save(handle, newTallies);
            newTallies.clear();
        }
        if (!newVerdicts.isEmpty()) {
            VerdictRecords.insert(handle, newVerdicts);
            newVerdicts.clear();
        }
        if (!newMasses.isEmpty()) {
            EmissionHourRecords.insert(handle, newMasses);
            newMasses.clear();
        }
        if (!newAlarms.isEmpty()) {
            AlarmRecords.save(handle, newAlarms.values());
            newAlarms.clear();
        }
        if (!newEvents.isEmpty()) {
            AlarmEventRecords.insert(handle, newEvents);
            newEvents.clear();
        }
    }

    /** Days of which something new is known are counted again. */
    private void markDays() {
        Set<OutletDay> days = new HashSet<>();
        newReports.forEach(version -> days.add(OutletDay.of(version.report().hour())));
        newVerdicts.forEach(verdict -> days.add(OutletDay.of(verdict.hour())));
        newTallies.keySet().stream()
                .filter(hour ->
                        reports.getOrDefault(OutletHour.of(hour), Map.of()).containsKey(hour.factor()))
                .forEach(hour -> days.add(OutletDay.of(hour)));
        DirtyDayRecords.mark(handle, days);
    }

    /** Days whose counters something else may have changed are counted again. */
    void recount(List<OutletDay> days) {
        DirtyDayRecords.mark(handle, days);
    }

    /** Drops everything in memory; what was not flushed is lost. */
    void forget() {
        reports.clear();
        tallies.clear();
        verdicts.clear();
        masses.clear();
        loadedHours.clear();
        alarms.clear();
        loadedAlarms.clear();
        newReports.clear();
        newTallies.clear();
        newMissing.clear();
        newFound.clear();
        newVerdicts.clear();
        newMasses.clear();
        newAlarms.clear();
        newEvents.clear();
        marks.forget();
        control.forget();
        lastEvent = AlarmEventRecords.last(handle);
    }
}
