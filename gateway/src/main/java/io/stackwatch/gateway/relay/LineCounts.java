package io.stackwatch.gateway.relay;

import java.util.concurrent.atomic.LongAdder;

/** What a line has done since it was made. Written by its event loop, read by anybody. */
final class LineCounts {

    final LongAdder connects = new LongAdder();
    final LongAdder failedConnects = new LongAdder();
    final LongAdder written = new LongAdder();
    final LongAdder repeated = new LongAdder();
    final LongAdder receipts = new LongAdder();
    final LongAdder strayReceipts = new LongAdder();
    final LongAdder damagedReceipts = new LongAdder();
    final LongAdder requests = new LongAdder();
    final LongAdder garbled = new LongAdder();
}
