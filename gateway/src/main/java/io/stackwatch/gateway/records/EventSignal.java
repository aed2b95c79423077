package io.stackwatch.gateway.records;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/**
 * Says within the process that alarm events were committed, so that nobody has to poll.
 *
 * <p>Safe for use by several threads. Listeners are called by the committing thread and must return at once; what they are
 * told is the number of the last committed event, and a call may be missed by one that subscribes late: the rows are the
 * truth.
 */
public final class EventSignal {

    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

    /** Calls a listener after every commit that brought events, until the answer is closed. */
    public Subscription subscribe(LongConsumer listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Events up to this number are committed. */
    public void committed(long lastNumber) {
        for (LongConsumer listener : listeners) {
            listener.accept(lastNumber);
        }
    }

    /** Ends a subscription. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
