package io.stackwatch.connectors.opcua.source;

import java.time.Duration;

/**
 * How often a server looks, collects and speaks (OPC UA Part 4, 5.14.1.1 and 5.13.1). What we ask for; the server may
 * settle on something else.
 *
 * @param publishing how often it sends what has changed
 * @param sampling how often it looks at a node that says nothing else
 * @param queueSize how many values of a node it keeps between two messages; the oldest goes first
 * @param keepAliveCount after how many empty publishing intervals it says that it is alive
 * @param lifetimeCount after how many publishing intervals without a sign of us it forgets the subscription
 */
public record Rhythm(Duration publishing, Duration sampling, int queueSize, int keepAliveCount, int lifetimeCount) {

    static final Duration SHORTEST = Duration.ofMillis(10);
    static final Duration LONGEST = Duration.ofHours(1);
    private static final int LARGEST_QUEUE = 10_000;
    private static final int LARGEST_COUNT = 100_000;

    public Rhythm {
        within("publishing", publishing, SHORTEST, LONGEST);
        within("sampling", sampling, SHORTEST, LONGEST);
        within("queueSize", queueSize, 1, LARGEST_QUEUE);
        within("keepAliveCount", keepAliveCount, 1, LARGEST_COUNT);
        // Part 4, 5.14.2.2: the lifetime count shall be at least three times the keep-alive count
        within("lifetimeCount", lifetimeCount, 3 * Math.min(keepAliveCount, LARGEST_COUNT / 3), LARGEST_COUNT);
    }

    /** Fine enough for a reading per 5 s, and three minutes of cut survived by the server's memory. */
    public static Rhythm defaults() {
        return new Rhythm(Duration.ofSeconds(1), Duration.ofSeconds(1), 10, 5, 180);
    }

    public Rhythm withPublishing(Duration interval) {
        return new Rhythm(interval, sampling, queueSize, keepAliveCount, lifetimeCount);
    }

    public Rhythm withSampling(Duration interval, int queue) {
        return new Rhythm(publishing, interval, queue, keepAliveCount, lifetimeCount);
    }

    public Rhythm withCounts(int keepAlive, int lifetime) {
        return new Rhythm(publishing, sampling, queueSize, keepAlive, lifetime);
    }

    static void within(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + " " + value + ": expected " + least + " to " + most);
        }
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " " + value + ": expected " + least + " to " + most);
        }
    }
}
