package io.stackwatch.gateway.api;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmOrder;
import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.limit.Averaging;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.transmission.Gap;
import io.stackwatch.gateway.records.AlarmDesk;
import io.stackwatch.gateway.records.AlarmFile;
import io.stackwatch.gateway.records.AlarmQuery;
import io.stackwatch.gateway.records.AlarmRow;
import io.stackwatch.gateway.records.CaseFile;
import io.stackwatch.gateway.records.CaseRow;
import io.stackwatch.gateway.records.HourRow;
import io.stackwatch.gateway.records.LatestReading;
import io.stackwatch.gateway.records.NumberedEvent;
import io.stackwatch.gateway.records.OutletGaps;
import io.stackwatch.gateway.records.OutletOverview;
import io.stackwatch.gateway.records.OwnedBy;
import io.stackwatch.gateway.records.PagePlace;
import io.stackwatch.gateway.records.RecordsView;
import io.stackwatch.gateway.records.VerdictRow;
import io.stackwatch.gateway.registry.DerivedStations;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The records of the SQL store, as the interface needs to read them. */
public final class StoredCity implements CityRecords {

    /** Hours are read a week at a time, so that a period of years costs memory for one page only. */
    private static final Duration STRETCH = Duration.ofDays(7);

    private static final Comparator<HourRow> NEWEST_FIRST = Comparator.comparing(
                    (HourRow row) -> row.verdict().hour().start())
            .reversed()
            .thenComparing(row -> row.verdict().hour().factor());

    private final RecordsView view;
    private final AlarmDesk desk;
    private final Supplier<RegistrySnapshot> registry;
    private final FactorNames factors;
    private final Clock clock;
    private final Excused excuses;
    private final Duration silentAfter;
    private final MadeShapes lineage = new MadeShapes();

    /** What excuses hours that were found missing; may block on the store. */
    public interface Excused {

        /** Of some hours of an outlet those that need not come any more, each with what excuses it. */
        Map<FactorHour, String> of(OutletId outlet, Collection<FactorHour> hours);
    }

    /**
     * @param silentAfter an outlet that said nothing for this long counts as silent
     */
    public StoredCity(
            RecordsView view,
            AlarmDesk desk,
            Supplier<RegistrySnapshot> registry,
            FactorNames factors,
            Excused excuses,
            Clock clock,
            Duration silentAfter) {
        this.view = view;
        this.desk = desk;
        this.registry = registry;
        this.factors = factors;
        this.excuses = excuses;
        this.clock = clock;
        this.silentAfter = silentAfter;
    }

    @Override
    public List<OutletView> outlets(OwnedBy owned, Optional<OutletId> after, int limit) {
        Instant now = clock.instant();
        StoredNames names = names();
        return view.outlets(owned, after, limit, now).stream()
                .map(one -> outlet(one, names, now))
                .toList();
    }

    @Override
    public Optional<OutletView> outlet(OutletId id) {
        Instant now = clock.instant();
        return view.outlet(id, now).map(one -> outlet(one, names(), now));
    }

    @Override
    public List<HourView> hours(HourQuery query, Optional<HourPlace> after, int limit) {
        StoredNames names = names();
        List<HourView> hours = new ArrayList<>();
        Instant end = after.map(place -> place.start().plusMillis(1))
                .filter(place -> place.isBefore(query.until()))
                .orElse(query.until());
        while (hours.size() < limit && query.from().isBefore(end)) {
            Instant stretch = end.minus(STRETCH);
            Instant start = stretch.isBefore(query.from()) ? query.from() : stretch;
            view.hours(query.outlet(), start, end).stream()
                    .filter(row -> wanted(row.verdict().hour(), query, after))
                    .sorted(NEWEST_FIRST)
                    .limit((long) limit - hours.size())
                    .map(row -> StoredShapes.hour(
                            row, names, row.verdict().limitId().flatMap(registry.get()::limit)))
                    .forEach(hours::add);
            end = start;
        }
        return hours;
    }

    @Override
    public MadeView made(OutletId outlet, Instant hour, Optional<FactorCode> factor) {
        return lineage.view(outlet, hour, factor, view.made(outlet, hour), names(), registry.get());
    }

    @Override
    public GapsView gaps(OutletId outlet, Instant from, Instant until) {
        StoredNames names = names();
        OutletGaps gaps = view.gaps(outlet, from, until);
        List<GapsView.Missing> missing = missing(outlet, gaps.missing(), names);
        return new GapsView(
                outlet,
                from,
                until,
                missing,
                gaps.requests().stream().map(StoredShapes::gapRequest).toList());
    }

    /** Runs of hours of one factor that have the same excuse, or none. */
    private List<GapsView.Missing> missing(OutletId outlet, List<FactorHour> hours, StoredNames names) {
        Map<FactorHour, String> excused = excuses.of(outlet, hours);
        Map<FactorCode, Map<String, List<Instant>>> alike = new TreeMap<>();
        hours.forEach(hour -> alike.computeIfAbsent(hour.factor(), factor -> new TreeMap<>())
                .computeIfAbsent(excused.getOrDefault(hour, ""), excuse -> new ArrayList<>())
                .add(hour.start()));
        List<GapsView.Missing> missing = new ArrayList<>();
        alike.forEach((factor, byExcuse) -> {
            List<GapsView.Missing> ofFactor = new ArrayList<>();
            byExcuse.forEach((excuse, starts) -> Gap.of(outlet, factor, starts)
                    .forEach(gap -> ofFactor.add(new GapsView.Missing(
                            names.factor(factor),
                            gap.firstHour(),
                            gap.lastHour(),
                            gap.hours(),
                            Optional.of(excuse).filter(why -> !why.isEmpty())))));
            ofFactor.sort(Comparator.comparing(GapsView.Missing::firstHour));
            missing.addAll(ofFactor);
        });
        return missing;
    }

    @Override
    public List<AlarmView> alarms(AlarmFilter filter, Optional<Place> after, int limit) {
        StoredNames names = names();
        List<AlarmView> alarms = new ArrayList<>();
        Optional<PagePlace> behind = after.map(place -> new PagePlace(place.at(), place.id()));
        do {
            var page = view.alarms(query(filter, behind, Math.min(limit - alarms.size(), AlarmQuery.MOST)));
            alarms.addAll(shown(page.rows().stream().map(AlarmRow::alarm).toList(), names));
            behind = page.next();
        } while (alarms.size() < limit && behind.isPresent());
        return alarms;
    }

    @Override
    public Optional<AlarmView.History> alarm(String id) {
        return alarmId(id).flatMap(view::alarm).map(file -> history(file, names()));
    }

    @Override
    public Optional<Acted> act(String alarm, AlarmOrder order, Instant at) {
        return alarmId(alarm).flatMap(id -> desk.act(id, order, at)
                .match(
                        done -> Optional.of(new Acted(Optional.empty())),
                        refused -> Optional.of(new Acted(Optional.of(refused.reason()))),
                        Optional::empty));
    }

    @Override
    public Optional<List<ToldView>> told(String alarm) {
        return alarmId(alarm)
                .filter(id -> view.alarm(id).isPresent())
                .map(id -> view.tellings(id).stream().map(ToldView::of).toList());
    }

    @Override
    public List<AlarmView.Event> eventsAfter(long number, int limit) {
        StoredNames names = names();
        Map<AlarmId, Optional<AlarmView>> alarms = new HashMap<>();
        List<AlarmView.Event> events = new ArrayList<>();
        for (NumberedEvent event : view.eventsAfter(number, limit)) {
            alarms.computeIfAbsent(event.alarm(), id -> view.alarm(id)
                            .map(file -> alarm(file.row().alarm(), names)))
                    .ifPresent(alarm -> events.add(new AlarmView.Event(StoredShapes.step(event), alarm)));
        }
        return events;
    }

    @Override
    public long lastEvent() {
        return view.lastEvent();
    }

    @Override
    public List<CaseView> cases(Optional<RegionCode> region, Optional<Place> after, int limit) {
        StoredNames names = names();
        List<CaseView> cases = new ArrayList<>();
        OwnedBy owned = new OwnedBy(region, Optional.empty());
        Optional<PagePlace> behind = after.map(place -> new PagePlace(place.at(), place.id()));
        do {
            var page = view.cases(Optional.empty(), owned, behind, Math.min(limit - cases.size(), AlarmQuery.MOST));
            for (CaseRow row : page.rows()) {
                List<VerdictRow> hours =
                        view.candidateCase(row.id()).map(CaseFile::hours).orElse(List.of());
                cases.add(StoredCandidates.line(row, hours, names));
            }
            behind = page.next();
        } while (cases.size() < limit && behind.isPresent());
        return cases;
    }

    @Override
    public Optional<CaseView.File> caseFile(String id) {
        Optional<CaseId> known;
        try {
            known = Optional.of(new CaseId(id));
        } catch (IllegalArgumentException e) {
            known = Optional.empty();
        }
        return known.flatMap(view::candidateCase).map(file -> StoredCandidates.file(file, names()));
    }

    private OutletView outlet(OutletOverview one, StoredNames names, Instant now) {
        Map<String, List<LatestReading>> byFactor = new TreeMap<>();
        one.latest().forEach(figure -> byFactor.computeIfAbsent(figure.factor().value(), absent -> new ArrayList<>())
                .add(figure));
        OutletView.State state = one.lastHeard()
                .map(heard ->
                        heard.isBefore(now.minus(silentAfter)) ? OutletView.State.SILENT : OutletView.State.REPORTING)
                .orElse(OutletView.State.NEVER_HEARD);
        OutletId id = one.outlet().id();
        return new OutletView(
                id,
                one.outlet().name(),
                names.enterprise(id),
                names.region(id),
                one.station().stream().toList(),
                one.station().flatMap(DerivedStations::sourceOf),
                state,
                one.lastHeard(),
                one.worst().map(Enum::name),
                one.activeAlarms(),
                byFactor.values().stream()
                        .map(figures -> StoredShapes.latest(figures, names, limit(one, figures.get(0))))
                        .toList(),
                registry.get().rangesAt(id, now).stream()
                        .map(range -> StoredShapes.range(range, names))
                        .toList());
    }

    private Optional<Limit> limit(OutletOverview one, LatestReading figure) {
        return registry.get()
                .limits()
                .inForce(one.outlet(), figure.factor(), Averaging.HOUR, figure.at())
                .limit();
    }

    private AlarmView alarm(Alarm alarm, StoredNames names) {
        return shown(List.of(alarm), names).get(0);
    }

    /** Alarms with what was found of their newest hours, which are read together. */
    private List<AlarmView> shown(List<Alarm> alarms, StoredNames names) {
        Map<FactorHour, VerdictRow> newest = view.newest(
                alarms.stream().flatMap(alarm -> judgedHour(alarm).stream()).toList());
        return alarms.stream()
                .map(alarm -> StoredShapes.alarm(alarm, names, judgedHour(alarm).map(newest::get)))
                .toList();
    }

    private static Optional<FactorHour> judgedHour(Alarm alarm) {
        return alarm.key()
                .outlet()
                .filter(outlet -> alarm.key().type().equals(AlarmType.HOUR_EXCEEDANCE))
                .map(outlet -> new FactorHour(outlet, alarm.key().factor(), alarm.lastHour()));
    }

    private AlarmView.History history(AlarmFile file, StoredNames names) {
        return new AlarmView.History(
                alarm(file.row().alarm(), names),
                file.history().stream().map(StoredShapes::step).toList(),
                file.evidence());
    }

    private StoredNames names() {
        return new StoredNames(registry.get().registry(), factors, clock.instant());
    }

    private static boolean wanted(FactorHour hour, HourQuery query, Optional<HourPlace> after) {
        return query.factor().map(hour.factor()::equals).orElse(true)
                && after.map(place -> hour.start().isBefore(place.start())
                                || (hour.start().equals(place.start())
                                        && hour.factor().compareTo(place.factor()) > 0))
                        .orElse(true);
    }

    private static AlarmQuery query(AlarmFilter filter, Optional<PagePlace> behind, int limit) {
        Optional<Boolean> active = filter.state().flatMap(state -> switch (state) {
            case ACTIVE -> Optional.of(true);
            case CLEARED -> Optional.of(false);
            case OPEN, ACKNOWLEDGED -> Optional.empty();
        });
        Optional<Boolean> acknowledged = filter.state().flatMap(state -> switch (state) {
            case OPEN -> Optional.of(false);
            case ACKNOWLEDGED -> Optional.of(true);
            case ACTIVE, CLEARED -> Optional.empty();
        });
        return new AlarmQuery(
                active,
                acknowledged,
                filter.type().map(AlarmType::new),
                filter.outlet(),
                filter.owned().region(),
                filter.owned().enterprise(),
                behind,
                limit);
    }

    private static Optional<AlarmId> alarmId(String id) {
        try {
            return Optional.of(new AlarmId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
