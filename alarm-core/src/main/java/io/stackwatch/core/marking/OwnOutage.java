package io.stackwatch.core.marking;

import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Window;
import java.time.Duration;
import java.time.Instant;

/**
 * A time in which our own intake was down. What is missing then is never charged to an enterprise.
 *
 * @param id number, never reused
 * @param span from the last sign of life to the first
 * @param cause why
 * @param recordedAt when it was found
 */
public record OwnOutage(long id, Window span, Cause cause, Instant recordedAt) {

    /** Why our intake was down. Names are stored and never change. */
    public enum Cause {
        /** The program did not run. */
        NOT_RUNNING,
        /** It ran, and nothing could be kept, such as with a full disk. */
        INTAKE_STOPPED
    }

    /**
     * Whether it touches an hour, for a question asked at an instant. It is a fact and no act: it counts from its beginning,
     * and not only from when it was found.
     */
    public boolean touches(FactorHour hour, Instant asOf) {
        return !span.start().isAfter(asOf) && span.overlap(hour.window()).compareTo(Duration.ZERO) > 0;
    }
}
