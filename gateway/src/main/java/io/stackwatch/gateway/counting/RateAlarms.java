package io.stackwatch.gateway.counting;

import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmSubject;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.alarm.EpisodeDecision;
import io.stackwatch.core.alarm.RateCase;
import io.stackwatch.core.alarm.RateEpisodes;
import io.stackwatch.core.exceedance.CountParameters;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.Counts;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.records.AlarmChanges;
import io.stackwatch.gateway.records.AlarmRecords;
import io.stackwatch.gateway.records.DayCountRecords;
import io.stackwatch.gateway.records.DirtyRateRecords;
import io.stackwatch.gateway.records.DirtyRateRecords.Dirty;
import io.stackwatch.gateway.records.DirtyRateRecords.Rated;
import io.stackwatch.gateway.records.EventSignal;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Brings the rates of outlets, enterprises and counties to the alarms RATE_LOW of their months, and keeps what the core decides.
 * Whose rate is to be looked at is rows, written with the counters: killed at any moment it goes on from them. For one thread.
 */
public final class RateAlarms implements RateWatch {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Rates that are looked at in one transaction. */
    private static final int SOME = 200;

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final RuleParameters parameters;
    private final EventSignal signal;
    private final Duration rest;
    private final RateEpisodes rule = new RateEpisodes();
    private final Map<YearMonth, RatedPlaces> places = new HashMap<>();
    private Optional<RegistrySnapshot> placed = Optional.empty();
    private Instant nextLook = Instant.MIN;

    /** @param rest time between two looks: whatever changes in a county, all its outlets are added up */
    public RateAlarms(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            RuleParameters parameters,
            EventSignal signal,
            Duration rest) {
        this.store = store;
        this.registry = registry;
        this.parameters = parameters;
        this.signal = signal;
        this.rest = rest;
    }

    /** Counters of an outlet's month, added up over its factors. */
    private record Pooled(Counts counts, int factors) {

        static final Pooled NONE = new Pooled(Counts.NONE, 0);

        Pooled plus(Pooled other) {
            return new Pooled(counts.plus(other.counts), factors + other.factors);
        }
    }

    @Override
    public void counted(Handle handle, List<OutletDay> days) {
        Set<Rated> rates = new LinkedHashSet<>();
        for (OutletDay day : days) {
            YearMonth month = YearMonth.from(day.day());
            places(month).of(day.outlet()).forEach(subject -> rates.add(new Rated(subject, month)));
        }
        DirtyRateRecords.mark(handle, rates);
    }

    @Override
    public void placed(Handle handle, LocalDate first, LocalDate last) {
        Set<Rated> rates = new LinkedHashSet<>();
        for (YearMonth month = YearMonth.from(first); !month.atDay(1).isAfter(last); month = month.plusMonths(1)) {
            for (AlarmSubject subject : places(month).all()) {
                rates.add(new Rated(subject, month));
            }
        }
        AlarmRecords.active(handle, AlarmType.RATE_LOW)
                .forEach(alarm -> rates.add(new Rated(
                        alarm.key().subject(),
                        YearMonth.from(alarm.key().firstHour().atZone(LegalTime.ZONE)))));
        DirtyRateRecords.mark(handle, rates);
    }

    @Override
    public void look(Instant asOf) {
        if (asOf.isBefore(nextLook)) {
            return;
        }
        nextLook = asOf.plus(rest);
        Map<YearMonth, Map<OutletId, Pooled>> sums = new HashMap<>();
        List<Dirty> dirty = store.read(handle -> DirtyRateRecords.some(handle, SOME));
        while (!dirty.isEmpty()) {
            List<Dirty> some = dirty;
            store.read(handle -> {
                some.forEach(one -> load(handle, one.rated(), sums));
                return some;
            });
            store.write(handle -> {
                        List<EpisodeDecision> decisions = some.stream()
                                .map(one -> decide(handle, one.rated(), sums, asOf))
                                .toList();
                        DirtyRateRecords.looked(handle, some);
                        return AlarmChanges.keep(
                                handle, decisions, parameters.duration("notice.backlog-older-than", asOf), asOf);
                    })
                    .ifPresent(signal::committed);
            dirty = some.size() < SOME ? List.of() : store.read(handle -> DirtyRateRecords.some(handle, SOME));
        }
    }

    /** Counters are changed by the thread that calls this: what was read once in a look stays so. */
    private void load(Handle handle, Rated rated, Map<YearMonth, Map<OutletId, Pooled>> sums) {
        YearMonth month = rated.month();
        Map<OutletId, Pooled> known = sums.computeIfAbsent(month, absent -> new HashMap<>());
        List<OutletId> missing = new ArrayList<>(places(month).outletsOf(rated.subject()));
        missing.removeIf(known::containsKey);
        missing.forEach(outlet -> known.put(outlet, Pooled.NONE));
        DayCountRecords.sumsOf(
                handle,
                missing,
                month.atDay(1),
                month.atEndOfMonth(),
                Variant.FINAL,
                (outlet, factor, line) -> known.merge(outlet, new Pooled(line.counts(), 1), Pooled::plus));
    }

    private EpisodeDecision decide(
            Handle handle, Rated rated, Map<YearMonth, Map<OutletId, Pooled>> sums, Instant asOf) {
        YearMonth month = rated.month();
        Instant first = month.atDay(1).atStartOfDay(LegalTime.ZONE).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(LegalTime.ZONE).toInstant();
        Instant over = asOf.minus(parameters.duration("receipt.grace", first));
        Instant last = (over.isBefore(end) ? over : end).minus(HOUR);
        Map<OutletId, Pooled> known = sums.getOrDefault(month, Map.of());
        Pooled pooled = places(month).outletsOf(rated.subject()).stream()
                .map(outlet -> known.getOrDefault(outlet, Pooled.NONE))
                .reduce(Pooled.NONE, Pooled::plus);
        RateCase facts = new RateCase(
                rated.subject(),
                first,
                last.isBefore(first) ? first : last,
                pooled.counts(),
                pooled.factors(),
                DayCountRecords.frozenAt(handle, month).isPresent(),
                AlarmRecords.find(handle, AlarmId.of(RateEpisodes.key(rated.subject(), first))),
                parameters.duration("rate.alarm-from-hours", first),
                asOf);
        return rule.decide(facts, CountParameters.at(parameters, first));
    }

    private RatedPlaces places(YearMonth month) {
        RegistrySnapshot now = registry.get();
        if (placed.filter(before -> before == now).isEmpty()) {
            places.clear();
            placed = Optional.of(now);
        }
        return places.computeIfAbsent(month, known -> new RatedPlaces(now.registry(), known));
    }
}
