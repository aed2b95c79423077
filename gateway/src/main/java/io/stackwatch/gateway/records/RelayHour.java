package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;
import java.util.Optional;

/**
 * The figures of a station and an hour.
 *
 * @param station whose frames
 * @param start the hour in which they arrived here
 * @param figures what became of them until now
 * @param reportedOutstanding how many were outstanding in the night behind; empty before it
 */
public record RelayHour(Mn station, Instant start, RelayFigures figures, Optional<Long> reportedOutstanding) {

    /** A station and an hour. */
    public record Key(Mn station, Instant start) {}
}
