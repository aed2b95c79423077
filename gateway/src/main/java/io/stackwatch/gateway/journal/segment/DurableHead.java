package io.stackwatch.gateway.journal.segment;

import java.util.concurrent.atomic.AtomicInteger;

/** The last durable sequence number, and waiting for it to move. */
final class DurableHead {

    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long sequence;

    DurableHead(long sequence) {
        this.sequence = sequence;
    }

    long get() {
        return sequence;
    }

    /** Moves the head; for the writer. All that it wrote before is seen by whoever sees the new head. */
    void publish(long durable) {
        sequence = durable;
        if (waiting.get() > 0) {
            wakeAll();
        }
    }

    synchronized void wakeAll() {
        notifyAll();
    }

    /** Whether the head is beyond this sequence number now or within so many nanoseconds. */
    boolean awaitBeyond(long known, long nanos) throws InterruptedException {
        if (sequence > known || nanos <= 0) {
            return sequence > known;
        }
        long end = System.nanoTime() + nanos;
        waiting.incrementAndGet();
        try {
            synchronized (this) {
                while (sequence <= known) {
                    long left = end - System.nanoTime();
                    if (left <= 0) {
                        return false;
                    }
                    wait(left / 1_000_000, (int) (left % 1_000_000));
                }
                return true;
            }
        } finally {
            waiting.decrementAndGet();
        }
    }
}
