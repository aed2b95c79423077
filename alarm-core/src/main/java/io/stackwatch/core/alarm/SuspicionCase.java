package io.stackwatch.core.alarm;

import io.stackwatch.core.integrity.Suspicion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What detectors of windows found of a factor in a day, as far as no other alarm is about it.
 *
 * @param found in the order of the list of detectors
 * @param dayEnd the first instant behind the day
 * @param lastFound the last hour of the alarm that stands, if one does
 */
public record SuspicionCase(List<Found> found, Instant dayEnd, Optional<Instant> lastFound) {

    public SuspicionCase {
        found = List.copyOf(found);
    }

    /** A suspicion and how grave its kind is. */
    public record Found(Suspicion suspicion, AlarmLevel level) {}
}
