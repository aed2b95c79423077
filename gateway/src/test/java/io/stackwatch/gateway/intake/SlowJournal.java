package io.stackwatch.gateway.intake;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalCursor;
import io.stackwatch.gateway.journal.JournalRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps appends back until a test releases them. */
final class SlowJournal implements Journal {

    private final Journal journal;
    private final List<Runnable> held = new ArrayList<>();

    SlowJournal(Journal journal) {
        this.journal = journal;
    }

    synchronized void release() {
        held.forEach(Runnable::run);
        held.clear();
    }

    synchronized int held() {
        return held.size();
    }

    @Override
    public synchronized void append(Arrival arrival, Receipt receipt) {
        held.add(() -> journal.append(arrival, receipt));
    }

    @Override
    public long head() {
        return journal.head();
    }

    @Override
    public long tail() {
        return journal.tail();
    }

    @Override
    public Optional<JournalRecord> read(long sequence) {
        return journal.read(sequence);
    }

    @Override
    public List<JournalRecord> find(Mn station, Instant from, Instant until, int limit) {
        return journal.find(station, from, until, limit);
    }

    @Override
    public JournalCursor cursor(String name, StartAt startAt) {
        return journal.cursor(name, startAt);
    }

    @Override
    public List<CursorPosition> cursors() {
        return journal.cursors();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
