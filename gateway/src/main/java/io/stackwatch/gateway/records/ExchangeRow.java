package io.stackwatch.gateway.records;

import io.stackwatch.connectors.hj212.exchange.Deviation;
import io.stackwatch.connectors.hj212.exchange.ExchangeEvent;
import java.util.Optional;

/**
 * One event of an exchange with its place.
 *
 * @param number from 1 within the exchange
 * @param event what happened
 * @param deviation the liberty that the station took with it
 */
public record ExchangeRow(int number, ExchangeEvent event, Optional<Deviation> deviation) {}
