package io.stackwatch.simulator.boiler.server;

import java.time.Duration;
import java.time.Instant;

/** The instants at which samples are taken: whole multiples of the interval since the epoch. */
record SampleGrid(Duration interval) {

    /** The last one that is not later. */
    Instant atOrBefore(Instant instant) {
        long step = interval.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(instant.toEpochMilli(), step) * step);
    }

    /** The first one that is not earlier. */
    Instant atOrAfter(Instant instant) {
        Instant before = atOrBefore(instant);
        return before.equals(instant) ? before : before.plus(interval);
    }

    /** How many steps lie between two of them. */
    long steps(Instant from, Instant to) {
        return (to.toEpochMilli() - from.toEpochMilli()) / interval.toMillis();
    }
}
