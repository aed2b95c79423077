package io.stackwatch.gateway.intake;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalCursor;
import io.stackwatch.gateway.journal.JournalRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The yardstick of the benchmark: a journal that keeps nothing and says at once that it did. Never a test's fake. */
final class NothingJournal implements Journal {

    private final AtomicLong sequence = new AtomicLong();

    @Override
    public void append(Arrival arrival, Receipt receipt) {
        receipt.durable(sequence.incrementAndGet());
    }

    @Override
    public long head() {
        return sequence.get();
    }

    @Override
    public long tail() {
        return 1;
    }

    @Override
    public Optional<JournalRecord> read(long number) {
        return Optional.empty();
    }

    @Override
    public List<JournalRecord> find(Mn station, Instant from, Instant until, int limit) {
        return List.of();
    }

    @Override
    public void recentAccepted(int count, DigestVisitor visitor) {}

    @Override
    public JournalCursor cursor(String name, StartAt startAt) {
        throw new UnsupportedOperationException("nothing is kept");
    }

    @Override
    public List<CursorPosition> cursors() {
        return List.of();
    }

    @Override
    public void close() {}
}
