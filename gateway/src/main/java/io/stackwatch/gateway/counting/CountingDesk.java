package io.stackwatch.gateway.counting;

import io.stackwatch.core.exceedance.CountParameters;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.FlagTable;
import io.stackwatch.core.measurement.LegalTime;
import io.stackwatch.core.transmission.CountTerms;
import io.stackwatch.core.transmission.DayCount;
import io.stackwatch.gateway.judgement.CoreCursor;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.DayCountRecords;
import io.stackwatch.gateway.records.DirtyDayRecords;
import io.stackwatch.gateway.records.DirtyDayRecords.Backlog;
import io.stackwatch.gateway.records.DirtyDayRecords.Dirty;
import io.stackwatch.gateway.records.OutletDay;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.timetable.WakeUp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Counts the days that have changed, the newest first. What is to be counted is rows: killed at any moment it goes on from
 * them, at worst counting a day twice. It goes by the line of time of the core cursor, so that an hour is not missing before
 * the cursor has looked for it. For one thread at a time.
 */
public final class CountingDesk implements WakeUp {

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final RuleParameters parameters;
    private final FlagTable flags;
    private final Circumstances circumstances;
    private final CountingOptions options;
    private final RateWatch watch;
    private Instant nextLook = Instant.MIN;
    private volatile DaysWaiting waiting = DaysWaiting.NONE;
    private Optional<Looked> looked = Optional.empty();

    /** What the days to count were looked for by; only saves work. */
    private record Looked(RegistrySnapshot registry, LocalDate first, LocalDate until) {}

    public CountingDesk(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            RuleParameters parameters,
            FlagTable flags,
            Circumstances circumstances,
            RateWatch watch,
            CountingOptions options) {
        this.store = store;
        this.registry = registry;
        this.parameters = parameters;
        this.flags = flags;
        this.circumstances = circumstances;
        this.watch = watch;
        this.options = options;
    }

    @Override
    public void fire(Instant now) {
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(options.every());
        Optional<CursorPlace> core = store.read(handle -> CursorPlace.find(handle, CoreCursor.NAME));
        if (core.isEmpty()) {
            return;
        }
        Instant asOf = core.get().asOf();
        RegistrySnapshot known = registry.get();
        LocalDate behindFrozen = behindFrozen();
        look(
                known,
                behindFrozen,
                firstOpen(asOf, behindFrozen),
                DaysToCount.dayOf(asOf.minus(terms(asOf).grace())));
        DayCounter counter = new DayCounter(known, parameters, flags, since(asOf), asOf);
        note(now, behindFrozen);
        boolean more = true;
        for (int i = 0; more && i < options.batches(); i++) {
            more = count(counter, behindFrozen, asOf);
        }
        watch.look(asOf);
        note(now, behindFrozen);
    }

    /** What waits to be counted, as the desk saw it last. May be asked by any thread. */
    public DaysWaiting waiting() {
        return waiting;
    }

    private void note(Instant now, LocalDate behindFrozen) {
        Backlog backlog = store.read(handle -> DirtyDayRecords.backlog(handle, behindFrozen));
        waiting = waiting.then(backlog.days(), backlog.oldest(), now);
    }

    private void look(RegistrySnapshot known, LocalDate behindFrozen, LocalDate first, LocalDate until) {
        boolean sameRows = looked.filter(last -> last.first().equals(first)
                        && last.until().equals(until)
                        && countsTheSame(last.registry(), known))
                .isPresent();
        if (!sameRows) {
            store.write(handle -> {
                DaysToCount.mark(handle, known, behindFrozen, first, until);
                watch.placed(handle, first, until);
                return until;
            });
        }
        looked = Optional.of(new Looked(known, first, until));
    }

    /** Whether two registries say the same about everything that hours are counted by. */
    private static boolean countsTheSame(RegistrySnapshot one, RegistrySnapshot other) {
        return one == other
                || (one.registry().rows().equals(other.registry().rows())
                        && one.facts().assessed().equals(other.facts().assessed())
                        && one.facts().ranges().equals(other.facts().ranges()));
    }

    /** Counts some days; says whether there may be more. */
    private boolean count(DayCounter counter, LocalDate first, Instant asOf) {
        List<Dirty> dirty = store.read(handle -> DirtyDayRecords.from(handle, first, options.batch()));
        if (dirty.isEmpty()) {
            return false;
        }
        List<OutletDay> days = dirty.stream().map(Dirty::day).toList();
        List<DayCount> counts = new ArrayList<>();
        DayFacts facts = store.read(handle -> DayFacts.load(handle, days, circumstances));
        // read behind the facts: the cursor keeps what it judged and its place together
        Instant known = store.read(handle -> CursorPlace.find(handle, CoreCursor.NAME))
                .map(CursorPlace::asOf)
                .filter(asOf::isBefore)
                .orElse(asOf);
        for (OutletDay day : days) {
            Instant freeze = counter.terms(YearMonth.from(day.day())).freezeOf(YearMonth.from(day.day()));
            counts.addAll(counter.counts(day, facts, freeze));
        }
        store.write(handle -> {
            DayCountRecords.replace(handle, days, counts, known);
            DirtyDayRecords.counted(handle, dirty);
            watch.counted(handle, days);
            return counts;
        });
        return dirty.size() == options.batch();
    }

    /** The first day whose registration still counts: of this month, or of the one before it until that is frozen. */
    private LocalDate firstOpen(Instant asOf, LocalDate behindFrozen) {
        YearMonth month = YearMonth.from(asOf.atZone(LegalTime.ZONE));
        YearMonth before = month.minusMonths(1);
        boolean beforeIsOpen = asOf.isBefore(terms(asOf).freezeOf(before));
        LocalDate first = (beforeIsOpen ? before : month).atDay(1);
        return first.isBefore(behindFrozen) ? behindFrozen : first;
    }

    /** The first day behind the last month that is frozen: only what lies before it is not counted any more. */
    private LocalDate behindFrozen() {
        return store.read(DayCountRecords::lastFrozen)
                .map(month -> month.plusMonths(1).atDay(1))
                .orElse(LocalDate.EPOCH);
    }

    private Instant since(Instant asOf) {
        return store.read(DayCountRecords::since)
                .orElseGet(() -> store.write(handle -> DayCountRecords.begin(handle, asOf)));
    }

    private CountTerms terms(Instant instant) {
        return CountParameters.at(parameters, instant);
    }
}
