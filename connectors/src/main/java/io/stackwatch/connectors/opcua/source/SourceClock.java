package io.stackwatch.connectors.opcua.source;

import java.time.Duration;

/**
 * How the clock behind the values of a source stands against ours (regulation 3.5, F13).
 *
 * @param offset its time less ours: positive for a clock that is fast; what the way to us takes makes it look a little slow
 * @param tolerated whether that is within the tolerance
 */
public record SourceClock(Duration offset, boolean tolerated) {

    /** A clock with this offset, against a tolerance that is above zero. */
    public static SourceClock of(Duration offset, Duration tolerance) {
        return new SourceClock(offset, offset.abs().compareTo(tolerance) <= 0);
    }
}
