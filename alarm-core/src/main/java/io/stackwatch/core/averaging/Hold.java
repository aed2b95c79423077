package io.stackwatch.core.averaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value and the time over which it held: the sample at an instant is the newest value whose source timestamp is not later,
 * as long as the subscription was alive then, and behind that there is none (decision record 0026).
 *
 * @param value the value
 * @param from first instant at which it held
 * @param until first instant at which it is no longer known to
 */
public record Hold(PlacedSample value, Instant from, Instant until) {

    /**
     * How far a subscription was known to be alive.
     *
     * @param since since when without a cut
     * @param before until when it was known before the batch in hand
     * @param until until when it is known with it: the arrival of the batch
     */
    public record Alive(Instant since, Instant before, Instant until) {}

    /**
     * What a batch of a living subscription says of one node. A value from before the subscription lived was queued during a
     * cut: there it counts as read back.
     *
     * @param newest the newest value of the node before this batch
     * @param arrived values of the node in the batch, oldest first; of two with one timestamp the second holds
     * @param expected the longest that a value stands for itself where nobody was watching
     */
    public static List<Hold> live(
            Optional<PlacedSample> newest, List<PlacedSample> arrived, Alive alive, Duration expected) {
        List<Hold> holds = new ArrayList<>(arrived.size() + 1);
        newest.ifPresent(value -> add(holds, value, alive.before(), endOf(value, arrived, alive.until())));
        for (int i = 0; i < arrived.size(); i++) {
            PlacedSample value = arrived.get(i);
            Instant until =
                    i + 1 < arrived.size() ? earlier(arrived.get(i + 1).sourceTime(), alive.until()) : alive.until();
            if (value.sourceTime().isBefore(alive.since())) {
                add(holds, value.asReadBack(), value.sourceTime(), earlier(end(arrived, i, expected), alive.since()));
            }
            add(holds, value, later(value.sourceTime(), alive.since()), until);
        }
        return holds;
    }

    /**
     * What was read back of one node for a cut: each value held until the next, and at most for the expected interval.
     *
     * @param values oldest first
     */
    public static List<Hold> readBack(List<PlacedSample> values, Duration expected) {
        List<Hold> holds = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            PlacedSample value = values.get(i);
            add(holds, value.asReadBack(), value.sourceTime(), end(values, i, expected));
        }
        return holds;
    }

    private static Instant endOf(PlacedSample value, List<PlacedSample> arrived, Instant until) {
        for (PlacedSample next : arrived) {
            if (!next.sourceTime().isBefore(value.sourceTime())) {
                return earlier(next.sourceTime(), until);
            }
        }
        return until;
    }

    private static void add(List<Hold> holds, PlacedSample value, Instant from, Instant until) {
        if (from.isBefore(until)) {
            holds.add(new Hold(value, from, until));
        }
    }

    private static Instant end(List<PlacedSample> values, int i, Duration expected) {
        Instant own = values.get(i).sourceTime().plus(expected);
        return i + 1 < values.size() ? earlier(own, values.get(i + 1).sourceTime()) : own;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
