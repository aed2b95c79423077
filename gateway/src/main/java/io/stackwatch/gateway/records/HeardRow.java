package io.stackwatch.gateway.records;

import java.time.Instant;

/**
 * How much was heard of a station: accepted frames only.
 *
 * @param station its MN
 * @param minuteLabel the label of its last minute data, as sent; empty before the first
 */
public record HeardRow(
        String station,
        Instant firstAt,
        long firstSequence,
        Instant lastAt,
        long lastSequence,
        long times,
        String minuteLabel) {}
