package io.stackwatch.gateway.history;

import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.gateway.history.HistoryState.Condition;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalCursor;
import io.stackwatch.gateway.journal.JournalRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the {@link ReadingLog} from the journal, in order, at its own speed.
 *
 * <p>The place in the journal moves only after the store has taken the batch. A store that does not answer is asked again
 * with growing pauses, and nothing is lost meanwhile; a record that the store refuses is passed over, counted and logged.
 * One thread of its own between {@link #start} and {@link #close}.
 */
public final class HistoryCursor implements AutoCloseable {

    /** The name of the cursor in the journal. */
    public static final String NAME = "history";

    private static final Logger LOG = LoggerFactory.getLogger(HistoryCursor.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final Journal journal;
    private final RecordEntries entries;
    private final ReadingLog log;
    private final Clock clock;
    private final HistoryOptions options;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;
    private volatile HistoryState state;

    public HistoryCursor(Journal journal, RecordEntries entries, ReadingLog log, Clock clock, HistoryOptions options) {
        this.journal = journal;
        this.entries = entries;
        this.log = log;
        this.clock = clock;
        this.options = options;
        this.state = new HistoryState(Condition.STOPPED, 0, 0, 0, 0, Optional.empty(), clock.instant());
    }

    /** Begins to read. May be called once. */
    public synchronized void start() {
        if (thread != null) {
            throw new IllegalStateException("the history was started before");
        }
        Thread reader = new Thread(this::run, "history-cursor");
        reader.setDaemon(true);
        thread = reader;
        reader.start();
    }

    /** How it is doing now. */
    public HistoryState state() {
        HistoryState seen = state;
        long lag = Math.max(0, journal.head() - seen.position());
        return new HistoryState(
                seen.condition(), seen.position(), lag, seen.written(), seen.parked(), seen.problem(), seen.since());
    }

    /** Stops after the batch in hand. Repeating it is harmless. */
    @Override
    public void close() {
        stopping.countDown();
        Thread reader;
        synchronized (this) {
            reader = thread;
        }
        if (reader == null) {
            return;
        }
        try {
            reader.join(STOP_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            JournalCursor cursor = journal.cursor(NAME, Journal.StartAt.TAIL);
            become(Condition.UP, cursor.position(), 0, 0, Optional.empty());
            Instant forgotten = Instant.EPOCH;
            while (stopping.getCount() > 0) {
                Instant now = clock.instant();
                if (Duration.between(forgotten, now).compareTo(options.forgetEvery()) >= 0) {
                    forget(now);
                    forgotten = now;
                }
                step(cursor);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("history stopped; reason={}", e.toString(), e);
            become(Condition.STOPPED, state.position(), 0, 0, Optional.of(e.toString()));
            return;
        }
        become(Condition.STOPPED, state.position(), 0, 0, Optional.empty());
    }

    private void step(JournalCursor cursor) throws InterruptedException {
        try {
            List<JournalRecord> batch = cursor.next(options.batch(), options.patience());
            if (!batch.isEmpty()) {
                store(batch);
                long last = batch.get(batch.size() - 1).sequence();
                cursor.advanceTo(last);
                become(Condition.UP, last, 0, 0, Optional.empty());
            }
        } catch (RuntimeException e) {
            LOG.error("history cannot go on, trying again; position={} reason={}", cursor.position(), e.toString());
            become(Condition.STORE_DOWN, cursor.position(), 0, 0, Optional.of(e.toString()));
            pause(options.lastBackOff());
            cursor.rewindTo(cursor.position());
        }
    }

    /** Returns when every record of the batch is stored or parked. */
    private void store(List<JournalRecord> batch) throws InterruptedException {
        Map<JournalRecord, List<ReadingLog.Entry>> byRecord = new LinkedHashMap<>();
        for (JournalRecord record : batch) {
            byRecord.put(record, read(record));
        }
        try {
            write(byRecord.values().stream().flatMap(List::stream).toList());
        } catch (ReadingLog.Refused refusedAsAWhole) {
            for (Map.Entry<JournalRecord, List<ReadingLog.Entry>> one : byRecord.entrySet()) {
                try {
                    write(one.getValue());
                } catch (ReadingLog.Refused e) {
                    park(one.getKey(), e);
                }
            }
        }
    }

    private List<ReadingLog.Entry> read(JournalRecord record) {
        try {
            return entries.of(record);
        } catch (RuntimeException e) {
            park(record, e);
            return List.of();
        }
    }

    private void write(List<ReadingLog.Entry> values) throws InterruptedException {
        if (values.isEmpty()) {
            return;
        }
        Duration pause = options.firstBackOff();
        while (true) {
            try {
                log.write(values);
                if (state.condition() == Condition.STORE_DOWN) {
                    LOG.info("history store answers again; position={}", state.position());
                }
                become(Condition.UP, state.position(), values.size(), 0, Optional.empty());
                return;
            } catch (ReadingLog.Unavailable e) {
                if (state.condition() != Condition.STORE_DOWN) {
                    LOG.warn(
                            "history store does not answer, waiting; position={} reason={}",
                            state.position(),
                            e.getMessage());
                }
                become(Condition.STORE_DOWN, state.position(), 0, 0, Optional.of(String.valueOf(e.getMessage())));
            }
            pause(pause);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(options.lastBackOff()) > 0 ? options.lastBackOff() : doubled;
        }
    }

    /** Not an interrupt ends a wait here but the latch: an interrupt would close file channels under the journal. */
    private void pause(Duration length) throws InterruptedException {
        if (stopping.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("stopping");
        }
    }

    private void forget(Instant now) {
        for (Span span : options.retention().ages().keySet()) {
            try {
                log.forget(span, options.retention().horizon(span, now));
            } catch (ReadingLog.Unavailable e) {
                LOG.warn("history could not forget; span={} reason={}", span, e.getMessage());
            }
        }
    }

    private void park(JournalRecord record, RuntimeException why) {
        LOG.error("history passes over a record; sequence={} reason={}", record.sequence(), why.toString());
        become(
                state.condition(),
                state.position(),
                0,
                1,
                Optional.of("record " + record.sequence() + ": " + why.getMessage()));
    }

    /** Only the cursor's own thread comes here. */
    private void become(Condition condition, long position, long written, long parked, Optional<String> problem) {
        HistoryState before = state;
        state = new HistoryState(
                condition,
                position,
                0,
                before.written() + written,
                before.parked() + parked,
                problem.isPresent() ? problem : before.problem(),
                before.condition() == condition ? before.since() : clock.instant());
    }
}
