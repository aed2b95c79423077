package io.stackwatch.core.alarm;

import java.time.Instant;

/**
 * Something about marks of an outlet that an officer should know.
 *
 * @param firstHour start of the first hour that it is about
 * @param lastHour start of the last hour
 * @param words which mark, and the numbers
 */
public record MarkMatter(Instant firstHour, Instant lastHour, String words) {

    public MarkMatter {
        if (lastHour.isBefore(firstHour)) {
            throw new IllegalArgumentException("ends at " + lastHour + ", before its first hour " + firstHour);
        }
    }
}
