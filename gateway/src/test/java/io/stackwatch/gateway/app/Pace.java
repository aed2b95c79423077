package io.stackwatch.gateway.app;

import java.util.concurrent.locks.LockSupport;

/** When the next thing of a benchmark is due. */
final class Pace {

    private Pace() {}

    /** Waits until an instant of {@link System#nanoTime}; not at all if it is past. */
    static void until(long instant) {
        while (System.nanoTime() < instant) {
            LockSupport.parkNanos(instant - System.nanoTime());
        }
    }
}
