package io.stackwatch.simulator.fleet;

import java.time.Instant;

/**
 * How a fleet stands.
 *
 * @param at the fleet's time
 * @param scale how fast it runs
 * @param loggers how many there are
 * @param connected how many have a connection
 * @param written frames written, resends included
 * @param acknowledged frames that were answered
 * @param resent frames written again
 * @param unanswered frames given up for the time being
 * @param delivered messages done
 * @param backlog messages that wait out of their time
 * @param lost messages that the stores had no room for
 * @param spoiled frames and requests that a fault has changed or swallowed
 * @param requests frames of the host that ask or order something
 */
public record FleetStatus(
        Instant at,
        double scale,
        int loggers,
        long connected,
        long written,
        long acknowledged,
        long resent,
        long unanswered,
        long delivered,
        long backlog,
        long lost,
        long spoiled,
        long requests) {}
