package io.stackwatch.simulator.load;

/**
 * When each frame of a paced run is due, whatever happened to the ones before it.
 *
 * <p>Latency counts from here and not from the moment of sending: a server that stalls is charged for every frame that
 * should have gone meanwhile (no coordinated omission). Times are nanoseconds of a monotonic clock.
 */
record Schedule(long start, double nanosPerFrame) {

    static Schedule of(long start, double framesPerSecond) {
        return new Schedule(start, 1e9 / framesPerSecond);
    }

    /** When frame number {@code n}, from 0, is due. */
    long due(long n) {
        return start + (long) (n * nanosPerFrame);
    }

    /** How many frames are due up to {@code now}. */
    long dueUntil(long now) {
        return now < start ? 0 : (long) ((now - start) / nanosPerFrame) + 1;
    }
}
