package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;

/**
 * The minutes of an hour that were let go because they had been kept long enough.
 *
 * @param station the derived station that they were of
 * @param hour start of the hour
 * @param at when they were let go
 * @param minutes how many: one for each minute and factor
 * @param frames how many frames of minutes went with them
 */
public record DroppedMinutes(Mn station, Instant hour, Instant at, int minutes, int frames) {}
