package io.stackwatch.gateway.journal;

import io.stackwatch.core.registry.Mn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A journal in memory for tests: passes {@link JournalContract}, answers every receipt before {@link #append} returns.
 *
 * <p>{@link #refuse} makes it refuse from now on, {@link #accept} ends that.
 */
public final class MemoryJournal implements Journal {

    private final List<JournalRecord> records = new ArrayList<>();
    private final Map<String, MemoryCursor> cursors = new TreeMap<>();
    private Optional<Refusal> refusing = Optional.empty();

    /** Refuses everything from now on. */
    public synchronized void refuse(Refusal why) {
        refusing = Optional.of(why);
    }

    /** Accepts again. */
    public synchronized void accept() {
        refusing = Optional.empty();
    }

    @Override
    public void append(Arrival arrival, Receipt receipt) {
        Optional<Refusal> refusal;
        long sequence;
        synchronized (this) {
            refusal = refusing;
            sequence = records.size() + 1L;
            if (refusal.isEmpty()) {
                String previous = records.isEmpty()
                        ? RecordContent.noHash()
                        : records.get(records.size() - 1).sha256();
                records.add(
                        new JournalRecord(sequence, arrival, RecordContent.chainedHash(previous, sequence, arrival)));
                notifyAll();
            }
        }
        if (refusal.isPresent()) {
            receipt.refused(refusal.get());
        } else {
            receipt.durable(sequence);
        }
    }

    @Override
    public synchronized long head() {
        return records.size();
    }

    @Override
    public long tail() {
        return 1;
    }

    @Override
    public synchronized Optional<JournalRecord> read(long sequence) {
        return sequence < 1 || sequence > records.size()
                ? Optional.empty()
                : Optional.of(records.get((int) sequence - 1));
    }

    @Override
    public synchronized List<JournalRecord> find(Mn station, Instant from, Instant until, int limit) {
        return records.stream()
                .filter(r -> r.arrival().station().filter(station::equals).isPresent())
                .filter(r -> !r.arrival().arrivedAt().isBefore(from)
                        && r.arrival().arrivedAt().isBefore(until))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized JournalCursor cursor(String name, StartAt startAt) {
        return cursors.computeIfAbsent(name, n -> new MemoryCursor(n, startAt == StartAt.HEAD ? head() : 0));
    }

    @Override
    public synchronized List<CursorPosition> cursors() {
        return cursors.values().stream()
                .map(c -> new CursorPosition(c.name, c.position))
                .toList();
    }

    @Override
    public synchronized void close() {
        refusing = Optional.of(Refusal.CLOSED);
        notifyAll();
    }

    private final class MemoryCursor implements JournalCursor {
        private final String name;
        private long position;
        private long handedOut;

        private MemoryCursor(String name, long position) {
            this.name = name;
            this.position = position;
            this.handedOut = position;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long position() {
            synchronized (MemoryJournal.this) {
                return position;
            }
        }

        @Override
        public List<JournalRecord> next(int max, Duration patience) throws InterruptedException {
            synchronized (MemoryJournal.this) {
                long end = System.nanoTime() + patience.toNanos();
                while (records.size() <= handedOut) {
                    long millis = (end - System.nanoTime()) / 1_000_000;
                    if (millis <= 0) {
                        return List.of();
                    }
                    MemoryJournal.this.wait(millis);
                }
                int until = (int) Math.min(handedOut + max, records.size());
                List<JournalRecord> batch = List.copyOf(records.subList((int) handedOut, until));
                handedOut = until;
                return batch;
            }
        }

        @Override
        public void advanceTo(long sequence) {
            synchronized (MemoryJournal.this) {
                if (sequence < position || sequence > records.size()) {
                    throw new IllegalArgumentException("cannot advance from " + position + " to " + sequence);
                }
                position = sequence;
                handedOut = Math.max(handedOut, sequence);
            }
        }

        @Override
        public void rewindTo(long sequence) {
            synchronized (MemoryJournal.this) {
                if (sequence < 0 || sequence > records.size()) {
                    throw new IllegalArgumentException("cannot rewind to " + sequence + ", head " + records.size());
                }
                position = sequence;
                handedOut = sequence;
            }
        }
    }
}
