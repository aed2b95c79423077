package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.codec.ProtocolTime;
import io.stackwatch.connectors.hj212.exchange.ExchangeEvent;
import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.connectors.hj212.exchange.FieldFrame;
import io.stackwatch.connectors.hj212.exchange.Priority;
import io.stackwatch.connectors.hj212.exchange.RequestItem;
import io.stackwatch.connectors.hj212.session.StationBook;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.ExchangeRecords;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proposes a new key when a logger asks for one (1014, HJ 212-2025 6.4.3). Somebody lets it go, like every control; whoever
 * makes the keys is outside.
 *
 * <p>A proposal whose key was lost with a process is called off by the next start, and the logger's next question brings
 * another. Safe for use by several threads if the supplier is.
 */
public final class KeyDesk {

    private static final Logger LOG = LoggerFactory.getLogger(KeyDesk.class);
    private static final int NEW_KEY = 1014;

    private final ExchangeDesk desk;
    private final StationBook stations;
    private final String systemCode;
    private final Supplier<String> newKey;

    /**
     * @param systemCode the ST of requests that the machine orders
     * @param newKey makes a key of 16 characters that nobody can guess
     */
    public KeyDesk(ExchangeDesk desk, StationBook stations, String systemCode, Supplier<String> newKey) {
        this.desk = desk;
        this.stations = stations;
        this.systemCode = systemCode;
        this.newKey = newKey;
    }

    /** The logger asks for a new key; the session has answered it. */
    void wanted(Handle handle, FieldFrame frame) {
        Mn station = frame.station();
        boolean encrypts = stations.profile(station)
                .flatMap(profile -> profile.encryption())
                .isPresent();
        boolean proposed = ExchangeRecords.open(handle, station).stream()
                .anyMatch(open -> open.order().command() == NEW_KEY);
        if (!encrypts) {
            LOG.info("mn={} asks for a key and is registered as one that speaks in clear: nothing proposed", station);
        } else if (!proposed) {
            List<RequestItem> content = List.of(
                    new RequestItem("SKCreateTime", ProtocolTime.millis(frame.arrivedAt())),
                    new RequestItem("NewSK", newKey.get()));
            ExchangeOrder order = new ExchangeOrder(
                    station,
                    systemCode,
                    NEW_KEY,
                    content,
                    ExchangeEvent.MACHINE,
                    "the logger asks for a new key (1014)",
                    Priority.MACHINE);
            desk.order(handle, order, frame.arrivedAt()).match(ordered -> true, refused -> {
                LOG.warn("mn={} new key not proposed: {} {}", station, refused.why(), refused.field());
                return false;
            });
        }
    }
}
