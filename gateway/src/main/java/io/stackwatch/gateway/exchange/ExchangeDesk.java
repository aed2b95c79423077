package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.exchange.Exchange;
import io.stackwatch.connectors.hj212.exchange.ExchangeEvent;
import io.stackwatch.connectors.hj212.exchange.ExchangeEventKind;
import io.stackwatch.connectors.hj212.exchange.ExchangeId;
import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.connectors.hj212.exchange.ExchangeState;
import io.stackwatch.connectors.hj212.exchange.RequestPackets;
import io.stackwatch.connectors.hj212.exchange.RequestPatterns;
import io.stackwatch.connectors.hj212.server.Downlink;
import io.stackwatch.connectors.hj212.session.StationBook;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.records.ClockRecords;
import io.stackwatch.gateway.records.ExchangeEventRecords;
import io.stackwatch.gateway.records.ExchangeRecords;
import io.stackwatch.gateway.records.ExchangeRow;
import io.stackwatch.gateway.records.RecordStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where requests to loggers are ordered, released, called off and followed (反控; decision record 0020).
 *
 * <p>Every act is a row that is only ever added. Safe for use by several threads; every call blocks on the store, and none
 * waits for a station.
 */
public final class ExchangeDesk implements Orders {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeDesk.class);
    private static final int DUE_AT_ONCE = 200;

    private final RecordStore store;
    private final ExchangeCounts counts = new ExchangeCounts();
    private final Secrets secrets = new Secrets();
    private final ExchangeBook book;
    private final Ordering ordering;
    private final Sending sending;
    private final ExchangeOptions options;

    public ExchangeDesk(
            RecordStore store,
            StationBook stations,
            RequestPackets packets,
            Downlink downlink,
            NewSecrets told,
            ExchangeOptions options) {
        RequestPatterns patterns = RequestPatterns.standard();
        this.store = store;
        this.options = options;
        this.book = new ExchangeBook(secrets, told, counts);
        this.ordering = new Ordering(stations, patterns, packets, options, book, secrets);
        this.sending = new Sending(store, stations, patterns, packets, book, secrets, told, downlink);
    }

    /**
     * Takes up what an earlier process left: what is under way has its time anew, and what cannot be sent any more because its
     * secret was not written down is called off. To be called once, before anything is sent.
     */
    public void resume(Instant now) {
        int resumed = store.write(handle -> {
            int done = 0;
            for (Exchange exchange : ExchangeRecords.open(handle)) {
                ExchangeEvent event = exchange.attempts() == 0 && Secrets.hides(exchange.order())
                        ? ExchangeEvent.cancelled(
                                ExchangeEvent.MACHINE, "its secret is not kept over a restart; order it again", now)
                        : ExchangeEvent.resumed(now);
                if (exchange.takes(event)) {
                    book.happened(handle, exchange, event);
                    done++;
                }
            }
            return done;
        });
        LOG.info("exchanges resumed={}", resumed);
    }

    @Override
    public OrderOutcome order(ExchangeOrder order, Instant now) {
        OrderOutcome outcome = store.write(handle -> ordering.place(handle, order, now));
        outcome.match(
                ordered -> {
                    sendSoon(order.station(), now);
                    return true;
                },
                refused -> {
                    LOG.info(
                            "mn={} cn={} by={} not ordered: {} {}",
                            order.station(),
                            order.command(),
                            order.by(),
                            refused.why(),
                            refused.field());
                    return false;
                });
        return outcome;
    }

    /**
     * Orders several requests to one station, all or none: the first that cannot be ordered is the only answer, and then nothing
     * was kept.
     */
    public List<OrderOutcome> orderAll(List<ExchangeOrder> orders, Instant now) {
        List<OrderOutcome> outcomes;
        try {
            outcomes = store.write(handle -> orders.stream()
                    .map(order -> ordering.place(handle, order, now)
                            .<OrderOutcome>match(ordered -> ordered, refused -> {
                                throw new NoneOrdered(refused);
                            }))
                    .toList());
        } catch (NoneOrdered none) {
            return List.of(none.refused);
        }
        orders.stream().map(ExchangeOrder::station).distinct().forEach(station -> sendSoon(station, now));
        return outcomes;
    }

    /** Takes back what was ordered before in the same transaction. */
    private static final class NoneOrdered extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient OrderOutcome.Refused refused;

        private NoneOrdered(OrderOutcome.Refused refused) {
            super(refused.toString());
            this.refused = refused;
        }
    }

    /** What is ordered stays ordered, also if it cannot be sent at once: the next wake-up tries again. */
    private void sendSoon(Mn station, Instant now) {
        try {
            expire(now);
            sending.to(station, now);
        } catch (RuntimeException failed) {
            LOG.warn("mn={} not sent at once: {}", station, failed.toString());
        }
    }

    /** Orders within a transaction of somebody else; sent with the next wake-up. */
    OrderOutcome order(Handle handle, ExchangeOrder order, Instant now) {
        return ordering.place(handle, order, now);
    }

    /** Lets a control go that somebody else ordered. */
    public ActOutcome release(ExchangeId id, String by, Instant now) {
        return act(id, ExchangeEvent.released(by, now), now);
    }

    /** Calls an exchange off. What was sent already may still be done by the station. */
    public ActOutcome cancel(ExchangeId id, String by, String reason, Instant now) {
        return act(id, ExchangeEvent.cancelled(by, reason, now), now);
    }

    private ActOutcome act(ExchangeId id, ExchangeEvent event, Instant now) {
        if (event.by().isBlank()) {
            return new ActOutcome.Refused("nobody is named");
        }
        ActOutcome outcome = store.write(handle -> ExchangeRecords.find(handle, id)
                .map(exchange -> exchange.takes(event)
                        ? new ActOutcome.Done(book.happened(handle, exchange, event))
                        : new ActOutcome.Refused(whyNot(handle, exchange, event)))
                .orElseGet(ActOutcome.Unknown::new));
        outcome.match(
                done -> {
                    sendSoon(done.exchange().order().station(), now);
                    return true;
                },
                refused -> false,
                () -> false);
        return outcome;
    }

    private static String whyNot(Handle handle, Exchange exchange, ExchangeEvent event) {
        boolean waits = event.kind() == ExchangeEventKind.RELEASED && exchange.state() == ExchangeState.ORDERED;
        if (waits && !event.at().isBefore(exchange.expiresAt())) {
            return "exchange " + exchange.id() + " could be released until " + exchange.expiresAt()
                    + ": order it again";
        }
        if (waits) {
            return "exchange " + exchange.id() + " was ordered by '"
                    + exchange.order().by() + "': it has to be released by somebody else";
        }
        String way = ExchangeEventRecords.of(handle, exchange.id(), ExchangeFile.MOST).stream()
                .map(row -> row.event().kind())
                .filter(kind -> kind != ExchangeEventKind.DATA)
                .map(Enum::name)
                .collect(Collectors.joining(", "));
        return "exchange " + exchange.id() + " is in state " + exchange.state() + " ("
                + exchange.state().en() + "), which takes no " + event.kind() + "; so far: " + way;
    }

    @Override
    public Optional<Exchange> follow(ExchangeId id) {
        return store.read(handle -> ExchangeRecords.find(handle, id));
    }

    /** Everything that is kept of an exchange. */
    public Optional<ExchangeFile> file(ExchangeId id) {
        return store.read(handle -> ExchangeRecords.find(handle, id)
                .map(exchange -> new ExchangeFile(
                        exchange,
                        ExchangeEventRecords.of(handle, id, ExchangeFile.MOST),
                        ClockRecords.of(handle, id),
                        ExchangeRecords.packet(handle, id))));
    }

    /** Journal numbers of what came, in order, behind one of them. */
    public List<Long> frames(ExchangeId id, long behind, int limit) {
        return store.read(handle -> ExchangeEventRecords.frames(handle, id, behind, limit));
    }

    /** Exchanges, newest first, with a lower number than {@code below}. */
    public List<Exchange> list(Optional<Mn> station, Optional<ExchangeState> state, Optional<Long> below, int limit) {
        return store.read(handle -> ExchangeRecords.list(handle, station, state, below, limit));
    }

    /** How many are open, by state. */
    public Map<ExchangeState, Integer> open() {
        return store.read(ExchangeRecords::countOpen);
    }

    /** What happened since the start. */
    public ExchangeCounts counts() {
        return counts;
    }

    ExchangeOptions options() {
        return options;
    }

    ExchangeBook book() {
        return book;
    }

    /** Deals with the deadlines that have come; what arrived before must have been read. */
    int timeOut(Instant now) {
        int all = 0;
        int some;
        do {
            some = store.write(handle -> timeOut(handle, now));
            all += some;
        } while (some == DUE_AT_ONCE);
        return all;
    }

    private int timeOut(Handle handle, Instant now) {
        List<Exchange> due = new ArrayList<>(ExchangeRecords.due(handle, now, DUE_AT_ONCE));
        for (Exchange exchange : due) {
            book.happened(handle, exchange, ExchangeEvent.timedOut(now));
        }
        return due.size();
    }

    /** Ends what was neither released nor sent in its time; no answer can be on its way, so nothing is waited for. */
    private void expire(Instant now) {
        if (store.read(handle -> ExchangeRecords.expired(handle, now, 1)).isEmpty()) {
            return;
        }
        int some;
        do {
            some = store.write(handle -> {
                List<Exchange> expired = ExchangeRecords.expired(handle, now, DUE_AT_ONCE);
                for (Exchange exchange : expired) {
                    book.happened(handle, exchange, ExchangeEvent.timedOut(now));
                }
                return expired.size();
            });
        } while (some == DUE_AT_ONCE);
    }

    /** Sends what waits and has not expired, to whoever is connected. */
    void send(Instant now) {
        expire(now);
        sending.toAll(now);
    }

    /** The events of an exchange, for who wants to fold them. */
    List<ExchangeRow> events(ExchangeId id) {
        return store.read(handle -> ExchangeEventRecords.of(handle, id, Integer.MAX_VALUE));
    }
}
