package io.stackwatch.gateway.api;

import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Station;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.AdmissionRecords;
import io.stackwatch.gateway.records.AdmissionRow;
import io.stackwatch.gateway.records.QuarantineRecords;
import io.stackwatch.gateway.records.QuarantineRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.StationActRecords;
import io.stackwatch.gateway.records.StationFile;
import io.stackwatch.gateway.records.StationKeyRecords;
import io.stackwatch.gateway.records.StationRecords;
import io.stackwatch.gateway.registry.DerivedStations;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.station.AdmissionOrder;
import io.stackwatch.gateway.station.Admissions;
import io.stackwatch.gateway.station.AdmitOutcome;
import io.stackwatch.gateway.station.IncompletePackets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Stations and strangers of the SQL store, with the connections of this moment. */
public final class StoredStations implements StationDesk {

    private static final int MOST_CHANGES = 100;
    private static final int MOST_ACTS = 100;

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final Admissions admissions;
    private final IncompletePackets packets;
    private final Supplier<Optional<Downlink>> downlink;
    private final Clock clock;

    /**
     * @param downlink the connections, as soon as there is a door
     */
    public StoredStations(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            Admissions admissions,
            IncompletePackets packets,
            Supplier<Optional<Downlink>> downlink,
            Clock clock) {
        this.store = store;
        this.registry = registry;
        this.admissions = admissions;
        this.packets = packets;
        this.downlink = downlink;
        this.clock = clock;
    }

    @Override
    public List<StationView> stations(Optional<String> after, int limit) {
        SortedMap<String, StationShapes.Registered> registered = registered();
        List<StationShapes.Registered> wanted = registered.values().stream()
                .filter(station ->
                        after.map(place -> station.mn().compareTo(place) > 0).orElse(true))
                .limit(limit)
                .toList();
        Map<String, StationFile> files = store.read(handle -> StationRecords.load(
                handle, wanted.stream().map(StationShapes.Registered::mn).toList()));
        List<StationView> views = new ArrayList<>();
        for (StationShapes.Registered station : wanted) {
            views.add(StationShapes.station(
                    station, files.getOrDefault(station.mn(), StationFile.EMPTY), link(station.mn())));
        }
        return views;
    }

    @Override
    public Optional<StationView.File> station(String mn) {
        return Optional.ofNullable(registered().get(mn)).map(station -> store.read(handle -> file(handle, station)));
    }

    private StationView.File file(Handle handle, StationShapes.Registered station) {
        StationFile file =
                StationRecords.load(handle, List.of(station.mn())).getOrDefault(station.mn(), StationFile.EMPTY);
        return new StationView.File(
                StationShapes.station(station, file, link(station.mn())),
                StationShapes.profile(station.settings()),
                StationShapes.behaviour(station, file),
                StationShapes.deviations(file),
                StationRecords.changes(handle, station.mn(), MOST_CHANGES).stream()
                        .map(StationShapes::change)
                        .toList(),
                packets.of(station.mn()).stream().map(StationShapes::packets).toList(),
                StationKeyRecords.of(handle, new Mn(station.mn())).stream()
                        .map(StationShapes::key)
                        .toList(),
                StationActRecords.of(handle, station.mn(), MOST_ACTS).stream()
                        .map(StationShapes::deed)
                        .toList());
    }

    /** Every station by its MN, the derived ones too: as it is registered now, or as it was last. */
    private SortedMap<String, StationShapes.Registered> registered() {
        Instant now = clock.instant();
        RegistrySnapshot snapshot = registry.get();
        SortedMap<String, StationShapes.Registered> stations = new TreeMap<>();
        List<Station> rows = snapshot.facts().rows().stations();
        for (int i = 0; i < rows.size(); i++) {
            add(
                    stations,
                    new StationShapes.Registered(
                            rows.get(i), snapshot.facts().settings().get(i)),
                    now);
        }
        for (Station derived : snapshot.derivedStations()) {
            add(stations, new StationShapes.Registered(derived, DerivedStations.settings(derived)), now);
        }
        return stations;
    }

    private static void add(
            SortedMap<String, StationShapes.Registered> stations, StationShapes.Registered row, Instant now) {
        stations.merge(
                row.mn(), row, (known, later) -> known.station().effective().contains(now) ? known : later);
    }

    private Optional<StationView.Link> link(String mn) {
        return downlink.get()
                .flatMap(door -> door.link(new Mn(mn)))
                .map(link -> new StationView.Link(link.peer(), link.since(), link.heardAt()));
    }

    @Override
    public List<QuarantineView> quarantine(Optional<State> state, Optional<Long> before, int limit) {
        return store.read(handle ->
                QuarantineRecords.list(
                                handle, state.map(wanted -> QuarantineRow.State.valueOf(wanted.name())), before, limit)
                        .stream()
                        .map(row -> view(handle, row))
                        .toList());
    }

    @Override
    public Optional<QuarantineView> entry(long id) {
        return store.read(handle -> QuarantineRecords.find(handle, id).map(row -> view(handle, row)));
    }

    private static QuarantineView view(Handle handle, QuarantineRow row) {
        Optional<AdmissionRow> place = row.admission().flatMap(act -> AdmissionRecords.find(handle, act));
        return StationShapes.quarantine(
                row,
                row.admission()
                        .flatMap(act -> StationActRecords.find(handle, act))
                        .map(act -> new QuarantineView.Admission(
                                act.number(),
                                act.act().at(),
                                act.act().by(),
                                act.act().reason(),
                                place.map(AdmissionRow::journaled).orElse(0L),
                                place.map(AdmissionRow::left).orElse(0L),
                                place.map(known -> known.state() == AdmissionRow.State.DONE)
                                        .orElse(true))));
    }

    @Override
    public List<JournalRecord> frames(long id, long after, int limit) {
        return store.read(handle -> QuarantineRecords.find(handle, id))
                .map(entry -> admissions.frames(entry, after, limit))
                .orElse(List.of());
    }

    @Override
    public AdmitOutcome admit(long id, AdmissionOrder order) {
        return admissions.admit(id, order);
    }

    @Override
    public Optional<Admissions.Dismissed> dismissHost(String host, String by, String reason) {
        return admissions.dismissHost(host, by, reason);
    }

    @Override
    public Optional<State> dismiss(long id, String by, String reason) {
        return admissions.dismiss(id, by, reason).map(state -> State.valueOf(state.name()));
    }
}
