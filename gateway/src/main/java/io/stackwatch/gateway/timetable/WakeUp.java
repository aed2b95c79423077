package io.stackwatch.gateway.timetable;

import java.time.Instant;

/** What is woken: looks at its own rows, does what is due by {@code now}, and returns. */
@FunctionalInterface
public interface WakeUp {

    /** Does what is due. Called by one thread at a time; a missed call is made up for by the next one. */
    void fire(Instant now);
}
