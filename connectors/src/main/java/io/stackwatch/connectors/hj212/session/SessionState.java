package io.stackwatch.connectors.hj212.session;

import io.stackwatch.core.registry.Mn;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a connection has learnt so far: which stations speak through it and in which version. Immutable.
 *
 * @param versions the version bits that each station sent last; bounded by {@link #MAX_STATIONS}
 */
public record SessionState(Map<Mn, Integer> versions) {

    /** How many stations are remembered for one connection; more are served, not remembered. */
    public static final int MAX_STATIONS = 64;

    private static final SessionState NEW = new SessionState(Map.of());

    public SessionState {
        versions = Map.copyOf(versions);
    }

    /** A connection on which nothing was said yet. */
    public static SessionState initial() {
        return NEW;
    }

    /** Whether this station spoke another version before. */
    boolean changes(Mn station, int version) {
        Integer before = versions.get(station);
        return before != null && before != version;
    }

    SessionState with(Mn station, int version) {
        Integer before = versions.get(station);
        if ((before != null && before == version) || (before == null && versions.size() == MAX_STATIONS)) {
            return this;
        }
        Map<Mn, Integer> next = new LinkedHashMap<>(versions);
        next.put(station, version);
        return new SessionState(next);
    }
}
