package io.stackwatch.core.alarm;

import java.time.Instant;

/**
 * Whose business an alarm is.
 *
 * @param to who shall see to it
 * @param by who said so
 * @param at when
 * @param note what they wrote
 */
public record Assignment(String to, String by, Instant at, String note) {}
