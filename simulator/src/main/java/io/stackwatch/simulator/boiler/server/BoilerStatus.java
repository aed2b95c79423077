package io.stackwatch.simulator.boiler.server;

import java.time.Instant;

/**
 * How a boiler server stands.
 *
 * @param at simulated time
 * @param scale seconds of it in a second
 * @param running whether it is switched on
 * @param boilers how many boilers
 * @param nodes how many nodes
 * @param monitored how many monitored items
 * @param sessions how many sessions
 * @param samples how many instants have been shown
 * @param skipped how many instants were too many to show
 * @param wrong how many things are wrong with boilers and instruments
 */
public record BoilerStatus(
        Instant at,
        double scale,
        boolean running,
        int boilers,
        int nodes,
        int monitored,
        int sessions,
        long samples,
        long skipped,
        int wrong) {}
