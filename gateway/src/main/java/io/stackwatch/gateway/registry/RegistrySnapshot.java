package io.stackwatch.gateway.registry;

import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.connectors.opcua.mapping.NodeMapping;
import io.stackwatch.connectors.opcua.mapping.StatusProfiles;
import io.stackwatch.core.emission.Duct;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitBook;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.InstrumentRange;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.registry.Station;
import io.stackwatch.core.transmission.DueHours;
import io.stackwatch.gateway.journal.Admitted;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.keys.KeyRing;
import io.stackwatch.gateway.records.CipherTerms;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.StationSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was registered at one moment, ready to answer from memory; immutable. */
public final class RegistrySnapshot {

    private final RegisteredFacts facts;
    private final KeyRing keys;
    private final List<Station> derived;
    private final Registry registry;
    private final DueHours dueHours;
    private final LimitBook limits;
    private final Map<Mn, List<StationSettings>> settings = new HashMap<>();
    private final Map<OutletId, List<Duct>> ducts = new HashMap<>();
    private final Map<OutletId, List<InstrumentRange>> ranges = new HashMap<>();
    private final Map<LimitId, Limit> limitsById = new HashMap<>();
    private final NodeMapping nodes;
    private final Map<Channel, List<Effective>> channels = new HashMap<>();

    private RegistrySnapshot(RegisteredFacts facts, List<Limit> standardLimits, KeyRing keys) {
        this.facts = facts;
        this.keys = keys;
        this.derived = List.copyOf(DerivedStations.of(facts));
        List<Station> stations = new ArrayList<>(facts.rows().stations());
        stations.addAll(derived);
        this.registry = Registry.of(facts.rows().withStations(stations));
        this.dueHours = new DueHours(registry, facts.assessed());
        List<Limit> all = new ArrayList<>(standardLimits);
        all.addAll(facts.permits());
        this.limits = LimitBook.of(all);
        all.forEach(limit -> limitsById.put(limit.id(), limit));
        List<StationSettings> versions = new ArrayList<>(facts.settings());
        derived.forEach(station -> versions.add(DerivedStations.settings(station)));
        for (StationSettings version : versions) {
            settings.computeIfAbsent(version.profile().mn(), mn -> new ArrayList<>(1))
                    .add(version);
        }
        facts.plant().nodes().forEach(node -> channels.computeIfAbsent(
                        new Channel(node.source(), node.outlet(), node.factor()), key -> new ArrayList<>(1))
                .add(node.effective()));
        facts.emission().ducts().forEach(duct -> ducts.computeIfAbsent(duct.outlet(), key -> new ArrayList<>(1))
                .add(duct));
        facts.ranges().forEach(range -> ranges.computeIfAbsent(range.outlet(), key -> new ArrayList<>(2))
                .add(range));
        this.nodes = NodeMapping.of(
                facts.plant().nodes(), StatusProfiles.with(facts.plant().statuses()));
    }

    /** Builds it from the registered facts and the limits of standards, without any key. */
    public static RegistrySnapshot of(RegisteredFacts facts, List<Limit> standardLimits) {
        return of(facts, standardLimits, KeyRing.EMPTY);
    }

    /** Builds it from the registered facts, the limits of standards, and the stations' keys. */
    public static RegistrySnapshot of(RegisteredFacts facts, List<Limit> standardLimits, KeyRing keys) {
        return new RegistrySnapshot(facts, standardLimits, keys);
    }

    /** The facts it was built from. */
    public RegisteredFacts facts() {
        return facts;
    }

    /** The stations that nobody registered, each with a time in which it stands. */
    public List<Station> derivedStations() {
        return derived;
    }

    /** What the nodes of OPC UA sources are. */
    public NodeMapping nodes() {
        return nodes;
    }

    /** Whether a source gives a factor for an outlet at an instant. */
    public boolean isMapped(Mn source, OutletId outlet, FactorCode factor, Instant instant) {
        return channels.getOrDefault(new Channel(source, outlet, factor), List.of()).stream()
                .anyMatch(effective -> effective.contains(instant));
    }

    /** Who is watched; the stations are those that are registered and the derived ones. */
    public Registry registry() {
        return registry;
    }

    /** Which hours had to be sent. */
    public DueHours dueHours() {
        return dueHours;
    }

    /** Limits of permits and standards. */
    public LimitBook limits() {
        return limits;
    }

    /** Where the flow of an outlet is measured, as it was registered at an instant. */
    public Optional<Duct> ductAt(OutletId outlet, Instant instant) {
        return ducts.getOrDefault(outlet, List.of()).stream()
                .filter(duct -> duct.effective().contains(instant))
                .findFirst();
    }

    /** What the instruments of an outlet could measure at an instant, by factor, as far as it is registered. */
    public List<InstrumentRange> rangesAt(OutletId outlet, Instant instant) {
        return ranges.getOrDefault(outlet, List.of()).stream()
                .filter(range -> range.effective().contains(instant))
                .sorted(Comparator.comparing(InstrumentRange::factor))
                .toList();
    }

    /** What the instrument of a factor could measure in an hour, in that unit; empty if it is not registered. */
    public Optional<InstrumentRange> rangeOf(FactorHour hour, Unit unit) {
        return ranges.getOrDefault(hour.outlet(), List.of()).stream()
                .filter(range -> range.factor().equals(hour.factor())
                        && range.effective().contains(hour.start())
                        && range.unit().equals(unit))
                .findFirst();
    }

    /** The limit with this id. */
    public Optional<Limit> limit(LimitId id) {
        return Optional.ofNullable(limitsById.get(id));
    }

    /** How a station spoke at an instant, with the keys of that time; empty if it was not registered then. */
    public Optional<StationProfile> profileAt(Mn mn, Instant instant) {
        return settingsAt(mn, instant).map(version -> withKeys(version, List.of(instant)));
    }

    /**
     * How the station of an accepted record spoke when the bytes first came, or else when the record was journaled: whoever
     * reads the journal again asks this. The keys are those of the first arrival, then those of the record's own: a frame that
     * was let in may have waited for its key.
     */
    public Optional<StationProfile> profileOf(Arrival arrival) {
        Instant heardAt = Admitted.heardAt(arrival);
        Instant arrivedAt = arrival.arrivedAt();
        return arrival.station()
                .flatMap(mn -> settingsAt(mn, heardAt).or(() -> settingsAt(mn, arrivedAt)))
                .map(version -> withKeys(version, List.of(heardAt, arrivedAt)));
    }

    /**
     * By what a quarantined record is judged again at an instant: the settings in force then, the keys of its arrival and then
     * those of that instant.
     */
    public Optional<StationProfile> profileToLetIn(Arrival arrival, Instant instant) {
        return arrival.station()
                .flatMap(mn -> settingsAt(mn, instant))
                .map(version -> withKeys(version, List.of(arrival.arrivedAt(), instant)));
    }

    /** The version of a station's settings that held at an instant; empty if it was not registered then. */
    public Optional<StationSettings> settingsAt(Mn mn, Instant instant) {
        for (StationSettings version : settings.getOrDefault(mn, List.of())) {
            if (version.effective().contains(instant)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** A station that ought to encrypt keeps its encryption also without any key: it is not one that speaks in clear. */
    private StationProfile withKeys(StationSettings version, List<Instant> instants) {
        if (version.cipher().isEmpty()) {
            return version.profile();
        }
        CipherTerms terms = version.cipher().get();
        List<StationKey> tried = instants.stream()
                .flatMap(instant -> keys.keysAt(version.profile().mn(), instant).stream())
                .distinct()
                .limit(Encryption.MAX_KEYS)
                .toList();
        return version.profile().withEncryption(new Encryption(terms.form(), terms.plaintext(), tried));
    }

    private record Channel(Mn source, OutletId outlet, FactorCode factor) {}
}
