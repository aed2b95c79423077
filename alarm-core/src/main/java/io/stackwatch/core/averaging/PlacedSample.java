package io.stackwatch.core.averaging;

import java.time.Instant;

/**
 * A sample and where it came from.
 *
 * @param sourceTime the source timestamp of the value
 * @param sample the value
 * @param sequence the journal record that brought it
 * @param readBack whether it was read from the source's history, or queued there during a cut: such a value only fills what
 *     is empty
 */
public record PlacedSample(Instant sourceTime, Sample sample, long sequence, boolean readBack) {

    /** Whether this one takes the place of another at the same instant of the grid: live before read back, then the newer. */
    boolean takesThePlaceOf(PlacedSample other) {
        if (readBack != other.readBack) {
            return other.readBack;
        }
        int newer = sourceTime.compareTo(other.sourceTime);
        return newer > 0 || (newer == 0 && sequence > other.sequence);
    }

    /** The same value as one that was not there in its time. */
    PlacedSample asReadBack() {
        return new PlacedSample(sourceTime, sample, sequence, true);
    }
}
