package io.stackwatch.core.alarm;

import io.stackwatch.core.exceedance.Fraction;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.registry.StandardCategory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A legal day of a factor.
 *
 * @param start its first instant
 * @param end the first instant behind it
 * @param judged what its judged hours were compared with, mg/m3 in the reference conditions of the limit
 * @param limit the limit of the daily mean that was in force at its start, if there was one
 * @param categories categories of standards that apply to the outlet
 * @param laterWithin whether a later day has been found within
 * @param now the moment
 */
public record DayCase(
        Instant start,
        Instant end,
        List<Fraction> judged,
        Optional<Limit> limit,
        Set<StandardCategory> categories,
        boolean laterWithin,
        Instant now) {

    public DayCase {
        judged = List.copyOf(judged);
        categories = Set.copyOf(categories);
    }
}
