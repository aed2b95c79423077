package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.Alarm;
import io.stackwatch.core.registry.RegionCode;
import java.util.Optional;

/**
 * An alarm with the names that a person knows it by; names and region as registered now.
 *
 * @param alarm the alarm
 * @param outletName empty if the outlet is no longer registered
 * @param enterpriseName empty likewise
 * @param region the division that the enterprise lies in, empty likewise
 */
public record AlarmRow(
        Alarm alarm, Optional<String> outletName, Optional<String> enterpriseName, Optional<RegionCode> region) {}
