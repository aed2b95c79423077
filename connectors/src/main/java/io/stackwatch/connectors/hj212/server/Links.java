package io.stackwatch.connectors.hj212.server;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which station is reached through which connection; the newest connection wins. Shared by all event loops. */
final class Links implements Downlink {

    private final Map<Mn, Bound> stations = new ConcurrentHashMap<>();
    private final Map<String, Connection> peers = new ConcurrentHashMap<>();

    private static final class Bound {
        private final Mn station;
        private final Connection connection;
        private final Instant since;
        private volatile Instant heardAt;

        private Bound(Mn station, Connection connection, Instant since, Instant heardAt) {
            this.station = station;
            this.connection = connection;
            this.since = since;
            this.heardAt = heardAt;
        }

        private Link link() {
            return new Link(station, connection.peer(), since, heardAt);
        }
    }

    void opened(String peer, Connection connection) {
        peers.put(peer, connection);
    }

    /** A known station spoke on this connection. */
    void heard(Mn station, Connection connection, Instant at) {
        Bound known = stations.get(station);
        if (known != null && known.connection == connection) {
            known.heardAt = at;
            return;
        }
        // two live connections in turn are one presence of the station
        stations.compute(station, (mn, before) -> new Bound(mn, connection, before == null ? at : before.since, at));
    }

    void closed(Connection connection, Iterable<Mn> spoken) {
        peers.remove(connection.peer(), connection);
        for (Mn station : spoken) {
            stations.computeIfPresent(station, (mn, bound) -> bound.connection == connection ? null : bound);
        }
    }

    @Override
    public Sent send(Mn station, byte[] packet) {
        Bound bound = stations.get(station);
        return bound == null ? Sent.NOT_CONNECTED : bound.connection.sendDown(packet);
    }

    @Override
    public Sent sendToPeer(String peer, Instant heardAt, byte[] packet) {
        Connection connection = peers.get(peer);
        // of the connections that ever had an address, only one was open at a moment
        return connection == null || connection.openedAt().isAfter(heardAt)
                ? Sent.NOT_CONNECTED
                : connection.sendDown(packet);
    }

    @Override
    public Optional<Link> link(Mn station) {
        return Optional.ofNullable(stations.get(station)).map(Bound::link);
    }

    @Override
    public List<Link> links() {
        return stations.values().stream().map(Bound::link).toList();
    }
}
