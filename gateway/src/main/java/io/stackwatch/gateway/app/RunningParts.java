package io.stackwatch.gateway.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started, to be stopped in reverse order.
 *
 * <p>Stopping goes on when a part fails to stop, says which, and does nothing the second time. Safe for use by the thread
 * that starts and the one that stops.
 */
final class RunningParts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningParts.class);

    private record Part(String name, AutoCloseable stop) {}

    private final Deque<Part> parts = new ArrayDeque<>();

    /** Remembers a part that has just been started. */
    synchronized void started(String name, AutoCloseable stop) {
        parts.push(new Part(name, stop));
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            Part part = parts.pop();
            try {
                part.stop().close();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                LOG.error("part={} interrupted while stopping", part.name());
            } catch (Exception failed) {
                LOG.error("part={} did not stop cleanly", part.name(), failed);
            }
        }
    }
}
