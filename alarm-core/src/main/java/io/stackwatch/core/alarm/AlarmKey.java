package io.stackwatch.core.alarm;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;

/**
 * What makes an alarm one and the same: everything that is reported again under an equal key is the same alarm.
 *
 * @param outlet where
 * @param factor of what
 * @param type which kind
 * @param firstHour start of the hour that raised it; stays when the episode grows backwards
 */
public record AlarmKey(OutletId outlet, FactorCode factor, AlarmType type, Instant firstHour) {}
