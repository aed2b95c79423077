package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for the writer. Bounded by everything that has no receipt yet, whether or not the writer has taken it.
 *
 * <p>Producers add to one list; the writer takes the whole list at once.
 */
final class AppendQueue {

    private final int maxRecords;
    private final long maxBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private List<Pending> filling = new ArrayList<>();
    private int records;
    private long bytes;
    private boolean closed;

    AppendQueue(int maxRecords, long maxBytes) {
        this.maxRecords = maxRecords;
        this.maxBytes = maxBytes;
    }

    /** An append and the bytes that it takes in a segment. */
    record Pending(Arrival arrival, Receipt receipt, int size) {}

    /** What became of an offer. */
    enum Offer {
        TAKEN,
        FULL,
        CLOSED
    }

    Offer offer(Pending pending) {
        lock.lock();
        try {
            if (closed) {
                return Offer.CLOSED;
            }
            if (records >= maxRecords || bytes + pending.size() > maxBytes) {
                return Offer.FULL;
            }
            records++;
            bytes += pending.size();
            filling.add(pending);
            if (filling.size() == 1) {
                filled.signal();
            }
            return Offer.TAKEN;
        } finally {
            lock.unlock();
        }
    }

    /** All that waits, as soon as there is something, or an empty list after so many nanoseconds or when closed. */
    List<Pending> take(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (filling.isEmpty() && !closed && left > 0) {
                left = filled.awaitNanos(left);
            }
            return takeAll();
        } finally {
            lock.unlock();
        }
    }

    /** All that waits now. */
    List<Pending> drain() {
        lock.lock();
        try {
            return takeAll();
        } finally {
            lock.unlock();
        }
    }

    private List<Pending> takeAll() {
        if (filling.isEmpty()) {
            return List.of();
        }
        List<Pending> taken = filling;
        filling = new ArrayList<>(Math.min(2 * taken.size(), 4096));
        return taken;
    }

    /** These have their receipts. */
    void release(int count, long size) {
        lock.lock();
        try {
            records -= count;
            bytes -= size;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more is taken; the writer gets what waits. */
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isFinished() {
        lock.lock();
        try {
            return closed && filling.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    int records() {
        lock.lock();
        try {
            return records;
        } finally {
            lock.unlock();
        }
    }

    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }
}
