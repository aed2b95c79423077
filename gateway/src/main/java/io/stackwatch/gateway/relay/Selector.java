package io.stackwatch.gateway.relay;

import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.Region;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.registry.Station;
import io.stackwatch.gateway.journal.Admitted;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.records.RelayItem.Lane;
import io.stackwatch.gateway.relay.Selection.Forward;
import io.stackwatch.gateway.relay.Selection.Leave;
import io.stackwatch.gateway.relay.Selection.Why;
import io.stackwatch.gateway.relay.packet.Heading;
import io.stackwatch.gateway.relay.packet.HeadingReader;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.stackwatch.gateway.relay.target.Wanted;
import java.time.Instant;
import java.util.Optional;

/** Decides for one target which records it gets. The registry is asked as it was at arrival. For one thread. */
final class Selector {

    private static final String HJ212 = "hj212";

    /** Frames that we make where there is no logger (decision record 0026). */
    private static final String MADE = "made";

    private static final int FIRST_UPLOAD = 2_000;
    private static final int LAST_UPLOAD = 3_999;
    private static final int FIRST_CONTROL = 3_000;
    private static final int DEEPEST_REGION = 8;

    private final RelayTarget target;
    private final Wanted wanted;
    private final OpenAsks asks;
    private final HeadingReader headings = new HeadingReader();

    Selector(RelayTarget target, OpenAsks asks) {
        this.target = target;
        this.wanted = target.wanted();
        this.asks = asks;
    }

    Selection select(Arrival arrival, Registry registry) {
        if (arrival.disposition() != Arrival.Disposition.ACCEPTED) {
            return new Leave(Why.NOT_ACCEPTED);
        }
        if (!isConnectorWanted(arrival.connector())) {
            return new Leave(Why.OTHER_CONNECTOR);
        }
        if (arrival.station().isEmpty()) {
            return new Leave(Why.NO_STATION);
        }
        Mn station = arrival.station().get();
        if (arrival.connector().equals(MADE)
                && registry.stationAt(station, arrival.arrivedAt()).isEmpty()) {
            return new Leave(Why.BESIDE_A_LOGGER);
        }
        if (target.rewriting()
                .filter(rules ->
                        !rules.identities().isEmpty() && !rules.identities().containsKey(station))
                .isPresent()) {
            return new Leave(Why.NO_IDENTITY);
        }
        Optional<Heading> heading = Frame.of(arrival.bytes()).map(headings::of);
        if (heading.isEmpty()) {
            return new Leave(Why.NOT_A_FRAME);
        }
        Optional<Ask> ask = asks.answered(station, heading.get(), arrival.arrivedAt());
        if (ask.isPresent() && ask.get().target().equals(target.name())) {
            return new Forward(Lane.REALTIME, heading.get(), ask);
        }
        return ofItsOwn(station, heading.get(), ask.isPresent(), arrival, registry);
    }

    private Selection ofItsOwn(Mn station, Heading heading, boolean forAnother, Arrival arrival, Registry registry) {
        int command = heading.command();
        boolean data = command >= FIRST_UPLOAD && command < FIRST_CONTROL;
        if (forAnother && !data) {
            return new Leave(Why.ANSWER_TO_ANOTHER);
        }
        if (heading.isAnswer()) {
            return new Leave(Why.NOBODY_ASKED);
        }
        if (heading.isHeartbeat()) {
            if (!wanted.heartbeats()) {
                return new Leave(Why.HEARTBEAT);
            }
        } else if (wanted.commands().isEmpty()
                ? command < FIRST_UPLOAD || command > LAST_UPLOAD
                : !wanted.commands().contains(command)) {
            return new Leave(Why.OTHER_COMMAND);
        }
        if (!isStationWanted(station, arrival.arrivedAt(), registry)) {
            return new Leave(Why.OTHER_STATION);
        }
        // what a logger back-fills, and what was kept back until its station was admitted, is not new
        boolean old = heading.backFilled() || Admitted.of(arrival).isPresent();
        return new Forward(old ? Lane.BACKLOG : Lane.REALTIME, heading, Optional.empty());
    }

    private boolean isConnectorWanted(String connector) {
        return wanted.connectors().isEmpty()
                ? connector.startsWith(HJ212) || connector.equals(MADE)
                : wanted.connectors().contains(connector);
    }

    /** Whether a station is one of those that the target gets frames of, and may ask. */
    boolean isStationWanted(Mn station, Instant at, Registry registry) {
        if (!wanted.stations().isEmpty() && !wanted.stations().contains(station)) {
            return false;
        }
        if (wanted.outlets().isEmpty() && wanted.regions().isEmpty()) {
            return true;
        }
        Optional<Outlet> outlet =
                registry.stationAt(station, at).map(Station::outlet).flatMap(id -> registry.outletAt(id, at));
        return outlet.isPresent()
                && (wanted.outlets().isEmpty()
                        || wanted.outlets().contains(outlet.get().id()))
                && (wanted.regions().isEmpty() || isRegionWanted(outlet.get(), at, registry));
    }

    private boolean isRegionWanted(Outlet outlet, Instant at, Registry registry) {
        Optional<RegionCode> region =
                registry.enterpriseAt(outlet.enterprise(), at).map(enterprise -> enterprise.region());
        for (int i = 0; i < DEEPEST_REGION && region.isPresent(); i++) {
            if (wanted.regions().contains(region.get())) {
                return true;
            }
            region = registry.regionAt(region.get(), at).flatMap(Region::parent);
        }
        return false;
    }
}
