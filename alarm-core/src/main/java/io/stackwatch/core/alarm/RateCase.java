package io.stackwatch.core.alarm;

import io.stackwatch.core.transmission.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The rate of an outlet, an enterprise or a county in a month so far.
 *
 * @param subject whose
 * @param firstHour first hour of the month: by it the alarm of the month is one
 * @param lastHour the latest hour that was counted
 * @param counts the counters of all factors of all its outlets, pooled
 * @param factors how many factors those are, each counted once for each outlet
 * @param frozen whether the month is frozen: its figures stay
 * @param alarm the alarm of this subject and month, if there is one
 * @param quiet so many hours of a factor must have been due before anything is said: a rate of few hours means nothing
 * @param knownAt when it was counted
 */
public record RateCase(
        AlarmSubject subject,
        Instant firstHour,
        Instant lastHour,
        Counts counts,
        int factors,
        boolean frozen,
        Optional<Alarm> alarm,
        Duration quiet,
        Instant knownAt) {}
