package io.stackwatch.simulator.boiler.server;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** When the server stood still, so that its history has nothing of that time. Safe for use by several threads. */
final class Standstills {

    /** More than that are forgotten, the oldest first. */
    private static final int MOST = 1_000;

    private record Still(Instant from, Instant to) {}

    private final Deque<Still> past = new ArrayDeque<>();
    private @Nullable Instant since;

    synchronized void begin(Instant now) {
        if (since == null) {
            since = now;
        }
    }

    synchronized void end(Instant now) {
        if (since != null) {
            past.addLast(new Still(since, now));
            since = null;
        }
        while (past.size() > MOST) {
            past.removeFirst();
        }
    }

    /** Whether something was kept at that instant. */
    synchronized boolean kept(Instant at) {
        if (since != null && !at.isBefore(since)) {
            return false;
        }
        return past.stream().noneMatch(still -> !at.isBefore(still.from()) && at.isBefore(still.to()));
    }
}
