package io.stackwatch.gateway.records;

import io.stackwatch.core.alarm.AlarmType;
import io.stackwatch.core.marking.MarkId;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something about a mark that an officer should look at; raises a question and proves nothing.
 *
 * @param number counts the findings, from 1
 * @param kind a kind of the alarm catalogue: STOP_WITH_EMISSION, MARK_LATE, MARK_ABUSE
 * @param mark which mark
 * @param version which of its versions
 * @param outlet of which outlet
 * @param hour start of the hour, if it is about one
 * @param factor of which factor, if it is about one
 * @param at when it was found
 * @param detail the figures, for people
 */
public record MarkFinding(
        long number,
        AlarmType kind,
        MarkId mark,
        int version,
        OutletId outlet,
        Optional<Instant> hour,
        Optional<FactorCode> factor,
        Instant at,
        String detail) {}
