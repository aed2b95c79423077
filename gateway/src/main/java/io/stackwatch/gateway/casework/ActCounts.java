package io.stackwatch.gateway.casework;

import io.stackwatch.core.enforcement.StepDecision;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What became of requests to act, since start; for metrics. Safe for use by several threads. */
public final class ActCounts {

    private final AtomicLong kept = new AtomicLong();
    private final Map<StepDecision.Reason, AtomicLong> notTaken = new EnumMap<>(StepDecision.Reason.class);
    private final Map<ActAnswer.Reason, AtomicLong> notKept = new EnumMap<>(ActAnswer.Reason.class);

    ActCounts() {
        for (StepDecision.Reason reason : StepDecision.Reason.values()) {
            notTaken.put(reason, new AtomicLong());
        }
        for (ActAnswer.Reason reason : ActAnswer.Reason.values()) {
            notKept.put(reason, new AtomicLong());
        }
    }

    ActAnswer counted(ActAnswer answer) {
        AtomicLong counter = answer.match(
                done -> kept,
                refused -> counter(notTaken, refused.why().reason()),
                refused -> counter(notKept, refused.reason()));
        counter.incrementAndGet();
        return answer;
    }

    private static <R> AtomicLong counter(Map<R, AtomicLong> counters, R reason) {
        AtomicLong found = counters.get(reason);
        if (found == null) {
            throw new IllegalStateException("no counter for " + reason);
        }
        return found;
    }

    /** Acts that were kept. */
    public long kept() {
        return kept.get();
    }

    /** Acts that the tables refused for a reason. */
    public long notTaken(StepDecision.Reason reason) {
        return counter(notTaken, reason).get();
    }

    /** Acts that did not come to the tables for a reason. */
    public long notKept(ActAnswer.Reason reason) {
        return counter(notKept, reason).get();
    }
}
