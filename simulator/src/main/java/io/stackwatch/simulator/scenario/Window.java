package io.stackwatch.simulator.scenario;

import java.time.Instant;

/** From an instant (included) to another (not included). */
public record Window(Instant from, Instant to) {

    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("must end after it begins: " + from + " to " + to);
        }
    }
}
