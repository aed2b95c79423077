package io.stackwatch.simulator.fleet;

import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What happens when, for all loggers together: one queue instead of a thread or a timer each.
 *
 * <p>Events of the same instant happen in the order in which they were planned. For one thread at a time.
 */
final class EventQueue {

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long planned;

    void plan(Instant at, Runnable what) {
        events.add(new Event(at, planned++, what));
    }

    /** Runs what is due at {@code now}, at most {@code most} events; returns how many. */
    int run(Instant now, int most) {
        int done = 0;
        while (done < most && !events.isEmpty() && !events.element().at().isAfter(now)) {
            events.remove().what().run();
            done++;
        }
        return done;
    }

    /** When the next event is due; empty if none is planned. */
    Optional<Instant> next() {
        return Optional.ofNullable(events.peek()).map(Event::at);
    }

    private record Event(Instant at, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
