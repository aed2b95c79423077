package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.Journal.Refusal;
import io.stackwatch.gateway.journal.segment.AppendQueue.Pending;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that hands out receipts, in order, while the writer already waits for the disk again.
 *
 * <p>Its queue is bounded by the append queue: nothing leaves that before its receipt was called.
 */
final class ReceiptDesk implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptDesk.class);
    private static final Answered END = new Answered(List.of(), 0, null);

    private final BlockingQueue<Answered> answered = new LinkedBlockingQueue<>();
    private final AppendQueue queue;
    private final LongAdder failed = new LongAdder();

    ReceiptDesk(AppendQueue queue) {
        this.queue = queue;
    }

    private record Answered(List<Pending> appends, long firstSequence, @Nullable Refusal refusal) {

        boolean isEnd() {
            return appends.isEmpty();
        }
    }

    void durable(List<Pending> appends, long firstSequence) {
        answered.add(new Answered(appends, firstSequence, null));
    }

    void refused(List<Pending> appends, Refusal why) {
        answered.add(new Answered(appends, 0, why));
    }

    /** Ends the thread when all receipts so far are handed out. */
    void end() {
        answered.add(END);
    }

    /** Receipts that threw when they were called. */
    long failedReceipts() {
        return failed.sum();
    }

    @Override
    public void run() {
        try {
            for (Answered next = answered.take(); !next.isEnd(); next = answered.take()) {
                handOut(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error("journal=receipts thread was interrupted; receipts are lost until restart", e);
        }
    }

    private void handOut(Answered answer) {
        long sequence = answer.firstSequence();
        long bytes = 0;
        for (Pending append : answer.appends()) {
            try {
                if (answer.refusal() == null) {
                    append.receipt().durable(sequence++);
                } else {
                    append.receipt().refused(answer.refusal());
                }
            } catch (RuntimeException | Error e) {
                // one caller's mistake must not keep the others waiting
                failed.increment();
                if (failed.sum() == 1) {
                    LOG.error("journal=receipts a receipt failed (logged once, counted)", e);
                }
            }
            bytes += append.size();
        }
        queue.release(answer.appends().size(), bytes);
    }
}
