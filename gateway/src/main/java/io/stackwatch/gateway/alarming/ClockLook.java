package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.ClockCase;
import io.stackwatch.core.alarm.ClockOff;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.gateway.records.ClockRecords;
import io.stackwatch.gateway.records.ClockRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** What the logger's clock showed when it was asked last, for CLOCK. A clock that was never asked is another matter. */
final class ClockLook implements StateLook {

    private final Supplier<RegistrySnapshot> registry;
    private final ClockOff rule;

    ClockLook(Supplier<RegistrySnapshot> registry, RuleParameters parameters) {
        this.registry = registry;
        this.rule = new ClockOff(parameters);
    }

    @Override
    public List<Seen> of(Handle handle, Outlet outlet, List<Alarm> active, Instant now) {
        return registry
                .get()
                .registry()
                .stationOf(outlet.id(), now)
                .flatMap(station -> ClockRecords.last(handle, station.mn()))
                .map(row -> seen(outlet, row, now))
                .stream()
                .toList();
    }

    private Seen seen(Outlet outlet, ClockRow row, Instant now) {
        Instant hour = row.at().truncatedTo(ChronoUnit.HOURS);
        return new Seen(
                new AlarmKey(outlet.id(), FactorCode.ALL, AlarmType.CLOCK, hour),
                rule.see(new ClockCase(row.at(), row.drift(), now)),
                hour,
                true,
                false);
    }
}
