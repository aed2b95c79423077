package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.AlarmReason;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.DayCase;
import io.stackwatch.core.alarm.DayExceedance;
import io.stackwatch.core.alarm.Sight;
import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.gateway.records.VerdictRecords;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The days that are over and may still change, for EX_D; each has an alarm of its own. */
final class DayLook implements StateLook {

    /** Days looked at: until the marks of the last but one are decided, as a rule. */
    private static final int DAYS = 3;

    private final Supplier<RegistrySnapshot> registry;
    private final DayExceedance rule;

    DayLook(Supplier<RegistrySnapshot> registry, RuleParameters parameters) {
        this.registry = registry;
        this.rule = new DayExceedance(parameters);
    }

    @Override
    public List<Seen> of(Handle handle, Outlet outlet, List<Alarm> active, Instant now) {
        LocalDate today = now.atZone(LegalTime.ZONE).toLocalDate();
        Instant from = start(today.minusDays(DAYS));
        Map<FactorCode, List<VerdictRow>> judged = new TreeMap<>();
        VerdictRecords.ofOutlet(handle, outlet.id(), from, start(today)).stream()
                .filter(row -> row.value().isPresent())
                .forEach(row -> judged.computeIfAbsent(row.hour().factor(), factor -> new ArrayList<>())
                        .add(row));
        List<Seen> seen = new ArrayList<>();
        Set<FactorCode> within = new HashSet<>();
        judged.forEach((factor, rows) -> {
            boolean later = false;
            for (LocalDate day = today.minusDays(1); !start(day).isBefore(from); day = day.minusDays(1)) {
                Sight sight = rule.see(facts(outlet, factor, rows, day, later, now));
                later |= isWithin(sight);
                seen.add(new Seen(key(outlet, factor, start(day)), sight, lastHour(day), false, true));
            }
            if (later) {
                within.add(factor);
            }
        });
        StateLook.of(active, AlarmType.DAY_EXCEEDANCE).stream()
                .filter(alarm -> alarm.key().firstHour().isBefore(from)
                        && within.contains(alarm.key().factor()))
                .forEach(alarm -> seen.add(new Seen(
                        alarm.key(),
                        new Sight.Over(AlarmReason.WITHIN, "a later day is within"),
                        alarm.lastHour(),
                        false,
                        false)));
        return seen;
    }

    private DayCase facts(
            Outlet outlet, FactorCode factor, List<VerdictRow> rows, LocalDate day, boolean later, Instant now) {
        Instant start = start(day);
        Instant end = start(day.plusDays(1));
        Optional<Limit> limit = registry.get()
                .limits()
                .inForce(outlet, factor, Averaging.DAY, start)
                .limit();
        List<Fraction> values = rows.stream()
                .filter(row -> !row.hour().start().isBefore(start)
                        && row.hour().start().isBefore(end)
                        && row.referenceOxygen().equals(limit.flatMap(Limit::referenceOxygen)))
                .flatMap(row -> row.value().stream())
                .toList();
        return new DayCase(start, end, values, limit, outlet.categories(), later, now);
    }

    private static boolean isWithin(Sight sight) {
        return sight.match(holds -> false, over -> over.why() == AlarmReason.WITHIN, unsaid -> false);
    }

    private static AlarmKey key(Outlet outlet, FactorCode factor, Instant start) {
        return new AlarmKey(outlet.id(), factor, AlarmType.DAY_EXCEEDANCE, start);
    }

    private static Instant lastHour(LocalDate day) {
        return start(day.plusDays(1)).minus(Duration.ofHours(1));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(LegalTime.ZONE).toInstant();
    }
}
