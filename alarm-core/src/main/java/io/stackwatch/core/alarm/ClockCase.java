package io.stackwatch.core.alarm;

import java.time.Duration;
import java.time.Instant;

/**
 * What a logger's clock showed when it was asked last.
 *
 * @param at when it answered
 * @param drift how far it is off at least; positive if it is fast
 * @param now the moment
 */
public record ClockCase(Instant at, Duration drift, Instant now) {}
