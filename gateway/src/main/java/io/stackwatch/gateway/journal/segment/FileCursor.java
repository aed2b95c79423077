package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.JournalCursor;
import io.stackwatch.gateway.journal.JournalRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A cursor whose place is a small file. */
final class FileCursor implements JournalCursor {

    private static final Logger LOG = LoggerFactory.getLogger(FileCursor.class);
    private static final int BATCH_BYTES = 4 << 20;

    private final String name;
    private final Path file;
    private final Catalogue catalogue;
    private final DurableHead head;
    private volatile long position;
    private volatile long handedOut;
    private final LongAdder lost = new LongAdder();

    FileCursor(String name, Path file, long position, Catalogue catalogue, DurableHead head) {
        this.name = name;
        this.file = file;
        this.position = position;
        this.handedOut = position;
        this.catalogue = catalogue;
        this.head = head;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long position() {
        return position;
    }

    /** Records that retention removed before this cursor had read them. */
    long lost() {
        return lost.sum();
    }

    @Override
    public List<JournalRecord> next(int max, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            long from = handedOut;
            if (!head.awaitBeyond(from, end - System.nanoTime())) {
                return List.of();
            }
            long start = behindRetention(from) + 1;
            Catalogue.Piece piece = catalogue.readUnchecked(start, max, BATCH_BYTES);
            synchronized (this) {
                if (handedOut != from) {
                    // rewound while reading
                    continue;
                }
                handedOut = piece.lastCovered();
            }
            if (!piece.records().isEmpty()) {
                return piece.records();
            }
            if (piece.lastCovered() == from) {
                // nothing can be read here yet
                return List.of();
            }
        }
    }

    @Override
    public synchronized void advanceTo(long sequence) {
        if (sequence < position || sequence > head.get()) {
            throw new IllegalArgumentException(
                    "cursor " + name + " cannot advance from " + position + " to " + sequence + ", head " + head.get());
        }
        if (sequence != position) {
            save(sequence);
        }
        handedOut = Math.max(handedOut, sequence);
    }

    @Override
    public synchronized void rewindTo(long sequence) {
        if (sequence < 0 || sequence > head.get()) {
            throw new IllegalArgumentException(
                    "cursor " + name + " cannot be set to " + sequence + ", head " + head.get());
        }
        save(sequence);
        handedOut = sequence;
    }

    private void save(long sequence) {
        try {
            CursorFile.write(file, name, sequence);
            position = sequence;
        } catch (IOException e) {
            throw new UncheckedIOException("cursor " + name + " at " + sequence, e);
        }
    }

    private long behindRetention(long from) {
        long before = catalogue.tail() - 1;
        if (from >= before) {
            return from;
        }
        lost.add(before - from);
        LOG.error(
                "cursor={} sequence={} to={} were removed by retention before they were read", name, from + 1, before);
        return before;
    }
}
