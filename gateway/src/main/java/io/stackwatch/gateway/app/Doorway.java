package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.connectors.hj212.server.Link;
import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The way down to loggers for parts that start before the door for loggers is open: until then nobody is connected. */
final class Doorway implements Downlink {

    private static final Downlink CLOSED = new Closed();

    private volatile Downlink open = CLOSED;

    /** Loggers can be reached from now on. */
    void leadsTo(Downlink downlink) {
        open = downlink;
    }

    @Override
    public Sent send(Mn station, byte[] packet) {
        return open.send(station, packet);
    }

    @Override
    public Sent sendToPeer(String peer, Instant heardAt, byte[] packet) {
        return open.sendToPeer(peer, heardAt, packet);
    }

    @Override
    public Optional<Link> link(Mn station) {
        return open.link(station);
    }

    @Override
    public List<Link> links() {
        return open.links();
    }

    private static final class Closed implements Downlink {
        @Override
        public Sent send(Mn station, byte[] packet) {
            return Sent.NOT_CONNECTED;
        }

        @Override
        public Sent sendToPeer(String peer, Instant heardAt, byte[] packet) {
            return Sent.NOT_CONNECTED;
        }

        @Override
        public Optional<Link> link(Mn station) {
            return Optional.empty();
        }

        @Override
        public List<Link> links() {
            return List.of();
        }
    }
}
