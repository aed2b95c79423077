package io.stackwatch.gateway.exchange;

import io.stackwatch.connectors.hj212.exchange.Exchange;
import io.stackwatch.connectors.hj212.exchange.ExchangeEvent;
import io.stackwatch.connectors.hj212.exchange.ExchangeState;
import java.util.concurrent.atomic.LongAdder;

/** What happened since the start, for metrics. Safe for use by several threads. */
public final class ExchangeCounts {

    private final LongAdder sent = new LongAdder();
    private final LongAdder resent = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder done = new LongAdder();
    private final LongAdder stray = new LongAdder();
    private final LongAdder passedOver = new LongAdder();

    void happened(Exchange before, ExchangeEvent event, Exchange after) {
        switch (event.kind()) {
            case SENT -> (after.attempts() > 1 ? resent : sent).increment();
            case TIMED_OUT -> timeouts.increment();
            default -> {
                // counted by its end
            }
        }
        if (before.state().isOpen() && after.state() == ExchangeState.REFUSED) {
            refused.increment();
        }
        if (before.state().isOpen() && after.state() == ExchangeState.DONE) {
            done.increment();
        }
    }

    void strayed() {
        stray.increment();
    }

    void passedOver() {
        passedOver.increment();
    }

    /** Late or foreign answers behind the hundredth of their exchange, which are not kept with it. */
    public long notKept() {
        return passedOver.sum();
    }

    /** Packets written for the first time. */
    public long sent() {
        return sent.sum();
    }

    /** Packets written again. */
    public long resent() {
        return resent.sum();
    }

    /** Deadlines that passed. */
    public long timeouts() {
        return timeouts.sum();
    }

    /** Requests that stations refused. */
    public long refused() {
        return refused.sum();
    }

    /** Requests that were done. */
    public long done() {
        return done.sum();
    }

    /** Answers to nothing that was asked. */
    public long stray() {
        return stray.sum();
    }
}
