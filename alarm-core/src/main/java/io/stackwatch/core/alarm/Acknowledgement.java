package io.stackwatch.core.alarm;

import java.time.Instant;

/**
 * That a named person has seen an alarm.
 *
 * @param by who
 * @param at when
 * @param note what they wrote
 */
public record Acknowledgement(String by, Instant at, String note) {}
