package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.exchange.Exchange;
import io.stackwatch.gateway.records.ClockRow;
import io.stackwatch.gateway.records.ExchangeRow;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is kept of one exchange.
 *
 * @param exchange how it stands
 * @param events what happened, in order, from the beginning; not more than {@link #MOST}
 * @param clock what it found out about the logger's clock
 * @param packet the bytes that were sent; empty if none were, or if they hold a secret
 */
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record ExchangeFile(
        Exchange exchange, List<ExchangeRow> events, Optional<ClockRow> clock, Optional<byte[]> packet) {

    /** Events that are shown with an exchange. */
    public static final int MOST = 500;

    public ExchangeFile {
        events = List.copyOf(events);
    }
}
