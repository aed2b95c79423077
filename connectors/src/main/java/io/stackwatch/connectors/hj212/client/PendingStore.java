package io.stackwatch.connectors.hj212.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What waits to be sent: fresh items first, then the backlog (补传), each in the order in which they came.
 *
 * <p>HJ 212-2025 8.1.2: new data has priority. Bounded: the oldest fresh item beyond the bound becomes backlog, the oldest
 * backlog beyond its bound is lost and counted. Not safe for use by several threads.
 *
 * @param <T> what is kept; it is made into frames only when its turn comes
 */
public final class PendingStore<T> {

    private final int freshBound;
    private final int backlogBound;
    private final Deque<Pending<T>> fresh = new ArrayDeque<>();
    private final TreeMap<Long, T> backlog = new TreeMap<>();
    private long nextOrder;
    private long lost;

    public PendingStore(int freshBound, int backlogBound) {
        if (freshBound < 1 || backlogBound < 1) {
            throw new IllegalArgumentException("bounds must be above 0: " + freshBound + ", " + backlogBound);
        }
        this.freshBound = freshBound;
        this.backlogBound = backlogBound;
    }

    /** Keeps something new. */
    public void addFresh(T item) {
        if (fresh.size() == freshBound) {
            addToBacklog(fresh.removeFirst());
        }
        fresh.addLast(new Pending<>(nextOrder++, item));
    }

    /** Keeps something whose time is past. */
    public void addBacklog(T item) {
        addToBacklog(new Pending<>(nextOrder++, item));
    }

    /** Takes the oldest fresh item. */
    Optional<Pending<T>> takeFresh() {
        return Optional.ofNullable(fresh.pollFirst());
    }

    /** Takes the oldest item of the backlog. */
    Optional<Pending<T>> takeBacklog() {
        Map.Entry<Long, T> oldest = backlog.pollFirstEntry();
        return oldest == null ? Optional.empty() : Optional.of(new Pending<>(oldest.getKey(), oldest.getValue()));
    }

    /** Puts something that was tried and failed into the backlog, at the place that its age gives it. */
    void giveBack(Pending<T> failed) {
        addToBacklog(failed);
    }

    /** Makes everything that waits as fresh into backlog: there is no connection, its time is past. */
    void ageFresh() {
        while (!fresh.isEmpty()) {
            addToBacklog(fresh.removeFirst());
        }
    }

    public int freshSize() {
        return fresh.size();
    }

    public int backlogSize() {
        return backlog.size();
    }

    /** How many items the bound has cost. */
    public long lost() {
        return lost;
    }

    private void addToBacklog(Pending<T> pending) {
        backlog.put(pending.order(), pending.item());
        if (backlog.size() > backlogBound) {
            backlog.pollFirstEntry();
            lost++;
        }
    }

    /** An item with its place in the order of arrival. */
    record Pending<T>(long order, T item) {}
}
