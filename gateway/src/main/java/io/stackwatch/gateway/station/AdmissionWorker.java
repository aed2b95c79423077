package io.stackwatch.gateway.station;

import io.stackwatch.gateway.intake.Answer;
import io.stackwatch.gateway.intake.Intake;
import io.stackwatch.gateway.journal.Admitted;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.Journal.Refusal;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.records.AdmissionRecords;
import io.stackwatch.gateway.records.AdmissionRow;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Journals the quarantined frames of admitted stations again, in order, through the intake, which knows a frame that is
 * there already.
 *
 * <p>Each is judged again, as if its sender sent it now, under what is registered: what would not be accepted stays where it
 * is and is counted.
 *
 * <p>Its place is kept after every page. What was journaled and not noted when the process died is recognised as a repeat
 * by the intake: each frame is there once. One thread between {@link #start} and {@link #close}.
 */
public final class AdmissionWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionWorker.class);

    /** Frames that are handed over before the place is kept: few, so that live traffic does not wait behind them. */
    static final int PAGE = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(35);

    private final RecordStore store;
    private final Journal journal;
    private final Intake intake;
    private final LiveRegistry registry;
    private final Clock clock;
    private final SecondLook secondLook = new SecondLook();
    private final Semaphore wakes = new Semaphore(0);
    private long newestKnown;
    private volatile boolean closing;
    private @Nullable Thread thread;

    public AdmissionWorker(RecordStore store, Journal journal, Intake intake, LiveRegistry registry, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.intake = intake;
        this.registry = registry;
        this.clock = clock;
    }

    /** Begins, with what an earlier process left. May be called once. */
    public synchronized void start() {
        if (thread != null) {
            throw new IllegalStateException("the admission worker was started before");
        }
        Thread worker = new Thread(this::run, "admissions");
        worker.setDaemon(true);
        thread = worker;
        worker.start();
    }

    /** Says that there may be something to do. From any thread. */
    public void wake() {
        wakes.release();
    }

    /** Stops after the page in hand. Repeating it is harmless. */
    @Override
    public void close() {
        closing = true;
        wakes.release();
        Thread worker;
        synchronized (this) {
            worker = thread;
        }
        if (worker == null) {
            return;
        }
        try {
            worker.join(STOP_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        String lastFailure = "";
        while (!closing) {
            boolean more = false;
            String failure = "";
            try {
                for (AdmissionRow row : store.read(AdmissionRecords::running)) {
                    try {
                        more |= !closing && step(row);
                    } catch (RuntimeException failed) {
                        // the other stations do not wait for this one
                        failure = row.id() + " " + failed;
                    }
                }
            } catch (RuntimeException failed) {
                failure = failed.toString();
            }
            if (!failure.isEmpty() && !failure.equals(lastFailure)) {
                LOG.error("admission=waiting, tried again why={}", failure);
            }
            lastFailure = failure;
            if (!more) {
                pause();
            }
        }
    }

    /** Not an interrupt ends a wait here: it would close file channels under the journal. */
    private void pause() {
        try {
            if (wakes.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
        }
    }

    /** Deals with one page; whether there may be another. */
    boolean step(AdmissionRow row) {
        if (row.id() > newestKnown) {
            // the act is older than its row: what it registered is known from here on
            registry.refresh();
            newestKnown = row.id();
        }
        long head = journal.head();
        List<JournalRecord> page = journal.findAfter(row.mn(), row.place(), PAGE);
        boolean anyOfThis = false;
        int journaled = 0;
        int left = 0;
        long place = row.place();
        for (JournalRecord record : page) {
            if (belongs(record, row)) {
                anyOfThis = true;
                Instant now = clock.instant();
                Arrival first = record.arrival();
                if (!secondLook.accepts(first, registry.snapshot().profileToLetIn(first, now))) {
                    left++;
                } else if (again(Admitted.again(record, now, row.by()))) {
                    journaled++;
                } else {
                    // what comes behind it would overtake it
                    keep(row.at(place, journaled, left));
                    return false;
                }
            }
            place = record.sequence();
        }
        if (!anyOfThis && (page.isEmpty() || isBehind(page.get(page.size() - 1), row))) {
            done(row, page.isEmpty() ? head : place);
            return false;
        }
        keep(row.at(place, journaled, left));
        return true;
    }

    private void keep(AdmissionRow row) {
        store.write(handle -> {
            AdmissionRecords.keep(handle, row);
            return row.place();
        });
    }

    private void done(AdmissionRow row, long upTo) {
        store.write(handle -> {
            AdmissionRecords.done(handle, row.id(), upTo);
            return upTo;
        });
        LOG.info(
                "admission={} mn={} journaled={} left={} upTo={}",
                row.id(),
                row.mn(),
                row.journaled(),
                row.left(),
                upTo);
    }

    private static boolean isBehind(JournalRecord record, AdmissionRow row) {
        return record.arrival().arrivedAt().isAfter(row.untilAt());
    }

    private static boolean belongs(JournalRecord record, AdmissionRow row) {
        Arrival arrival = record.arrival();
        return arrival.disposition() == Arrival.Disposition.QUARANTINED
                && !isBehind(record, row)
                && row.hosts().contains(Stranger.host(arrival.peer()))
                && Detail.value(arrival.detail(), "reason").equals(Optional.of(row.reason()));
    }

    /** Hands a frame over and waits for it; whether it is durable. */
    private boolean again(Arrival arrival) {
        CountDownLatch answered = new CountDownLatch(1);
        AtomicBoolean durable = new AtomicBoolean();
        intake.take(arrival, new Answer() {
            @Override
            public void kept(long sequence) {
                durable.set(true);
                answered.countDown();
            }

            @Override
            public void refused(Refusal why) {
                answered.countDown();
            }

            @Override
            public void dropped() {
                answered.countDown();
            }
        });
        try {
            return answered.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) && durable.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
