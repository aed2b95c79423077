package io.stackwatch.gateway.station;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalCursor;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.journal.MemoryJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A journal in memory that refuses after so many appends, or fails when a station is looked for; and counts. */
final class TroubledJournal implements Journal {

    /** A receipt of what must be kept. */
    static final Receipt KEPT = new Receipt() {
        @Override
        public void durable(long sequence) {}

        @Override
        public void refused(Refusal why) {
            throw new AssertionError("refused: " + why);
        }
    };

    private final MemoryJournal memory = new MemoryJournal();
    private final List<JournalRecord> all = new ArrayList<>();
    private int refusedAfter = Integer.MAX_VALUE;
    private long appended;
    private long found;
    private @Nullable Mn failing;

    synchronized void refuseAfter(int more) {
        refusedAfter = more;
    }

    synchronized void failFor(Mn station) {
        failing = station;
    }

    synchronized void failForNobody() {
        failing = null;
    }

    synchronized void countReads() {
        found = 0;
    }

    /** Records that were found for a station. */
    synchronized long found() {
        return found;
    }

    synchronized long appended() {
        return appended;
    }

    @Override
    public synchronized void append(Arrival arrival, Receipt receipt) {
        if (refusedAfter <= 0) {
            receipt.refused(Refusal.DISK_FULL);
            return;
        }
        refusedAfter--;
        appended++;
        memory.append(arrival, receipt);
        all.add(memory.read(memory.head()).orElseThrow());
    }

    @Override
    public long head() {
        return memory.head();
    }

    @Override
    public long tail() {
        return memory.tail();
    }

    @Override
    public Optional<JournalRecord> read(long sequence) {
        return memory.read(sequence);
    }

    @Override
    public List<JournalRecord> find(Mn station, Instant from, Instant until, int limit) {
        return memory.find(station, from, until, limit);
    }

    @Override
    public synchronized List<JournalRecord> findAfter(Mn station, long sequence, int limit) {
        if (station.equals(failing)) {
            throw new IllegalStateException("the index is broken");
        }
        List<JournalRecord> some = all.stream()
                .skip(sequence)
                .filter(record -> record.arrival().station().equals(Optional.of(station)))
                .limit(limit)
                .toList();
        found += some.size();
        return some;
    }

    @Override
    public JournalCursor cursor(String name, StartAt startAt) {
        return memory.cursor(name, startAt);
    }

    @Override
    public List<CursorPosition> cursors() {
        return memory.cursors();
    }

    @Override
    public void close() {
        memory.close();
    }
}
