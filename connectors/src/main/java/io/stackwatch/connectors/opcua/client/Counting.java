package io.stackwatch.connectors.opcua.client;

import io.stackwatch.connectors.opcua.source.SourceCounts;
import java.util.concurrent.atomic.LongAdder;

/** The counters of one source, written by it, read by anybody. */
final class Counting {

    final LongAdder connects = new LongAdder();
    final LongAdder cuts = new LongAdder();
    final LongAdder attempts = new LongAdder();
    final LongAdder messages = new LongAdder();
    final LongAdder values = new LongAdder();
    final LongAdder repeated = new LongAdder();
    final LongAdder historyValues = new LongAdder();
    final LongAdder overflows = new LongAdder();
    final LongAdder refusals = new LongAdder();
    final LongAdder notWanted = new LongAdder();
    final LongAdder waiting = new LongAdder();

    SourceCounts snapshot() {
        return new SourceCounts(
                connects.sum(),
                cuts.sum(),
                attempts.sum(),
                messages.sum(),
                values.sum(),
                repeated.sum(),
                historyValues.sum(),
                overflows.sum(),
                refusals.sum(),
                notWanted.sum(),
                waiting.sum());
    }
}
