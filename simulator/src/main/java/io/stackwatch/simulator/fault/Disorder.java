package io.stackwatch.simulator.fault;

import java.time.Duration;
import java.time.Instant;

/**
 * Something wrong with a boiler, its instruments or its server, and when.
 *
 * @param kind which
 * @param node the node name that it is about, or {@link #ALL_NODES}
 * @param from first instant, in the boilers' time
 * @param to first instant after it
 * @param offset how far the clock is off; zero for the others
 */
public record Disorder(DisorderKind kind, String node, Instant from, Instant to, Duration offset) {

    /** Every node of the boiler. */
    public static final String ALL_NODES = "all";

    /** How far a clock is off unless it is said. */
    public static final Duration USUAL_OFFSET = Duration.ofMinutes(10);

    /** How far a clock can be off. */
    public static final Duration LARGEST_OFFSET = Duration.ofDays(1);

    public Disorder {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a disorder must end after it begins: " + from + " to " + to);
        }
        if (offset.abs().compareTo(LARGEST_OFFSET) > 0) {
            throw new IllegalArgumentException("a clock is at most a day off: " + offset);
        }
    }

    /** Whether it is on. */
    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** Whether it is about that node. */
    public boolean isAbout(String nodeName) {
        return node.equals(ALL_NODES) || node.equals(nodeName);
    }

    /** The same, over at that instant at the latest; it must have begun before. */
    public Disorder until(Instant end) {
        return end.isBefore(to) ? new Disorder(kind, node, from, end, offset) : this;
    }
}
