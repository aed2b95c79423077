package io.stackwatch.gateway.plant;

import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.connectors.opcua.source.SourceState;
import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.Act;
import io.stackwatch.gateway.records.ActTable;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegisteredSource;
import io.stackwatch.gateway.records.SourceGap;
import io.stackwatch.gateway.records.SourceGapRecords;
import io.stackwatch.gateway.records.StationRecords;
import io.stackwatch.gateway.records.TrustActRecords;
import io.stackwatch.gateway.records.TrustActRow;
import io.stackwatch.gateway.registry.DerivedStations;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.trail.ToldActs;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plants from the registry, the records and the lines that run. */
public final class StoredPlants implements PlantDesk {

    private final RecordStore store;
    private final Supplier<RegistrySnapshot> registry;
    private final SourceLines lines;
    private final MappingFaults faults;
    private final RuleParameters parameters;
    private final Clock clock;

    public StoredPlants(
            RecordStore store,
            Supplier<RegistrySnapshot> registry,
            SourceLines lines,
            MappingFaults faults,
            RuleParameters parameters,
            Clock clock) {
        this.store = store;
        this.registry = registry;
        this.lines = lines;
        this.faults = faults;
        this.parameters = parameters;
        this.clock = clock;
    }

    @Override
    public List<BoilerFile> boilers() {
        Instant now = clock.instant();
        RegistrySnapshot snapshot = registry.get();
        Set<String> stations = BoilerList.registered(snapshot, now).stream()
                .flatMap(boiler -> BoilerList.station(boiler, snapshot, now).stream())
                .map(Mn::value)
                .collect(Collectors.toSet());
        Map<String, Instant> heard = new HashMap<>();
        store.read(handle -> StationRecords.load(handle, stations))
                .forEach((station, file) -> file.heard().ifPresent(row -> heard.put(station, row.lastAt())));
        delivering(snapshot, now).forEach((station, last) -> heard.merge(station, last, StoredPlants::later));
        return BoilerList.of(snapshot, parameters, heard, now);
    }

    /** Derived stations whose source is heard and gives at least one node of their outlet; before the first hour is made. */
    private Map<String, Instant> delivering(RegistrySnapshot snapshot, Instant now) {
        Map<Mn, SourceStatus> statuses =
                lines.statuses().stream().collect(Collectors.toMap(SourceStatus::id, Function.identity()));
        Map<String, Instant> heard = new HashMap<>();
        for (NodeRow node : snapshot.facts().plant().nodes()) {
            SourceStatus status = statuses.get(node.source());
            if (status != null
                    && status.counts().values() > 0
                    && !status.badNodes().containsKey(node.node())
                    && node.effective().contains(now)) {
                status.heardUntil()
                        .ifPresent(last -> heard.put(
                                DerivedStations.nameOf(node.source(), node.outlet())
                                        .value(),
                                last));
            }
        }
        return heard;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public List<SourceFile> sources() {
        Instant now = clock.instant();
        RegistrySnapshot snapshot = registry.get();
        Map<Mn, SourceStatus> statuses =
                lines.statuses().stream().collect(Collectors.toMap(SourceStatus::id, Function.identity()));
        Map<Mn, String> problems = lines.problems();
        return snapshot.facts().plant().sources().stream()
                .filter(source -> source.effective().contains(now))
                .sorted(Comparator.comparing(RegisteredSource::id))
                .map(source -> file(source, snapshot, statuses, problems, now))
                .toList();
    }

    private SourceFile file(
            RegisteredSource source,
            RegistrySnapshot snapshot,
            Map<Mn, SourceStatus> statuses,
            Map<Mn, String> problems,
            Instant now) {
        List<NodeRow> nodes = snapshot.facts().plant().nodes().stream()
                .filter(node ->
                        node.source().equals(source.id()) && node.effective().contains(now))
                .toList();
        List<OutletId> outlets =
                nodes.stream().map(NodeRow::outlet).distinct().sorted().toList();
        return new SourceFile(
                source,
                Optional.ofNullable(statuses.get(source.id())),
                Optional.ofNullable(problems.get(source.id())),
                outlets,
                nodes.size(),
                faults.of(source.id()));
    }

    @Override
    public Optional<SourceFile> source(String id) {
        return sources().stream()
                .filter(file -> file.source().id().value().equals(id))
                .findFirst();
    }

    @Override
    public List<SourceGap> gaps(String id, int limit) {
        return store.read(handle -> SourceGapRecords.of(handle, new Mn(id), Instant.EPOCH, limit));
    }

    @Override
    public List<CertificateFile> certificates() {
        List<SourceStatus> statuses = lines.statuses();
        return lines.certificates().stream()
                .sorted(Comparator.comparing(CertificateFile::trusted).thenComparing(CertificateFile::thumbprint))
                .map(known -> new CertificateFile(
                        known.thumbprint(),
                        known.trusted(),
                        known.subject(),
                        known.issuer(),
                        known.notBefore(),
                        known.notAfter(),
                        known.applicationUri(),
                        waiting(statuses, known.thumbprint()).toList()))
                .toList();
    }

    private static Stream<Mn> waiting(List<SourceStatus> statuses, String thumbprint) {
        return statuses.stream()
                .filter(status -> status.state() == SourceState.CERTIFICATE_REFUSED
                        && status.refusedThumbprint().equals(Optional.of(thumbprint)))
                .map(SourceStatus::id);
    }

    @Override
    public List<TrustActRow> trustActs(int limit) {
        return store.read(handle -> TrustActRecords.newest(handle, limit));
    }

    @Override
    public Optional<TrustActRow> decide(String thumbprint, TrustActRow.Kind kind, Act act) {
        boolean trust = kind == TrustActRow.Kind.TRUSTED;
        Optional<CertificateFile> known = lines.certificates().stream()
                .filter(one -> one.thumbprint().equals(thumbprint) && one.trusted() != trust)
                .findFirst();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        // the act is in the records before the server is spoken to: nothing is trusted of which nobody knows why
        TrustActRow kept = store.write(handle -> {
            TrustActRow row = TrustActRecords.add(
                    handle, thumbprint, kind, act, known.get().subject());
            ToldActs.tell(handle, ActTable.TRUST, row.number());
            return row;
        });
        boolean moved = trust ? lines.trust(thumbprint) : lines.withdraw(thumbprint);
        return moved ? Optional.of(kept) : Optional.empty();
    }
}
