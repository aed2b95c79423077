package io.stackwatch.connectors.opcua.client;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one after the other, in the order in which they came, on threads that are shared. What is told to one of them
 * needs no lock. It belongs to nobody: shutting it down does nothing.
 */
final class SerialExecutor extends AbstractExecutorService {

    private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);

    /** After so many tasks in a row others have their turn. */
    private static final int TURN = 64;

    private final Executor threads;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    SerialExecutor(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (waiting.getAndIncrement() == 0) {
            takeTurn();
        }
    }

    private void takeTurn() {
        try {
            threads.execute(this::turn);
        } catch (RejectedExecutionException over) {
            // the threads are gone with the connector: what comes now comes too late
            tasks.clear();
        }
    }

    private void turn() {
        int done = 0;
        do {
            Runnable task = tasks.remove();
            try {
                task.run();
            } catch (RuntimeException broken) {
                LOG.error("a task failed", broken);
            }
            done++;
        } while (waiting.decrementAndGet() > 0 && done < TURN);
        if (waiting.get() > 0 && done == TURN) {
            takeTurn();
        }
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return false;
    }
}
