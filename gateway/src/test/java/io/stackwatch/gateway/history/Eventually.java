package io.stackwatch.gateway.history;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** A bounded wait for something that another thread or process does. */
public final class Eventually {

    /** How long it rests between two looks. */
    public static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private Eventually() {}

    /** Fails with {@code otherwise} if the condition does not hold in time, or cannot be asked. */
    public static void holds(Duration longest, String otherwise, Callable<Boolean> condition) {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (Exception e) {
                throw new AssertionError(otherwise, e);
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError(otherwise + " (waited " + longest + ")");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }
}
