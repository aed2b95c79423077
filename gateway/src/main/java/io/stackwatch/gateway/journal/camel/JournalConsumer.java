package io.stackwatch.gateway.journal.camel;

import io.stackwatch.gateway.journal.JournalCursor;
import io.stackwatch.gateway.journal.JournalRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that reads a cursor and hands batches to the route. */
final class JournalConsumer extends DefaultConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(JournalConsumer.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final long LAZY_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long STOP_MILLIS = 10_000;

    private final JournalEndpoint endpoint;
    private final String name;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile ReaderStatus reader;
    private @Nullable ExecutorService thread;

    JournalConsumer(JournalEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.name = endpoint.cursorName();
        this.reader = new ReaderStatus(name, 0, 0, 0, Optional.empty());
    }

    ReaderStatus status() {
        return reader;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        endpoint.journalComponent().started(name, this);
        JournalCursor opened = endpoint.openCursor();
        // what an earlier run of this route was handed but did not finish comes again
        opened.rewindTo(opened.position());
        stopping = new CountDownLatch(1);
        reader = new ReaderStatus(name, opened.position(), reader.handled(), 0, Optional.empty());
        ExecutorService started =
                endpoint.getCamelContext().getExecutorServiceManager().newSingleThreadExecutor(this, "journal-" + name);
        thread = started;
        started.execute(() -> read(opened));
    }

    @Override
    protected void doStop() throws Exception {
        stopping.countDown();
        if (thread != null) {
            endpoint.getCamelContext().getExecutorServiceManager().shutdownGraceful(thread, STOP_MILLIS);
            thread = null;
        }
        endpoint.journalComponent().stopped(name, this);
        super.doStop();
    }

    private void read(JournalCursor from) {
        BackOff backOff = endpoint.backOff();
        long lastAdvance = System.nanoTime();
        long handedOut = from.position();
        try {
            while (stopping.getCount() > 0) {
                List<JournalRecord> batch = next(from, backOff);
                if (batch.isEmpty()) {
                    continue;
                }
                if (!deliver(batch, backOff)) {
                    break;
                }
                handedOut = batch.get(batch.size() - 1).sequence();
                boolean due = endpoint.advances() || System.nanoTime() - lastAdvance > LAZY_NANOS;
                if (due) {
                    if (!advance(from, handedOut, backOff)) {
                        break;
                    }
                    lastAdvance = System.nanoTime();
                }
                backOff.reset();
                reader = new ReaderStatus(name, handedOut, reader.handled() + batch.size(), 0, Optional.empty());
            }
            if (!endpoint.advances() && handedOut > from.position() && reader.position() == handedOut) {
                from.advanceTo(handedOut);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private List<JournalRecord> next(JournalCursor from, BackOff backOff) throws InterruptedException {
        try {
            return from.next(endpoint.batchSize(), PATIENCE);
        } catch (RuntimeException e) {
            failed(e);
            pause(backOff);
            return List.of();
        }
    }

    /** Hands the batch to the route until it takes it; false when the consumer stops first. */
    private boolean deliver(List<JournalRecord> batch, BackOff backOff) throws InterruptedException {
        while (stopping.getCount() > 0) {
            Optional<Throwable> failure = attempt(batch);
            if (failure.isEmpty()) {
                return true;
            }
            failed(failure.get());
            pause(backOff);
        }
        return false;
    }

    private Optional<Throwable> attempt(List<JournalRecord> batch) {
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setBody(batch);
            getProcessor().process(exchange);
            return Optional.ofNullable(exchange.getException());
        } catch (Exception e) {
            return Optional.of(e);
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private boolean advance(JournalCursor from, long sequence, BackOff backOff) throws InterruptedException {
        while (true) {
            try {
                from.advanceTo(sequence);
                return true;
            } catch (RuntimeException e) {
                failed(e);
                if (stopping.getCount() == 0) {
                    return false;
                }
                pause(backOff);
            }
        }
    }

    private void pause(BackOff backOff) throws InterruptedException {
        boolean stop = stopping.await(backOff.next().toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("cursor={} pause over, stopping={}", name, stop);
    }

    private void failed(Throwable failure) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        ReaderStatus before = reader;
        if (!before.lastFailure().equals(Optional.of(text))) {
            LOG.warn("cursor={} position={} batch failed, will be tried again: {}", name, before.position(), text);
        }
        reader = new ReaderStatus(
                name, before.position(), before.handled(), before.failuresInARow() + 1, Optional.of(text));
    }
}
