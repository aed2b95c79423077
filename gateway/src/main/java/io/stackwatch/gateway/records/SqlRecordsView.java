package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.alarm.AlarmId;
import io.stackwatch.core.alarm.AlarmLevel;
import io.stackwatch.core.enforcement.CaseId;
import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.registry.Station;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The store's answers to people, on reading connections. */
public final class SqlRecordsView implements RecordsView {

    private static final Duration HOUR = Duration.ofHours(1);

    /** The command of hour data (HJ 212). */
    private static final int HOURS = 2061;

    private final RecordStore store;
    private final Supplier<Registry> registry;

    /**
     * @param store where the records are
     * @param registry who is watched, as registered now
     */
    public SqlRecordsView(RecordStore store, Supplier<Registry> registry) {
        this.store = store;
        this.registry = registry;
    }

    @Override
    public List<OutletOverview> outlets(OwnedBy owned, Optional<OutletId> behind, int limit, Instant at) {
        Registry known = registry.get();
        List<Outlet> outlets = known.outletIds().stream()
                .filter(id -> behind.isEmpty() || id.compareTo(behind.get()) > 0)
                .sorted()
                .flatMap(id -> known.outletAt(id, at).stream())
                .filter(outlet -> isOf(known, outlet, owned, at))
                .limit(limit)
                .toList();
        return overviews(known, outlets, at);
    }

    @Override
    public Optional<OutletOverview> outlet(OutletId outlet, Instant at) {
        Registry known = registry.get();
        return overviews(known, known.outletAt(outlet, at).stream().toList(), at).stream()
                .findFirst();
    }

    @Override
    public MadeFile made(OutletId outlet, Instant hour) {
        Instant end = hour.plus(HOUR);
        return store.read(handle -> {
            List<MadeFile.OfStation> stations = new ArrayList<>();
            for (MadeStation station : MadeRecords.stationsOf(handle, outlet)) {
                stations.add(new MadeFile.OfStation(
                        station,
                        MadeFrameRecords.of(handle, station.station(), HOURS, hour, end),
                        MadeRecords.minutes(handle, station.station(), hour, end),
                        DroppedMinutesRecords.find(handle, station.station(), hour),
                        SourceGapRecords.touching(handle, station.source(), hour, end)));
            }
            return new MadeFile(stations, MadeHourRecords.of(handle, outlet, hour));
        });
    }

    private static boolean isOf(Registry known, Outlet outlet, OwnedBy owned, Instant at) {
        return (owned.enterprise().isEmpty() || owned.enterprise().get().equals(outlet.enterprise()))
                && (owned.region().isEmpty()
                        || known.enterpriseAt(outlet.enterprise(), at)
                                .map(Enterprise::region)
                                .equals(owned.region()));
    }

    private List<OutletOverview> overviews(Registry known, List<Outlet> outlets, Instant at) {
        List<OutletId> ids = outlets.stream().map(Outlet::id).toList();
        return store.read(handle -> {
            Map<OutletId, LatestReadings> latest = LatestReadings.load(handle, ids);
            Map<OutletId, Mn> stations = new HashMap<>();
            ids.forEach(id -> known.stationOf(id, at).map(Station::mn).ifPresent(station -> stations.put(id, station)));
            Map<Mn, Instant> heard = StationRecords.lastHeard(handle, stations.values());
            Map<OutletId, List<Alarm>> active = new HashMap<>();
            for (Alarm alarm : AlarmRecords.activeOrSince(handle, ids, Instant.ofEpochMilli(Long.MAX_VALUE))) {
                alarm.key().outlet().ifPresent(id -> active.computeIfAbsent(id, outlet -> new ArrayList<>())
                        .add(alarm));
            }
            List<OutletOverview> overviews = new ArrayList<>();
            for (Outlet outlet : outlets) {
                Optional<Enterprise> enterprise = known.enterpriseAt(outlet.enterprise(), at);
                Optional<LatestReadings> readings = Optional.ofNullable(latest.get(outlet.id()));
                Optional<Mn> station = Optional.ofNullable(stations.get(outlet.id()));
                List<Alarm> alarms = active.getOrDefault(outlet.id(), List.of());
                overviews.add(new OutletOverview(
                        outlet,
                        enterprise,
                        enterprise.flatMap(owner -> known.regionAt(owner.region(), at)),
                        station,
                        Stream.concat(readings.map(LatestReadings::newest).stream(), station.map(heard::get).stream())
                                .max(Instant::compareTo),
                        readings.map(LatestReadings::all).orElse(List.of()),
                        alarms.size(),
                        alarms.stream().map(Alarm::level).max(Comparator.<AlarmLevel>naturalOrder())));
            }
            return overviews;
        });
    }

    @Override
    public List<HourRow> hours(OutletId outlet, Instant from, Instant until) {
        return store.read(handle -> {
            List<VerdictRow> verdicts = VerdictRecords.ofOutlet(handle, outlet, from, until);
            Map<FactorHour, ReportVersion> reports = ReportRecords.latest(
                    handle,
                    verdicts.stream()
                            .map(verdict -> OutletHour.of(verdict.hour()))
                            .distinct()
                            .toList());
            Map<FactorHour, List<HourObjection>> objections =
                    HourObjectionRecords.of(handle, outlet, from, until).stream()
                            .collect(Collectors.groupingBy(HourObjection::hour));
            return verdicts.stream()
                    .map(verdict -> new HourRow(
                            verdict,
                            Optional.ofNullable(reports.get(verdict.hour())),
                            objections.getOrDefault(verdict.hour(), List.of())))
                    .toList();
        });
    }

    @Override
    public OutletGaps gaps(OutletId outlet, Instant from, Instant until) {
        return store.read(handle -> new OutletGaps(
                MissingHourRecords.open(handle, outlet, from, until.minusMillis(1)),
                GapRequestRecords.of(handle, outlet, from).stream()
                        .filter(request -> request.firstHour().isBefore(until))
                        .toList()));
    }

    @Override
    public Map<FactorHour, VerdictRow> newest(Collection<FactorHour> hours) {
        return store.read(handle -> VerdictRecords.latest(
                handle, hours.stream().map(OutletHour::of).distinct().toList()));
    }

    @Override
    public HourHistory hour(FactorHour hour) {
        return store.read(
                handle -> new HourHistory(ReportRecords.history(handle, hour), VerdictRecords.history(handle, hour)));
    }

    @Override
    public Page<AlarmRow> alarms(AlarmQuery query) {
        return store.read(handle -> page(
                AlarmList.of(handle, query),
                query.limit(),
                row -> new PagePlace(row.alarm().raisedAt(), row.alarm().id().value())));
    }

    @Override
    public Optional<AlarmFile> alarm(AlarmId alarm) {
        return store.read(handle -> AlarmList.find(handle, alarm).map(row -> file(handle, row)));
    }

    private static AlarmFile file(Handle handle, AlarmRow row) {
        List<NumberedEvent> history = AlarmEventRecords.of(handle, row.alarm().id());
        return new AlarmFile(row, history, once(history.stream().flatMap(event -> event.event().evidence().stream())));
    }

    private static List<EvidenceRef> once(Stream<EvidenceRef> refs) {
        Map<Long, EvidenceRef> bySequence = new TreeMap<>();
        refs.forEach(ref -> bySequence.put(ref.sequence(), ref));
        return List.copyOf(bySequence.values());
    }

    private static <T> Page<T> page(List<T> rows, int limit, java.util.function.Function<T, PagePlace> place) {
        boolean more = rows.size() == limit;
        return new Page<>(rows, more ? Optional.of(place.apply(rows.get(rows.size() - 1))) : Optional.empty());
    }

    @Override
    public List<NumberedEvent> eventsAfter(long number, int limit) {
        return store.read(handle -> AlarmEventRecords.after(handle, number, limit));
    }

    @Override
    public List<TellingRow> tellings(AlarmId alarm) {
        return store.read(handle -> TellingRecords.of(handle, alarm));
    }

    @Override
    public long lastEvent() {
        return store.read(AlarmEventRecords::last);
    }

    @Override
    public Page<CaseRow> cases(Optional<OutletId> outlet, OwnedBy owned, Optional<PagePlace> behind, int limit) {
        return store.read(handle -> page(
                CaseRecords.list(handle, outlet, owned, behind, limit),
                limit,
                row -> new PagePlace(row.openedAt(), row.id().value())));
    }

    @Override
    public Optional<CaseFile> candidateCase(CaseId candidate) {
        return store.read(handle -> CaseRecords.find(handle, candidate).map(row -> {
            List<VerdictRow> hours = CaseRecords.hours(handle, candidate);
            Collection<CaseFile.Event> events = CaseRecords.events(handle, candidate);
            return new CaseFile(
                    row, hours, List.copyOf(events), once(hours.stream().flatMap(hour -> hour.evidence().stream())));
        }));
    }

    @Override
    public List<ParkedRow> parked(int limit) {
        return store.read(handle -> SetAsideRecords.parked(handle, limit));
    }

    @Override
    public List<NotUnderstoodRow> notUnderstood(int limit) {
        return store.read(handle -> SetAsideRecords.notUnderstood(handle, limit));
    }
}
