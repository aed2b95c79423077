package io.stackwatch.core.alarm;

import io.stackwatch.core.integrity.HourDetector;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a detector sees in the newest hour of a factor, and the alarm about it.
 *
 * @param run the run that ends with the newest hour; empty if nothing looks wrong
 * @param newest start of the newest hour
 * @param level how grave the kind is
 * @param alarm the active alarm of the kind about the outlet and factor, or the one whose key names the run's first hour
 * @param knownAt when it was looked
 */
public record PatternCase(
        OutletId outlet,
        FactorCode factor,
        AlarmType type,
        Optional<HourDetector.Run> run,
        Instant newest,
        AlarmLevel level,
        Optional<Alarm> alarm,
        Instant knownAt) {}
