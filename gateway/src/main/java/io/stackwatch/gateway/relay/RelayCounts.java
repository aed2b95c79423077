package io.stackwatch.gateway.relay;

import java.util.EnumMap;
import java.util.Map;
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

    long entered() {
        return entered.sum();
    }

    long outcomes(Outcome.Kind kind) {
        return of(outcomes, kind).sum();
    }

    /** Records that were not forwarded, by reason; reasons that never came up are left out. */
    Map<Selection.Why, Long> leftByReason() {
        Map<Selection.Why, Long> counted = new EnumMap<>(Selection.Why.class);
        left.forEach((why, count) -> {
            if (count.sum() > 0) {
                counted.put(why, count.sum());
            }
        });
        return counted;
    }

    private static <K> LongAdder of(Map<K, LongAdder> counts, K key) {
        LongAdder adder = counts.get(key);
        if (adder == null) {
            throw new IllegalStateException("every constant has a counter: " + key);
        }
        return adder;
    }
}
