package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.ChangeCase;
import io.stackwatch.core.alarm.SettingsChanged;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.gateway.records.ChangeRow;
import io.stackwatch.gateway.records.StationRecords;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The last times that a station began to speak differently, for PARAM_CHANGE; what changed in one hour is one matter. */
final class SettingsLook implements StateLook {

    private static final int NEWEST = 20;

    private final Supplier<RegistrySnapshot> registry;
    private final SettingsChanged rule;

    SettingsLook(Supplier<RegistrySnapshot> registry, RuleParameters parameters) {
        this.registry = registry;
        this.rule = new SettingsChanged(parameters);
    }

    @Override
    public List<Seen> of(Handle handle, Outlet outlet, List<Alarm> active, Instant now) {
        TreeMap<Instant, List<ChangeRow>> byHour = new TreeMap<>();
        registry.get()
                .registry()
                .stationOf(outlet.id(), now)
                .map(station -> StationRecords.changes(handle, station.mn().value(), NEWEST))
                .orElse(List.of())
                .forEach(change -> byHour.computeIfAbsent(
                                change.at().truncatedTo(ChronoUnit.HOURS), hour -> new ArrayList<>())
                        .add(change));
        List<Seen> seen = new ArrayList<>();
        byHour.forEach((hour, changes) -> seen.add(new Seen(
                new AlarmKey(outlet.id(), FactorCode.ALL, AlarmType.SETTINGS_CHANGED, hour),
                rule.see(new ChangeCase(
                        changes.get(0).at(),
                        joined(changes, ChangeRow::aspect),
                        joined(changes, ChangeRow::was),
                        joined(changes, ChangeRow::became),
                        now)),
                hour,
                false,
                false)));
        return seen;
    }

    private static String joined(List<ChangeRow> changes, Function<ChangeRow, String> part) {
        return changes.stream().map(part).collect(Collectors.joining(", "));
    }
}
