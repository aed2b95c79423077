package io.stackwatch.core.alarm;

import java.time.Instant;
import java.util.Optional;

/**
 * What a rule sees, and the alarm about it.
 *
 * @param key of the alarm that would begin
 * @param sight what is seen
 * @param lastHour the latest hour that it is known of
 * @param alarm the active alarm about the matter, or else the one with that key
 * @param knownAt when it was looked
 */
public record SightCase(AlarmKey key, Sight sight, Instant lastHour, Optional<Alarm> alarm, Instant knownAt) {}
