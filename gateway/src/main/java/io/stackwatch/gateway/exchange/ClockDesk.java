package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.exchange.ClockDrift;
import io.stackwatch.connectors.hj212.exchange.Exchange;
import io.stackwatch.connectors.hj212.exchange.ExchangeEvent;
import io.stackwatch.connectors.hj212.exchange.ExchangeEventKind;
import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.connectors.hj212.exchange.FieldFrame;
import io.stackwatch.connectors.hj212.exchange.Priority;
import io.stackwatch.connectors.hj212.exchange.RequestItem;
import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.connectors.hj212.server.Link;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.ClockRecords;
import io.stackwatch.gateway.records.ClockRow;
import io.stackwatch.gateway.records.ExchangeRecords;
import io.stackwatch.gateway.records.RecordStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at loggers' clocks: asks each connected one now and then (1011), keeps what it shows, and proposes to set it (1012)
 * when it is off, or when the logger asks for it (1013).
 *
 * <p>When a clock is looked at is a row per station. A new station is not asked in its first hour, and stations are spread
 * over the interval by their MN, not by lot. Ticks come from one thread.
 */
public final class ClockDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ClockDesk.class);
    private static final int GET_CLOCK = 1011;
    private static final int SET_CLOCK = 1012;
    private static final int AT_ONCE = 50;
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final Duration ACQUAINTANCE = Duration.ofHours(1);

    private final RecordStore store;
    private final ExchangeDesk desk;
    private final Downlink downlink;
    private final String systemCode;
    private final Map<Mn, Instant> next;
    private Instant nextLook = Instant.MIN;

    /**
     * @param systemCode the ST of requests that the machine orders
     */
    public ClockDesk(RecordStore store, ExchangeDesk desk, Downlink downlink, String systemCode) {
        this.store = store;
        this.desk = desk;
        this.downlink = downlink;
        this.systemCode = systemCode;
        this.next = store.read(ClockRecords::checks);
    }

    /** Asks the clocks whose time has come, a few with every look; one that cannot be asked does not stop the others. */
    void fire(Instant now) {
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(LOOK_EVERY);
        Map<Mn, Instant> firstSeen = new HashMap<>();
        int asked = 0;
        for (Link link : downlink.links()) {
            Instant due = next.get(link.station());
            if (due == null) {
                firstSeen.put(link.station(), slotBehind(link.station(), now.plus(ACQUAINTANCE)));
            } else if (!due.isAfter(now) && asked < AT_ONCE && ask(link.station(), now)) {
                asked++;
            }
        }
        if (!firstSeen.isEmpty()) {
            store.write(handle -> {
                ClockRecords.keepChecks(handle, firstSeen);
                return firstSeen;
            });
            next.putAll(firstSeen);
        }
    }

    /** Orders the question together with the date of the next one; says whether both are kept. */
    private boolean ask(Mn station, Instant now) {
        Instant behind = slotBehind(station, now);
        try {
            store.write(handle -> {
                ClockRecords.keepChecks(handle, Map.of(station, behind));
                return desk.order(handle, order(station, GET_CLOCK, List.of(), "periodic clock check"), now);
            });
        } catch (RuntimeException failed) {
            // asked again with the next look, a minute later
            LOG.warn("mn={} clock not asked: {}", station, failed.toString());
            return false;
        }
        next.put(station, behind);
        return true;
    }

    /** The first of a station's moments behind an instant. */
    private Instant slotBehind(Mn station, Instant instant) {
        long every = desk.options().clockEvery().toMillis();
        long offset = Math.floorMod(station.value().hashCode() * 0x9E3779B97F4A7C15L, every);
        long slots = Math.floorDiv(instant.toEpochMilli() - offset, every) + 1;
        return Instant.ofEpochMilli(slots * every + offset);
    }

    /** The logger asks that its clock be set (1013); the session has answered it. */
    void wanted(Handle handle, FieldFrame frame) {
        propose(handle, frame.station(), "the logger asks for its time (1013)", frame.arrivedAt());
    }

    /** Keeps what an answer to a 1011 shows, and proposes to set a clock that is off. */
    void look(Handle handle, Exchange exchange, ExchangeEvent event, FieldFrame frame) {
        boolean answers = event.kind() == ExchangeEventKind.DATA
                && exchange.order().command() == GET_CLOCK
                && !frame.ofAnalyser();
        if (!answers || frame.systemTime().isEmpty() || exchange.sentAt().isEmpty()) {
            return;
        }
        String shown = frame.systemTime().get();
        ClockDrift.of(shown, exchange.sentAt().get(), frame.arrivedAt()).ifPresent(drift -> {
            ClockRecords.add(
                    handle,
                    new ClockRow(frame.station(), frame.arrivedAt(), shown, drift, exchange.id(), frame.frame()));
            if (drift.abs().compareTo(desk.options().clockLimit()) > 0) {
                LOG.info("mn={} exchange={} drift={}", frame.station(), exchange.id(), drift);
                propose(handle, frame.station(), "clock is off by " + drift, frame.arrivedAt());
            }
        });
    }

    private void propose(Handle handle, Mn station, String reason, Instant at) {
        boolean proposed = ExchangeRecords.open(handle, station).stream()
                .anyMatch(open -> open.order().command() == SET_CLOCK);
        if (!proposed) {
            desk.order(
                    handle,
                    order(station, SET_CLOCK, List.of(new RequestItem("SystemTime", PresentTime.NOW)), reason),
                    at);
        }
    }

    private ExchangeOrder order(Mn station, int command, List<RequestItem> content, String reason) {
        return new ExchangeOrder(
                station, systemCode, command, content, ExchangeEvent.MACHINE, reason, Priority.MACHINE);
    }
}
