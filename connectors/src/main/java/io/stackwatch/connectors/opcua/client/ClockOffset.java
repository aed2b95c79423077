package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.opcua.batch.Batch;
import io.stackwatch.connectors.opcua.batch.NodeValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far the clock behind the values is from ours: of each message the middle difference between a value's time and its arrival,
 * and of the last messages the middle one again. A node with a clock of its own, and a message that was held up, move it little.
 *
 * <p>The first value of a node in a subscription is left out, for it may have stood for hours; so is what the server had in its queues
 * when a line came back. For one thread at a time.
 */
final class ClockOffset {

    /** Messages with values that are looked at. */
    static final int WINDOW = 60;

    /** With fewer nothing is said. */
    static final int ENOUGH = 3;

    private final Deque<Duration> last = new ArrayDeque<>();
    private final Set<String> told = new HashSet<>();
    private boolean catchingUp;

    /** A subscription begins, or goes on behind a cut. */
    void resumed(Batch.How how) {
        catchingUp = how == Batch.How.TRANSFERRED;
        if (!catchingUp) {
            told.clear();
        }
    }

    /**
     * Takes the values of a message, by their source time or else the server's.
     *
     * @return the offset as it is known now; empty before there were enough messages with fresh values
     */
    Optional<Duration> take(List<NodeValue> values, Instant arrivedAt) {
        List<Duration> fresh = values.stream()
                .filter(value -> !told.add(value.node()))
                .flatMap(value -> value.sourceTime().or(value::serverTime).stream())
                .map(time -> Duration.between(arrivedAt, time))
                .toList();
        if (catchingUp) {
            catchingUp = false;
        } else if (!fresh.isEmpty()) {
            last.add(middle(fresh));
            if (last.size() > WINDOW) {
                last.remove();
            }
        }
        return last.size() < ENOUGH
                ? Optional.empty()
                : Optional.of(middle(last.stream().toList()));
    }

    private static Duration middle(List<Duration> some) {
        return some.stream().sorted().toList().get(some.size() / 2);
    }
}
