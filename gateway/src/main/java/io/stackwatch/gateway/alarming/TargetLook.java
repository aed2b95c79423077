package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.PolicyTargetHour;
import io.stackwatch.core.alarm.TargetCase;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.gateway.records.VerdictRecords;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The newest judged hour of each factor beside the targets of policies, for ULTRA_LOW. */
final class TargetLook implements StateLook {

    private static final Duration BACK = Duration.ofHours(24);

    private final Supplier<RegistrySnapshot> registry;
    private final PolicyTargetHour rule;

    TargetLook(Supplier<RegistrySnapshot> registry, RuleParameters parameters) {
        this.registry = registry;
        this.rule = new PolicyTargetHour(parameters);
    }

    @Override
    public List<Seen> of(Handle handle, Outlet outlet, List<Alarm> active, Instant now) {
        Map<FactorCode, VerdictRow> newest = new TreeMap<>();
        VerdictRecords.ofOutlet(handle, outlet.id(), now.minus(BACK), now).stream()
                .filter(row -> row.value().isPresent())
                .forEach(row -> newest.put(row.hour().factor(), row));
        List<Seen> seen = new ArrayList<>();
        newest.forEach((factor, row) -> {
            Instant hour = row.hour().start();
            TargetCase facts = new TargetCase(
                    hour,
                    row.value().orElseThrow(),
                    row.referenceOxygen(),
                    registry.get().limits().policyTarget(outlet, factor, Averaging.HOUR, hour));
            seen.add(new Seen(
                    new AlarmKey(outlet.id(), factor, AlarmType.POLICY_TARGET, hour),
                    rule.see(facts),
                    hour,
                    true,
                    false));
        });
        return seen;
    }
}
