package io.stackwatch.gateway.records;

import java.time.Instant;

/**
 * A station began to speak differently.
 *
 * @param station its MN
 * @param aspect in which respect
 * @param sequence the first record that shows it
 * @param at when that arrived
 * @param was how it spoke before
 * @param became how it speaks since
 */
public record ChangeRow(String station, String aspect, long sequence, Instant at, String was, String became) {}
