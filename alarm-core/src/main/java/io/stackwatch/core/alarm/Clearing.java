package io.stackwatch.core.alarm;

import java.time.Instant;

/**
 * That the cause of an alarm ended.
 *
 * @param at when we knew it
 * @param reason by what
 */
public record Clearing(Instant at, AlarmReason reason) {}
