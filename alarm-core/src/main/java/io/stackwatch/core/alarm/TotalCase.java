package io.stackwatch.core.alarm;

import io.stackwatch.core.emission.TotalDecision;
import java.time.Instant;
import java.util.Optional;

/**
 * What was let out so far beside a permitted total, and the alarm about it.
 *
 * @param decision how much of the permitted total is used up, and by which row anybody is warned
 * @param lastHour the latest hour of the permit's days that is over
 * @param closed whether the days of the permit are over and their figures do not change any more
 * @param alarm the alarm about this permit, if there is one
 * @param knownAt when it was added up
 */
public record TotalCase(
        TotalDecision decision, Instant lastHour, boolean closed, Optional<Alarm> alarm, Instant knownAt) {}
