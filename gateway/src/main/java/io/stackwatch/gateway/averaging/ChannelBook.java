package io.stackwatch.gateway.averaging;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.MadeChannel;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The factors that sources give, each with its newest value, and which of them have changed since they were kept. For one thread. */
final class ChannelBook {

    private final Map<MadeChannel.Key, MadeChannel> channels = new LinkedHashMap<>();
    private final Map<Mn, Set<MadeChannel.Key>> bySource = new HashMap<>();
    private final Set<MadeChannel.Key> changed = new HashSet<>();

    ChannelBook(Collection<MadeChannel> known) {
        known.forEach(this::remember);
    }

    /** What is known of a factor; empty if it was never given. */
    Optional<MadeChannel> find(MadeChannel.Key key) {
        return Optional.ofNullable(channels.get(key));
    }

    /** The factors that a source gives, in the order in which they were first seen. */
    List<MadeChannel> of(Mn source) {
        return bySource.getOrDefault(source, Set.of()).stream()
                .flatMap(key -> find(key).stream())
                .toList();
    }

    /** A factor as it stands now. */
    void put(MadeChannel channel) {
        if (!channel.equals(channels.get(channel.key()))) {
            remember(channel);
            changed.add(channel.key());
        }
    }

    private void remember(MadeChannel channel) {
        channels.put(channel.key(), channel);
        bySource.computeIfAbsent(channel.source(), source -> new LinkedHashSet<>())
                .add(channel.key());
    }

    /** Those that have changed since the last {@link #saved}. */
    List<MadeChannel> changed() {
        return changed.stream().flatMap(key -> find(key).stream()).toList();
    }

    /** What has changed is kept. */
    void saved() {
        changed.clear();
    }
}
