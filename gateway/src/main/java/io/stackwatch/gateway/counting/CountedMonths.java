package io.stackwatch.gateway.counting;

import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.CityCount;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CountTerms;
import io.stackwatch.core.transmission.Counts;
import io.stackwatch.core.transmission.DayCount;
import io.stackwatch.core.transmission.Due;
import io.stackwatch.core.transmission.GapFinding;
import io.stackwatch.core.transmission.LostHour;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.RateBudget;
import io.stackwatch.core.transmission.StandingAnswer;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.judgement.CoreCursor;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.DayCountRecords;
import io.stackwatch.gateway.records.DirtyDayRecords;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.ReportVersion;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Figures read from the counters of days; hours, and months at another cut-off, worked out again from the reports, outlet by
 * outlet. Safe for use by several threads.
 */
public final class CountedMonths implements CountView {

    private static final Duration HOUR = Duration.ofHours(1);

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final RuleParameters parameters;
    private final FlagTable flags;
    private final Circumstances circumstances;
    private final GapCauses causes;

    public CountedMonths(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            RuleParameters parameters,
            FlagTable flags,
            Circumstances circumstances) {
        this.store = store;
        this.registry = registry;
        this.parameters = parameters;
        this.flags = flags;
        this.circumstances = circumstances;
        this.causes = new GapCauses(store, registry, parameters, circumstances);
    }

    @Override
    public Instant asOf() {
        return store.read(handle -> CursorPlace.find(handle, CoreCursor.NAME))
                .map(CursorPlace::asOf)
                .orElse(Instant.EPOCH);
    }

    @Override
    public Optional<YearMonth> first() {
        return store.read(DayCountRecords::since).map(since -> YearMonth.from(since.atZone(LegalTime.ZONE)));
    }

    @Override
    public List<HourLine> hours(OutletId outlet, LocalDate day, Variant variant) {
        DayCounter counter = counter(asOf());
        Instant freeze = counter.terms(YearMonth.from(day)).freezeOf(YearMonth.from(day));
        return hours(counter, List.of(new OutletDay(outlet, day)), variant, freeze);
    }

    @Override
    public List<HourLine> hours(OutletId outlet, YearMonth month, Variant variant, Instant cutoff) {
        return hours(counter(cutoff), days(outlet, month), variant, cutoff);
    }

    private List<HourLine> hours(DayCounter counter, List<OutletDay> days, Variant variant, Instant cutoff) {
        DayFacts facts = store.read(handle -> DayFacts.load(handle, days, circumstances));
        List<HourLine> lines = new ArrayList<>();
        for (OutletDay day : days) {
            counter.answers(day, facts, variant, cutoff)
                    .values()
                    .forEach(answers -> answers.forEach((hour, answer) -> lines.add(line(hour, answer, facts))));
        }
        return lines;
    }

    private static List<OutletDay> days(OutletId outlet, YearMonth month) {
        List<OutletDay> days = new ArrayList<>();
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            days.add(new OutletDay(outlet, month.atDay(day)));
        }
        return days;
    }

    private static HourLine line(FactorHour hour, StandingAnswer answer, DayFacts facts) {
        Optional<ReportVersion> report = facts.reports().getOrDefault(hour, List.of()).stream()
                .filter(version -> version.version() == answer.version())
                .findFirst();
        return new HourLine(hour, answer, report);
    }

    @Override
    public CityMonth month(YearMonth month, Variant variant) {
        Instant asOf = asOf();
        Instant freeze = counter(asOf).terms(month).freezeOf(month);
        return asCounted(month, variant, asOf.isBefore(freeze) ? asOf : freeze);
    }

    @Override
    public CityMonth month(YearMonth month, Variant variant, Instant cutoff) {
        Instant asOf = asOf();
        Instant freeze = counter(asOf).terms(month).freezeOf(month);
        boolean frozen =
                store.read(handle -> DayCountRecords.frozenAt(handle, month)).isPresent();
        boolean isNow = !frozen && asOf.isBefore(freeze) && !cutoff.isBefore(asOf);
        boolean settled = variant == Variant.REAL_TIME && !cutoff.isBefore(settledAt(month));
        if (settled || cutoff.equals(freeze) || isNow) {
            return asCounted(month, variant, cutoff);
        }
        return frozen || cutoff.isAfter(freeze)
                ? countedAnew(month, variant, cutoff)
                : asChanged(month, variant, cutoff);
    }

    /** From when on nothing changes in the real-time figure of a month any more: its last day is marked. */
    private Instant settledAt(YearMonth month) {
        Instant last = month.atEndOfMonth().atStartOfDay(LegalTime.ZONE).toInstant();
        return counter(last).terms(month).marksCloseAt(last);
    }

    private CityMonth asCounted(YearMonth month, Variant variant, Instant cutoff) {
        CityCount count = new CityCount(registry.get().registry(), month);
        store.read(handle -> {
            DayCountRecords.sums(handle, month.atDay(1), month.atEndOfMonth(), variant, count::add);
            return month;
        });
        return count.month(variant, cutoff, counter(cutoff).terms(month));
    }

    /** From the counters of days, and from the reports where something has become known since. */
    private CityMonth asChanged(YearMonth month, Variant variant, Instant cutoff) {
        RegistrySnapshot known = registry.get();
        DayCounter counter = counter(cutoff);
        CityCount count = new CityCount(known.registry(), month);
        List<Sum> sums = new ArrayList<>();
        Set<OutletId> changed = store.read(handle -> {
            DayCountRecords.sums(
                    handle,
                    month.atDay(1),
                    month.atEndOfMonth(),
                    variant,
                    (outlet, factor, line) -> sums.add(new Sum(outlet, factor, line)));
            return ChangedOutlets.since(handle, known.registry().outletIds(), month, cutoff, circumstances);
        });
        for (Sum sum : sums) {
            if (!changed.contains(sum.outlet())) {
                count.add(sum.outlet(), sum.factor(), sum.line());
            }
        }
        count(counter, changed, month, variant, cutoff, count);
        return count.month(variant, cutoff, counter.terms(month));
    }

    /** What the counters of days add up to. */
    private record Sum(OutletId outlet, FactorCode factor, MonthLine line) {}

    private CityMonth countedAnew(YearMonth month, Variant variant, Instant cutoff) {
        RegistrySnapshot known = registry.get();
        DayCounter counter = counter(cutoff);
        CityCount count = new CityCount(known.registry(), month);
        count(counter, new TreeSet<>(known.registry().outletIds()), month, variant, cutoff, count);
        return count.month(variant, cutoff, counter.terms(month));
    }

    /** One outlet after the other: a month of the city never lies in memory. */
    private void count(
            DayCounter counter,
            Collection<OutletId> outlets,
            YearMonth month,
            Variant variant,
            Instant cutoff,
            CityCount count) {
        for (OutletId outlet : outlets) {
            List<OutletDay> days = days(outlet, month);
            DayFacts facts = store.read(handle -> DayFacts.load(handle, days, circumstances));
            for (OutletDay day : days) {
                counter.counts(day, facts, variant, cutoff)
                        .forEach(one -> count.add(one.outlet(), one.factor(), one.line()));
            }
        }
    }

    @Override
    public long waiting(YearMonth month) {
        return store.read(handle -> DirtyDayRecords.waiting(handle, month.atDay(1), month.atEndOfMonth()));
    }

    @Override
    public OutletBudget budget(OutletId outlet, YearMonth month, int lost) {
        Instant asOf = asOf();
        CountTerms terms = counter(asOf).terms(month);
        Instant freeze = terms.freezeOf(month);
        List<DayCount> days = store.read(
                handle -> DayCountRecords.of(handle, outlet, month.atDay(1), month.atEndOfMonth(), Variant.FINAL));
        Map<FactorCode, Counts> counted = new TreeMap<>();
        days.forEach(day -> counted.merge(day.factor(), day.line().counts(), Counts::plus));
        Map<FactorCode, Long> toCome = toCome(outlet, month, asOf, terms, counted);
        boolean open = asOf.isBefore(freeze);
        Map<FactorCode, RateBudget> factors = new TreeMap<>();
        counted.forEach((factor, counts) -> factors.put(
                factor, RateBudget.of(counts, toCome.getOrDefault(factor, 0L), open ? lostOf(counts) : 0, terms)));
        Counts all = counted.values().stream().reduce(Counts.NONE, Counts::plus);
        long ahead = toCome.values().stream().mapToLong(Long::longValue).sum();
        return new OutletBudget(
                outlet,
                month,
                asOf,
                freeze,
                RateBudget.of(all, ahead, open ? lostOf(all) : 0, terms),
                factors,
                lost(outlet, days, lost, terms));
    }

    private static long lostOf(Counts counts) {
        return counts.due() - counts.valid();
    }

    /** Hours of the month that are due by what is registered now and are not counted yet; every factor of them is counted. */
    private Map<FactorCode, Long> toCome(
            OutletId outlet, YearMonth month, Instant asOf, CountTerms terms, Map<FactorCode, Counts> counted) {
        RegistrySnapshot known = registry.get();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(LegalTime.ZONE).toInstant();
        Instant start = month.atDay(1).atStartOfDay(LegalTime.ZONE).toInstant();
        Map<FactorCode, Long> toCome = new TreeMap<>();
        for (Instant hour = start; hour.isBefore(end); hour = hour.plus(HOUR)) {
            if (!hour.plus(HOUR).plus(terms.grace()).isAfter(asOf)) {
                continue;
            }
            for (FactorCode factor : known.dueHours().factorsAt(outlet, hour)) {
                Due due = known.dueHours().of(new FactorHour(outlet, factor, hour));
                if (due.whyNot().isEmpty()) {
                    toCome.merge(factor, 1L, Long::sum);
                }
            }
        }
        toCome.keySet().forEach(factor -> counted.putIfAbsent(factor, Counts.NONE));
        return toCome;
    }

    /** The latest hours that do not count, day by day backwards until there are enough. */
    private List<LostHour> lost(OutletId outlet, List<DayCount> days, int most, CountTerms terms) {
        TreeSet<LocalDate> withLoss = new TreeSet<>();
        days.stream().filter(day -> lostOf(day.line().counts()) > 0).forEach(day -> withLoss.add(day.day()));
        List<LostHour> lost = new ArrayList<>();
        for (LocalDate day : withLoss.descendingSet()) {
            if (lost.size() >= most) {
                break;
            }
            hours(outlet, day, Variant.FINAL).stream()
                    .filter(line -> isLost(line.answer()))
                    .sorted((a, b) -> b.hour().start().compareTo(a.hour().start()))
                    .limit((long) most - lost.size())
                    .forEach(line ->
                            lost.add(LostHour.of(line.hour(), line.answer().standing(), terms)));
        }
        return lost;
    }

    private static boolean isLost(StandingAnswer answer) {
        return answer.standing().match(notDue -> false, missing -> true, notValid -> true, valid -> false);
    }

    @Override
    public List<GapFinding> gaps(OutletId outlet, Instant from, Instant until) {
        return causes.of(outlet, from, until);
    }

    private DayCounter counter(Instant asOf) {
        Instant since = store.read(DayCountRecords::since).orElse(asOf);
        return new DayCounter(registry.get(), parameters, flags, since, asOf);
    }
}
