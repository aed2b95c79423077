package io.stackwatch.gateway.relay;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** What a relay has done since it was started. Written by its thread, read by anybody. */
final class RelayCounts {

    private final Map<Outcome.Kind, LongAdder> outcomes = new EnumMap<>(Outcome.Kind.class);
    private final Map<Selection.Why, LongAdder> left = new EnumMap<>(Selection.Why.class);
    private final LongAdder entered = new LongAdder();

    RelayCounts() {
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            outcomes.put(kind, new LongAdder());
        }
        for (Selection.Why why : Selection.Why.values()) {
            left.put(why, new LongAdder());
        }
    }

    void entered(long frames) {
        entered.add(frames);
    }

    void outcome(Outcome.Kind kind) {
        of(outcomes, kind).increment();
    }

    void left(Selection.Why why) {
        of(left, why).increment();
    }

    /** All of it, together with what the line has counted. */
    RelayStatus.Counts with(LineCounts line) {
        Map<String, Long> passedOver = new TreeMap<>();
        left.forEach((why, count) -> {
            if (count.sum() > 0) {
                passedOver.put(why.name(), count.sum());
            }
        });
        return new RelayStatus.Counts(
                entered.sum(),
                line.written.sum(),
                line.repeated.sum(),
                of(outcomes, Outcome.Kind.RECEIPTED).sum(),
                of(outcomes, Outcome.Kind.WRITTEN).sum(),
                of(outcomes, Outcome.Kind.REFUSED).sum(),
                of(outcomes, Outcome.Kind.BEHIND).sum(),
                of(outcomes, Outcome.Kind.GIVEN_UP).sum(),
                line.strayReceipts.sum(),
                line.damagedReceipts.sum(),
                line.connects.sum(),
                line.failedConnects.sum(),
                line.requests.sum(),
                passedOver);
    }

    private static <K> LongAdder of(Map<K, LongAdder> counts, K key) {
        LongAdder adder = counts.get(key);
        if (adder == null) {
            throw new IllegalStateException("every constant has a counter: " + key);
        }
        return adder;
    }
}
