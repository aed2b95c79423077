package io.stackwatch.gateway.registry;

import io.stackwatch.connectors.hj212.session.StationBook;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.keys.KeyRing;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegistryRecords;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The registry as it stands now, in memory; read again from the store by {@link #refresh}.
 *
 * <p>Safe for use by several threads; asking never waits for the store.
 */
public final class LiveRegistry implements StationBook {

    private final RecordStore store;
    private final Clock clock;
    private final Supplier<KeyRing> keys;
    private final List<Limit> standardLimits = StandardLimits.load();
    private volatile RegistrySnapshot snapshot;

    /** A registry of stations that speak in clear, or whose keys nobody has. */
    public LiveRegistry(RecordStore store, Clock clock) {
        this(store, clock, () -> KeyRing.EMPTY);
    }

    /**
     * A registry whose profiles have their keys.
     *
     * @param keys reads all keys from the store
     */
    public LiveRegistry(RecordStore store, Clock clock, Supplier<KeyRing> keys) {
        this.store = store;
        this.clock = clock;
        this.keys = keys;
        this.snapshot = read();
    }

    /** Reads the store again; from then on it answers with what was imported meanwhile. */
    public synchronized void refresh() {
        // one after the other: what was read before an act must not replace what was read behind it
        snapshot = read();
    }

    private RegistrySnapshot read() {
        return RegistrySnapshot.of(store.read(RegistryRecords::load), standardLimits, keys.get());
    }

    /** What is registered. */
    public RegistrySnapshot snapshot() {
        return snapshot;
    }

    /** How a logger that connects speaks. A derived station is nobody who may connect: its frames are made by ourselves. */
    @Override
    public Optional<StationProfile> profile(Mn mn) {
        return DerivedStations.isDerived(mn) ? Optional.empty() : snapshot.profileAt(mn, clock.instant());
    }
}
