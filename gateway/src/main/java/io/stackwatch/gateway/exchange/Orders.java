package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.exchange.Exchange;
import io.stackwatch.connectors.hj212.exchange.ExchangeId;
import io.stackwatch.connectors.hj212.exchange.ExchangeOrder;
import java.time.Instant;
import java.util.Optional;

/** Where parts of the program order requests to loggers. Safe for use by several threads; blocks on the store. */
public interface Orders {

    /** Orders a request; it is sent when the station is there and it is its turn. */
    OrderOutcome order(ExchangeOrder order, Instant now);

    /** How an exchange stands; empty if there is none. */
    Optional<Exchange> follow(ExchangeId id);
}
