package io.stackwatch.gateway.api;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Who answers, and how its clock runs.
 *
 * @param scale seconds of the gateway's clock per second of the wall clock
 */
record About(String name, String version, Instant now, Clock clock, double scale, ZoneId zone) {

    /** Whether the time is the time. */
    enum Clock {
        WALL,
        SCALED
    }
}
