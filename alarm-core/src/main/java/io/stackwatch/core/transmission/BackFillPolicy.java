package io.stackwatch.core.transmission;

import java.time.Duration;

/**
 * How politely missing hours are asked for.
 *
 * @param patience how long after its link came back a logger may fill the gap by itself before it is asked
 * @param pause the least time between two requests to one station
 * @param retryAfter how long a missing hour rests before it is asked for again
 * @param tries how often one hour is asked for
 * @param hoursPerRequest how many hours one request may span
 * @param horizon hours that started longer ago are not asked for: a logger keeps no more
 */
public record BackFillPolicy(
        Duration patience, Duration pause, Duration retryAfter, int tries, int hoursPerRequest, Duration horizon) {

    public BackFillPolicy {
        if (tries < 1 || hoursPerRequest < 1) {
            throw new IllegalArgumentException("at least one try and one hour: " + tries + ", " + hoursPerRequest);
        }
    }
}
