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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Journals the quarantined frames of admitted stations again, in order, through the intake, which knows a frame that is
 * there already.
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
    private final Clock clock;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean closing;
    private @Nullable Thread thread;

    public AdmissionWorker(RecordStore store, Journal journal, Intake intake, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.intake = intake;
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
            try {
                for (AdmissionRow row : store.read(AdmissionRecords::running)) {
                    more |= !closing && step(row);
                }
                lastFailure = "";
            } catch (RuntimeException failed) {
                if (!failed.toString().equals(lastFailure)) {
                    lastFailure = failed.toString();
                    LOG.error("admission=waiting, tried again why={}", lastFailure);
                }
            }
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
        long head = journal.head();
        List<JournalRecord> page = journal.findAfter(row.mn(), row.place(), PAGE);
        List<JournalRecord> ours =
                page.stream().filter(record -> belongs(record, row)).toList();
        long last = page.isEmpty() ? head : page.get(page.size() - 1).sequence();
        if (ours.isEmpty() && (page.isEmpty() || isBehind(page.get(page.size() - 1), row))) {
            done(row, last);
            return false;
        }
        if (!again(ours, row.by())) {
            return false;
        }
        store.write(handle -> {
            AdmissionRecords.keep(handle, row.at(last, ours.size()));
            return last;
        });
        return true;
    }

    private void done(AdmissionRow row, long upTo) {
        store.write(handle -> {
            AdmissionRecords.done(handle, row.id(), upTo);
            return upTo;
        });
        LOG.info("admission={} mn={} journaled={} upTo={}", row.id(), row.mn(), row.journaled(), upTo);
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

    /** Hands frames over and waits for all of them; whether every one is durable. */
    private boolean again(List<JournalRecord> frames, String by) {
        CountDownLatch answers = new CountDownLatch(frames.size());
        AtomicInteger kept = new AtomicInteger();
        Answer answer = new Answer() {
            @Override
            public void kept(long sequence) {
                kept.incrementAndGet();
                answers.countDown();
            }

            @Override
            public void refused(Refusal why) {
                answers.countDown();
            }

            @Override
            public void dropped() {
                answers.countDown();
            }
        };
        for (JournalRecord frame : frames) {
            intake.take(Admitted.again(frame, clock.instant(), by), answer);
        }
        try {
            return answers.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) && kept.get() == frames.size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
