package io.stackwatch.simulator.fleet;

import io.stackwatch.simulator.clock.ScaledClock;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Optional;

/** Drives an event queue by a clock with a single timer. Lives in one Vert.x context. */
final class Pacemaker {

    /** So many events in a row, then the network has its turn. */
    private static final int TURN = 100;

    /** Longest sleep; what is planned meanwhile from outside is then seen. */
    private static final long LONGEST_SLEEP_MS = 200;

    private final Vertx vertx;
    private final ScaledClock clock;
    private final EventQueue queue;
    private boolean stopped;

    Pacemaker(Vertx vertx, ScaledClock clock, EventQueue queue) {
        this.vertx = vertx;
        this.clock = clock;
        this.queue = queue;
    }

    void beat() {
        if (stopped) {
            return;
        }
        queue.run(clock.instant(), TURN);
        vertx.setTimer(sleep(), timer -> beat());
    }

    void stop() {
        stopped = true;
    }

    private long sleep() {
        Optional<Instant> next = queue.next();
        long wait = next.map(at -> clock.wallUntil(at).toMillis()).orElse(LONGEST_SLEEP_MS);
        return Math.max(1, Math.min(LONGEST_SLEEP_MS, wait));
    }
}
