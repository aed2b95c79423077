package io.stackwatch.gateway.notice;

import io.stackwatch.core.notice.ChannelName;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.Receipt;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The figures of one channel. Written by the dispatcher, read by anybody. */
final class ChannelCounts {

    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong digested = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong retried = new AtomicLong();
    private volatile Optional<DeliveryFault> fault = Optional.empty();

    void waiting(long notices) {
        waiting.set(notices);
    }

    void handedOver(PlannedMessage message) {
        messages.incrementAndGet();
        retried.addAndGet(
                message.tells().stream().filter(on -> on.way().attempt() > 1).count());
    }

    /** Notes a receipt; true if the channel came to fail, to fail otherwise or to work again with it. */
    boolean answered(int notices, Receipt receipt) {
        Optional<DeliveryFault> before = fault;
        fault = receipt.fault();
        if (receipt.state().told()) {
            told.addAndGet(notices);
            digested.addAndGet(notices > 1 ? notices : 0);
        } else {
            failed.addAndGet(notices);
        }
        return !before.equals(receipt.fault());
    }

    ChannelStatus status(ChannelName channel) {
        return new ChannelStatus(
                channel, waiting.get(), messages.get(), told.get(), digested.get(), failed.get(), retried.get(), fault);
    }
}
