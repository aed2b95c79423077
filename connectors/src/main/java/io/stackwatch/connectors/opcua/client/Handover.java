package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.arrival.Keeper;
import io.stackwatch.connectors.arrival.Outcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the batches of one source to the keeper, in their order, one at a time: a journal that has the second has the first.
 * What is refused is offered again until it is kept or not wanted.
 *
 * <p>All methods on the source's executor. It does not bound itself: those who offer look at {@link #waiting}.
 */
final class Handover {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private record Waiting(OpcUaArrival arrival, Runnable settled) {}

    private final Keeper keeper;
    private final Executor serial;
    private final Threads threads;
    private final Counting counting;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private boolean underWay;
    private boolean stopped;
    private Duration pause = SHORTEST_PAUSE;

    Handover(Keeper keeper, Executor serial, Threads threads, Counting counting) {
        this.keeper = keeper;
        this.serial = serial;
        this.threads = threads;
        this.counting = counting;
    }

    /** Takes the next batch; what comes when it is durable or not wanted runs on the source's executor. */
    void offer(OpcUaArrival arrival, Runnable settled) {
        if (stopped) {
            return;
        }
        queue.add(new Waiting(arrival, settled));
        counting.waiting.increment();
        next();
    }

    /** Batches that are not settled. */
    int waiting() {
        return queue.size();
    }

    /** Nothing is handed over any more. */
    void stop() {
        stopped = true;
        counting.waiting.add(-queue.size());
        queue.clear();
    }

    private void next() {
        Waiting first = queue.peek();
        if (underWay || stopped || first == null) {
            return;
        }
        underWay = true;
        Answer answer = new Answer(first);
        try {
            keeper.arrived(first.arrival(), answer);
        } catch (RuntimeException broken) {
            LOG.error(
                    "source={} the keeper of arrivals failed",
                    first.arrival().batch().source(),
                    broken);
            answer.refused(Outcome.Refusal.UNAVAILABLE);
        }
    }

    private void settle(Waiting first) {
        underWay = false;
        pause = SHORTEST_PAUSE;
        if (!stopped) {
            queue.remove();
            counting.waiting.decrement();
            first.settled().run();
            next();
        }
    }

    private void again() {
        counting.refusals.increment();
        Duration now = pause;
        pause = now.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : now.multipliedBy(2);
        threads.later(now, () -> serial.execute(this::retry));
    }

    private void retry() {
        underWay = false;
        next();
    }

    private final class Answer implements Outcome {

        private final Waiting asked;
        private final AtomicBoolean given = new AtomicBoolean();

        Answer(Waiting asked) {
            this.asked = asked;
        }

        @Override
        public void durable() {
            if (given.compareAndSet(false, true)) {
                serial.execute(() -> settle(asked));
            }
        }

        @Override
        public void refused(Refusal why) {
            if (!given.compareAndSet(false, true)) {
                return;
            }
            if (why == Refusal.NOT_WANTED) {
                counting.notWanted.increment();
                serial.execute(() -> settle(asked));
            } else {
                serial.execute(Handover.this::again);
            }
        }
    }
}
