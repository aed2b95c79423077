package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.exchange.Deviation;
import io.stackwatch.connectors.hj212.exchange.Exchange;
import io.stackwatch.connectors.hj212.exchange.ExchangeEvent;
import io.stackwatch.connectors.hj212.exchange.ExchangeEventKind;
import io.stackwatch.connectors.hj212.exchange.ExchangeId;
import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import io.stackwatch.connectors.hj212.exchange.ExchangeState;
import io.stackwatch.connectors.hj212.exchange.ExchangeTerms;
import io.stackwatch.connectors.hj212.exchange.RequestNumbers;
import io.stackwatch.gateway.records.ActTable;
import io.stackwatch.gateway.records.ExchangeEventRecords;
import io.stackwatch.gateway.records.ExchangeRecords;
import io.stackwatch.gateway.records.ExchangeRow;
import io.stackwatch.gateway.trail.ToldActs;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what happens to exchanges, event and outcome together, inside somebody's transaction. */
final class ExchangeBook {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeBook.class);

    /** What people do to an exchange that was ordered. */
    private static final Set<ExchangeEventKind> ACTS =
            EnumSet.of(ExchangeEventKind.RELEASED, ExchangeEventKind.CANCELLED);

    private final Secrets secrets;
    private final NewSecrets told;
    private final ExchangeCounts counts;

    ExchangeBook(Secrets secrets, NewSecrets told, ExchangeCounts counts) {
        this.secrets = secrets;
        this.told = told;
        this.counts = counts;
    }

    /**
     * Opens an exchange.
     *
     * @param order as it may be written down
     */
    Exchange open(Handle handle, ExchangeOrder order, ExchangeTerms terms, Instant at) {
        ExchangeId id = ExchangeRecords.nextId(handle);
        String qn = RequestNumbers.next(ExchangeRecords.lastQn(handle, order.station()), at);
        Exchange exchange = Exchange.begin(id, qn, order, terms, at);
        ExchangeRecords.insert(handle, exchange);
        ExchangeEventRecords.append(
                handle,
                id,
                new ExchangeRow(1, ExchangeEvent.ordered(order.by(), order.reason(), at), Optional.empty()));
        if (!order.by().equals(ExchangeEvent.MACHINE)) {
            ToldActs.tell(handle, ActTable.EXCHANGE, id.value(), 1);
        }
        LOG.info(
                "mn={} exchange={} cn={} by={} state={}",
                order.station(),
                id,
                order.command(),
                order.by(),
                exchange.state());
        return exchange;
    }

    /** Writes an event that the table has a row for. */
    Exchange happened(Handle handle, Exchange exchange, ExchangeEvent event) {
        Optional<Deviation> deviation = exchange.deviationOf(event);
        Exchange after = exchange.after(event);
        ExchangeRecords.update(handle, after);
        ExchangeEventRecords.append(handle, exchange.id(), new ExchangeRow(after.version(), event, deviation));
        if (ACTS.contains(event.kind()) && !event.by().equals(ExchangeEvent.MACHINE)) {
            ToldActs.tell(handle, ActTable.EXCHANGE, exchange.id().value(), after.version());
        }
        counts.happened(exchange, event, after);
        if (Secrets.hides(exchange.order())) {
            tell(handle, exchange, event, after);
        }
        if (!after.state().isOpen() && exchange.state().isOpen()) {
            secrets.forget(exchange.id());
            LOG.info(
                    "mn={} exchange={} cn={} state={} attempts={} frames={}",
                    after.order().station(),
                    after.id(),
                    after.order().command(),
                    after.state(),
                    after.attempts(),
                    after.dataFrames());
        }
        return after;
    }

    private void tell(Handle handle, Exchange before, ExchangeEvent event, Exchange after) {
        Optional<ExchangeOrder> whole = secrets.whole(before.id());
        if (event.kind() == ExchangeEventKind.SENT && before.sentAt().isEmpty()) {
            whole.ifPresent(order -> told.leaving(handle, order, event.at()));
        } else if (after.state() == ExchangeState.DONE && before.state() != ExchangeState.DONE) {
            whole.ifPresentOrElse(
                    order -> told.taken(handle, order, event.at()),
                    () -> told.takenUnseen(handle, before.order(), event.at()));
        }
    }
}
