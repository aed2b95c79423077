package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.registry.RegionCode;
import java.util.Optional;

/**
 * An alarm with the names that a person knows it by; names and region as registered now.
 *
 * @param alarm the alarm
 * @param outletName empty if it is about no outlet, or the outlet is no longer registered
 * @param enterpriseName empty likewise
 * @param region the division that it is about, or that the enterprise lies in; empty likewise
 */
public record AlarmRow(
        Alarm alarm, Optional<String> outletName, Optional<String> enterpriseName, Optional<RegionCode> region) {}
