package io.stackwatch.core.transmission;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known about the time in which the report of one missing hour should have come.
 *
 * @param ownOutage the outage of this system in that time, if there was one
 * @param cameAt when the hour came after all
 * @param notUnderstood what was wrong with frames of the time that could not be used, such as a factor code; empty if nothing was
 * @param reportedFactors how many other factors were reported for the hour
 * @param frames how many frames of any kind came from the station in that time; empty if nobody knows
 * @param link whether the station was connected
 */
public record GapEvidence(
        Optional<String> ownOutage,
        Optional<Instant> cameAt,
        Optional<String> notUnderstood,
        int reportedFactors,
        Optional<Long> frames,
        Link link) {

    /** The state of the station's connection in that time. */
    public enum Link {
        /** It stood, for all of it. */
        OPEN,
        /** It was closed, for some of it. */
        CLOSED,
        /** The station has never been connected. */
        NEVER,
        /** Nobody knows. */
        UNKNOWN
    }
}
