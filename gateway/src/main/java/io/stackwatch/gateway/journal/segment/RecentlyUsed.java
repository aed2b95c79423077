package io.stackwatch.gateway.journal.segment;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bounded memory of what was read lately; the least recently used goes first. Safe for several threads. */
final class RecentlyUsed<K, V> {

    private final Map<K, V> kept;

    RecentlyUsed(int capacity) {
        kept = new LinkedHashMap<>(2 * capacity, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Reads something from the disk. */
    interface Loading<V> {
        V load() throws IOException;
    }

    V get(K key, Loading<V> loading) throws IOException {
        synchronized (kept) {
            V known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        V loaded = loading.load();
        synchronized (kept) {
            kept.put(key, loaded);
        }
        return loaded;
    }
}
