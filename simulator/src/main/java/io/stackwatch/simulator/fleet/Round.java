package io.stackwatch.simulator.fleet;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Something that happens again and again at moments of a logger's own clock.
 *
 * <p>If the clock has been put back meanwhile, a moment is waited for a second time; if it has been put forward, what was
 * to happen happens at once. Lives in the fleet's context.
 */
final class Round {

    /** Even if the logger's clock runs a little slower than was reckoned. */
    private static final long LEAST_WAIT_MS = 10;

    private final EventQueue events;
    private final LoggerMemory memory;
    private final UnaryOperator<Instant> following;
    private final Consumer<Instant> what;
    private long generation;

    /** @param following the moment after a moment */
    Round(EventQueue events, LoggerMemory memory, UnaryOperator<Instant> following, Consumer<Instant> what) {
        this.events = events;
        this.memory = memory;
        this.following = following;
        this.what = what;
    }

    /** Begins, or begins anew, with this moment; what was planned before does not happen. */
    void begin(Instant first) {
        generation++;
        plan(first, generation);
    }

    void end() {
        generation++;
    }

    private void plan(Instant moment, long of) {
        planAt(memory.state().clock().whenItShows(moment), moment, of);
    }

    private void planAt(Instant trueTime, Instant moment, long of) {
        events.plan(trueTime, () -> {
            if (of != generation) {
                return;
            }
            if (memory.shown().isBefore(moment)) {
                Instant again = memory.state().clock().whenItShows(moment);
                Instant soonest = memory.now().plusMillis(LEAST_WAIT_MS);
                planAt(again.isBefore(soonest) ? soonest : again, moment, of);
                return;
            }
            what.accept(moment);
            plan(following.apply(moment), of);
        });
    }
}
