package io.stackwatch.gateway.alarming;

import io.stackwatch.core.alarm.AlarmKey;
import io.stackwatch.core.alarm.Sight;
import java.time.Instant;

/**
 * What a rule sees of a state.
 *
 * @param key of the alarm that would begin
 * @param sight what is seen
 * @param lastHour the latest hour that it is known of
 * @param goesOn whether an active alarm of the kind about the same subject and factor is the one about it, whatever its hour
 * @param asSaid whether other numbers are news, as they rest on stored figures
 */
record Seen(AlarmKey key, Sight sight, Instant lastHour, boolean goesOn, boolean asSaid) {}
