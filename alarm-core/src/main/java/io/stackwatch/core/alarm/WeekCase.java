package io.stackwatch.core.alarm;

import java.time.Instant;
import java.util.Set;

/**
 * A calendar week of an outlet, from Monday on.
 *
 * @param start its first instant
 * @param end the first instant behind it
 * @param exceeding starts of the hours in which a factor exceeds in its latest version; an hour counts once
 * @param now the moment
 */
public record WeekCase(Instant start, Instant end, Set<Instant> exceeding, Instant now) {

    public WeekCase {
        exceeding = Set.copyOf(exceeding);
    }
}
