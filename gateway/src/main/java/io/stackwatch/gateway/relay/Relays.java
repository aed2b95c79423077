package io.stackwatch.gateway.relay;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.RelayAct;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.stackwatch.gateway.relay.target.RelayTargets;
import io.stackwatch.gateway.relay.target.TargetName;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All relays of a gateway. Safe for use by several threads; closing twice is harmless. */
public final class Relays implements StationBusy, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relays.class);

    private final List<Relay> relays;
    private final Downlinks downlinks;
    private final Clock clock;

    private Relays(List<Relay> relays, Downlinks downlinks, Clock clock) {
        this.relays = List.copyOf(relays);
        this.downlinks = downlinks;
        this.clock = clock;
    }

    /**
     * Starts a relay for each target. On return their places in the journal are settled: what is journaled from now on is
     * forwarded.
     */
    public static Relays start(RelayTargets targets, RelayParts parts) {
        List<Relay> started = new ArrayList<>();
        Downlinks downlinks = new Downlinks(targets, parts);
        try {
            for (RelayTarget target : targets.all()) {
                Relay relay = new Relay(target, parts, downlinks.asks(), downlinks, downlinks.of(target));
                relay.start();
                started.add(relay);
            }
        } catch (RuntimeException failed) {
            started.forEach(Relay::close);
            downlinks.close();
            throw failed;
        }
        LOG.info("relays={}", started.size());
        return new Relays(started, downlinks, parts.clock());
    }

    /** How they are doing, in the order of the file. */
    public List<RelayStatus> statuses() {
        return relays.stream().map(Relay::status).toList();
    }

    /** How one is doing; empty if there is none with this name. */
    public Optional<RelayStatus> status(TargetName name) {
        return find(name).map(Relay::status);
    }

    /**
     * Has everything sent again, behind new data, that arrived in {@code [from, until)} and that the target gets; what is
     * still open is not entered twice. Kept for ever with who and why.
     *
     * @return the order as it was kept; empty if there is no such target
     */
    public Optional<RelayAct> resend(TargetName name, String actor, String reason, Instant from, Instant until) {
        return find(name).map(relay -> {
            RelayAct act = relay.resending().order(actor, reason, from, until, clock.instant(), relay.place());
            LOG.info("relay={} resend={} from={} until={} by={}", name, act.number(), from, until, actor);
            return act;
        });
    }

    /** Ends requests of platforms that nobody answers any more. */
    void expireAsks(Instant now) {
        downlinks.expire(now);
    }

    /** Whether a station is answering a platform. */
    @Override
    public boolean isBusy(Mn station) {
        return downlinks.isBusy(station);
    }

    private Optional<Relay> find(TargetName name) {
        return relays.stream()
                .filter(relay -> relay.target().name().equals(name))
                .findFirst();
    }

    /** Stops all of them, together. */
    @Override
    public void close() {
        relays.forEach(Relay::stop);
        relays.forEach(Relay::close);
        downlinks.close();
    }
}
