package io.stackwatch.gateway.registry;

import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.LimitBook;
import io.stackwatch.core.limit.LimitId;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.transmission.DueHours;
import io.stackwatch.gateway.keys.KeyRing;
import io.stackwatch.gateway.records.CipherTerms;
import io.stackwatch.gateway.records.RegisteredFacts;
import io.stackwatch.gateway.records.StationSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was registered at one moment, ready to answer from memory; immutable. */
public final class RegistrySnapshot {

    private final RegisteredFacts facts;
    private final KeyRing keys;
    private final Registry registry;
    private final DueHours dueHours;
    private final LimitBook limits;
    private final Map<Mn, List<StationSettings>> settings = new HashMap<>();
    private final Map<LimitId, Limit> limitsById = new HashMap<>();

    private RegistrySnapshot(RegisteredFacts facts, List<Limit> standardLimits, KeyRing keys) {
        this.facts = facts;
        this.keys = keys;
        this.registry = Registry.of(facts.rows());
        this.dueHours = new DueHours(registry, facts.assessed());
        List<Limit> all = new ArrayList<>(standardLimits);
        all.addAll(facts.permits());
        this.limits = LimitBook.of(all);
        all.forEach(limit -> limitsById.put(limit.id(), limit));
        for (StationSettings version : facts.settings()) {
            settings.computeIfAbsent(version.profile().mn(), mn -> new ArrayList<>(1))
                    .add(version);
        }
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

    /** Who is watched. */
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

    /** The limit with this id. */
    public Optional<Limit> limit(LimitId id) {
        return Optional.ofNullable(limitsById.get(id));
    }

    /** How a station spoke at an instant, with the keys of that time; empty if it was not registered then. */
    public Optional<StationProfile> profileAt(Mn mn, Instant instant) {
        return settingsAt(mn, instant).map(version -> withKeys(version, instant));
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

    private StationProfile withKeys(StationSettings version, Instant instant) {
        if (version.cipher().isEmpty()) {
            return version.profile();
        }
        CipherTerms terms = version.cipher().get();
        List<StationKey> tried = keys.keysAt(version.profile().mn(), instant);
        return tried.isEmpty()
                ? version.profile()
                : version.profile().withEncryption(new Encryption(terms.form(), terms.plaintext(), tried));
    }
}
