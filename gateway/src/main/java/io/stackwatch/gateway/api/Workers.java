package io.stackwatch.gateway.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The threads on which calls may block, with a bound on how many wait for one. */
final class Workers {

    private final WorkerExecutor executor;
    private final int most;
    private final AtomicInteger inHand = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();

    Workers(Vertx vertx, String name, int threads, int maxWaiting) {
        this.executor = vertx.createSharedWorkerExecutor(name, threads);
        this.most = threads + maxWaiting;
    }

    /** Runs the task on a worker and completes on the caller's context; fails with a {@link Refusal} when too many wait. */
    <T> Future<T> run(Callable<T> task) {
        if (inHand.incrementAndGet() > most) {
            inHand.decrementAndGet();
            refused.incrementAndGet();
            return Future.failedFuture(new Refusal(
                    Problem.of(503, "Service Unavailable", "too many requests are waiting, try again later")));
        }
        return executor.executeBlocking(task, false).onComplete(done -> inHand.decrementAndGet());
    }

    int inHand() {
        return inHand.get();
    }

    long refused() {
        return refused.get();
    }

    Future<Void> close() {
        return executor.close();
    }
}
