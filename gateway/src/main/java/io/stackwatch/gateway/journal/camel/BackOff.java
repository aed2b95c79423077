package io.stackwatch.gateway.journal.camel;

import java.time.Duration;

/** Pauses that double from the first to the longest. For one thread. */
final class BackOff {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    BackOff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    Duration next() {
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    void reset() {
        next = first;
    }
}
