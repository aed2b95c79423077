package io.stackwatch.core.alarm;

import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The rate of an outlet in a month so far.
 *
 * @param outlet where
 * @param firstHour first hour of the month: by it the alarm of the month is one
 * @param lastHour the latest hour that was counted
 * @param counts the counters of all its factors, pooled
 * @param factors how many factors those are
 * @param alarm the alarm of this outlet and month, if there is one
 * @param quiet so many hours of a factor must have been due before anything is said: a rate of few hours means nothing
 * @param knownAt when it was counted
 */
public record RateCase(
        OutletId outlet,
        Instant firstHour,
        Instant lastHour,
        Counts counts,
        int factors,
        Optional<Alarm> alarm,
        Duration quiet,
        Instant knownAt) {}
