package io.stackwatch.gateway.app;

import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.connectors.hj212.server.Link;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.relay.StationBusy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The way down for our own requests: a station that is answering an upper platform counts as not there, so that they wait. */
record PoliteDoorway(Downlink door, StationBusy platforms) implements Downlink {

    @Override
    public Sent send(Mn station, byte[] packet) {
        return platforms.isBusy(station) ? Sent.NOT_CONNECTED : door.send(station, packet);
    }

    @Override
    public Sent sendToPeer(String peer, Instant heardAt, byte[] packet) {
        return door.sendToPeer(peer, heardAt, packet);
    }

    @Override
    public Optional<Link> link(Mn station) {
        return platforms.isBusy(station) ? Optional.empty() : door.link(station);
    }

    @Override
    public List<Link> links() {
        return door.links();
    }
}
