package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.Mn;
import java.time.Instant;

/**
 * How much came from a station in one clock hour.
 *
 * @param start the hour in which the frames arrived
 * @param frames how many accepted frames of any kind
 * @param firstSequence the first of them in the journal
 * @param lastSequence the last of them
 */
public record StationHour(Mn station, Instant start, long frames, long firstSequence, long lastSequence) {

    /** Both together; of the same station and hour, the other one later. */
    public StationHour plus(StationHour later) {
        return new StationHour(station, start, frames + later.frames, firstSequence, later.lastSequence);
    }
}
