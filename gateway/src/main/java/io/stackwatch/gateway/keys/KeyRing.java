package io.stackwatch.gateway.keys;

import io.stackwatch.connectors.hj212.cipher.Encryption;
import io.stackwatch.connectors.hj212.cipher.StationKey;
import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All keys of all stations with their dates, opened; immutable, answers from memory. Shows no key. */
public final class KeyRing {

    /** No keys. */
    public static final KeyRing EMPTY = new KeyRing(Map.of());

    private final Map<Mn, List<DatedKey>> keys;

    KeyRing(Map<Mn, List<DatedKey>> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * The keys that a station may have used at an instant, the newest first, at most {@link Encryption#MAX_KEYS}; none for
     * a station without keys.
     */
    public List<StationKey> keysAt(Mn station, Instant instant) {
        return keys.getOrDefault(station, List.of()).stream()
                .filter(key -> key.holdsAt(instant))
                .sorted(Comparator.comparingInt(DatedKey::number).reversed())
                .limit(Encryption.MAX_KEYS)
                .map(DatedKey::key)
                .toList();
    }

    @Override
    public String toString() {
        return "KeyRing[stations=" + keys.size() + "]";
    }
}
