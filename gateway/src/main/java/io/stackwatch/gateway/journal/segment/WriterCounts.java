package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.Journal.Refusal;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What the writer has done since the start. Written by few threads, read by any. */
final class WriterCounts {

    final LongAdder records = new LongAdder();
    final LongAdder bytes = new LongAdder();
    final LongAdder forces = new LongAdder();
    final LongAdder forceNanos = new LongAdder();
    final LongAdder faults = new LongAdder();
    private final Map<Refusal, LongAdder> refused = new EnumMap<>(Refusal.class);
    private volatile long longestForceNanos;

    WriterCounts() {
        for (Refusal why : Refusal.values()) {
            refused.put(why, new LongAdder());
        }
    }

    /** For the writer only. */
    void forced(long nanos) {
        forces.increment();
        forceNanos.add(nanos);
        longestForceNanos = Math.max(longestForceNanos, nanos);
    }

    void refused(Refusal why, int count) {
        refused.getOrDefault(why, new LongAdder()).add(count);
    }

    long longestForceNanos() {
        return longestForceNanos;
    }

    Map<Refusal, Long> refusedByReason() {
        Map<Refusal, Long> sums = new EnumMap<>(Refusal.class);
        refused.forEach((why, count) -> sums.put(why, count.sum()));
        return Map.copyOf(sums);
    }
}
