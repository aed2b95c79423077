package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.exchange.Exchange;
import io.stackwatch.connectors.hj212.exchange.ExchangeEvent;
import io.stackwatch.connectors.hj212.exchange.ExchangeId;
import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.connectors.hj212.exchange.ExchangeState;
import io.stackwatch.connectors.hj212.exchange.NextToSend;
import io.stackwatch.connectors.hj212.exchange.RequestPackets;
import io.stackwatch.connectors.hj212.exchange.RequestPattern;
import io.stackwatch.connectors.hj212.exchange.RequestPatterns;
import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.connectors.hj212.session.StationBook;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.ExchangeRecords;
import io.stackwatch.gateway.records.RecordStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits to stations that are connected: first the sending and its deadline are committed, then the packet is
 * written. A process that dies in between finds the deadline passed, and the same bytes go out then.
 *
 * <p>Safe for use by several threads.
 */
final class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final RecordStore store;
    private final StationBook stations;
    private final RequestPatterns patterns;
    private final RequestPackets packets;
    private final ExchangeBook book;
    private final Secrets secrets;
    private final NewSecrets told;
    private final Downlink downlink;
    private final Map<Mn, Instant> notBefore = new ConcurrentHashMap<>();

    Sending(
            RecordStore store,
            StationBook stations,
            RequestPatterns patterns,
            RequestPackets packets,
            ExchangeBook book,
            Secrets secrets,
            NewSecrets told,
            Downlink downlink) {
        this.store = store;
        this.stations = stations;
        this.patterns = patterns;
        this.packets = packets;
        this.book = book;
        this.secrets = secrets;
        this.told = told;
        this.downlink = downlink;
    }

    @SuppressWarnings("ArrayRecordComponent") // on its way out; never compared
    private record Packet(ExchangeId id, byte[] bytes, boolean secret) {}

    /** Sends to every station what is its turn. */
    void toAll(Instant now) {
        notBefore.values().removeIf(instant -> !instant.isAfter(now));
        for (Mn station : store.read(ExchangeRecords::stationsToSendTo)) {
            try {
                to(station, now);
            } catch (RuntimeException failed) {
                notBefore.put(station, now.plus(AFTER_FAILURE));
                LOG.warn("mn={} not sent: {}", station, failed.toString());
            }
        }
    }

    /** Sends to one station what is its turn. */
    void to(Mn station, Instant now) {
        Optional<StationProfile> profile = stations.profile(station);
        boolean waits = notBefore.getOrDefault(station, Instant.MIN).isAfter(now);
        if (waits || profile.isEmpty() || downlink.link(station).isEmpty()) {
            return;
        }
        List<Packet> leaving = store.write(handle -> commit(handle, profile.get(), now));
        if (leaving.stream().anyMatch(Packet::secret)) {
            told.committed();
        }
        for (Packet packet : leaving) {
            Downlink.Sent sent = downlink.send(station, packet.bytes());
            if (sent != Downlink.Sent.WRITTEN) {
                notBefore.put(station, now.plus(profile.get().dialogue().answerWithin()));
                LOG.warn("mn={} exchange={} not written: {}", station, packet.id(), sent);
                store.write(handle -> takeBack(handle, packet.id(), sent, now));
            }
        }
    }

    private List<Packet> commit(Handle handle, StationProfile profile, Instant now) {
        List<Packet> leaving = new ArrayList<>();
        List<Exchange> open = ExchangeRecords.open(handle, profile.mn());
        for (Exchange exchange : NextToSend.of(open, profile.dialogue().outstanding())) {
            Optional<byte[]> packet = packet(handle, exchange, profile, now);
            if (packet.isPresent()) {
                book.happened(handle, exchange, ExchangeEvent.sent(exchange.attempts() + 1, now));
                leaving.add(new Packet(exchange.id(), packet.get(), Secrets.hides(exchange.order())));
            } else if (exchange.state() == ExchangeState.QUEUED) {
                book.happened(handle, exchange, ExchangeEvent.cancelled(ExchangeEvent.MACHINE, "cannot be sent", now));
            } else {
                // it was sent once, by a process that still knew the secret
                book.happened(handle, exchange, ExchangeEvent.timedOut(now));
            }
        }
        return leaving;
    }

    /** The bytes of an exchange, the same from its first sending on; empty if they cannot be made. */
    private Optional<byte[]> packet(Handle handle, Exchange exchange, StationProfile profile, Instant now) {
        Optional<byte[]> kept = ExchangeRecords.packet(handle, exchange.id());
        if (kept.isPresent() && exchange.attempts() > 0) {
            return kept;
        }
        boolean secret = Secrets.hides(exchange.order());
        Optional<ExchangeOrder> whole = secret ? secrets.whole(exchange.id()) : Optional.of(exchange.order());
        Optional<RequestPattern> pattern = patterns.find(exchange.terms().edition(), exchange.order());
        if (whole.isEmpty() || pattern.isEmpty()) {
            return Optional.empty();
        }
        ExchangeOrder order = PresentTime.filled(whole.get(), pattern.get(), now);
        if (packets.check(profile, order).isPresent()) {
            return Optional.empty();
        }
        byte[] made = packets.encode(profile, order, exchange.qn());
        if (!secret) {
            ExchangeRecords.keepPacket(handle, exchange.id(), made);
        }
        return Optional.of(made);
    }

    private Optional<Exchange> takeBack(Handle handle, ExchangeId id, Downlink.Sent why, Instant now) {
        ExchangeEvent event = ExchangeEvent.notWritten(why.name(), now);
        return ExchangeRecords.find(handle, id)
                .filter(exchange -> exchange.takes(event))
                .map(exchange -> book.happened(handle, exchange, event));
    }
}
