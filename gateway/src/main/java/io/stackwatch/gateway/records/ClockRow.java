package io.stackwatch.gateway.records;

import io.stackwatch.connectors.hj212.exchange.ExchangeId;
import io.stackwatch.core.registry.Mn;
import java.time.Duration;
import java.time.Instant;

/**
 * What a logger's clock showed.
 *
 * @param station whose clock
 * @param at when its answer arrived, by our clock
 * @param systemTime the digits that came
 * @param drift what neither the way nor the cut-off second explains; positive for a clock that is fast
 * @param exchange the question
 * @param frame the answer's number in the journal
 */
public record ClockRow(Mn station, Instant at, String systemTime, Duration drift, ExchangeId exchange, long frame) {}
