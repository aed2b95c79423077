package io.stackwatch.core.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The versions of many things by identity; finds the one that holds at an instant. */
final class Versions<K, V> {

    private final Map<K, List<V>> byKey;
    private final Function<V, Effective> effective;

    private Versions(Map<K, List<V>> byKey, Function<V, Effective> effective) {
        this.byKey = byKey;
        this.effective = effective;
    }

    static <K, V> Versions<K, V> of(Collection<V> rows, Function<V, K> key, Function<V, Effective> effective) {
        Map<K, List<V>> byKey = new LinkedHashMap<>();
        for (V row : rows) {
            byKey.computeIfAbsent(key.apply(row), k -> new ArrayList<>(1)).add(row);
        }
        byKey.replaceAll((k, versions) -> List.copyOf(versions));
        return new Versions<>(Collections.unmodifiableMap(byKey), effective);
    }

    /** The version that holds then; with overlapping versions, the one listed first. */
    Optional<V> at(K key, Instant instant) {
        for (V version : of(key)) {
            if (effective.apply(version).contains(instant)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    List<V> of(K key) {
        return byKey.getOrDefault(key, List.of());
    }

    Set<K> keys() {
        return byKey.keySet();
    }
}
