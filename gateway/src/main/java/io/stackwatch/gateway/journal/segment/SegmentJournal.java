package io.stackwatch.gateway.journal.segment;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.JournalCursor;
import io.stackwatch.gateway.journal.JournalRecord;
import io.stackwatch.gateway.journal.segment.AppendQueue.Pending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal in segment files on a local disk; the format is ADR 0014.
 *
 * <p>Three threads of its own: the writer, the one that hands out receipts, the one that packs. A full or faulty disk makes
 * it refuse, visibly, until the disk is well again; it never needs a restart for that. Reading methods throw
 * {@link UncheckedIOException} if the disk cannot be read.
 */
public final class SegmentJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentJournal.class);
    private static final Duration CLOSING = Duration.ofSeconds(60);
    private static final int READ_BYTES = 1;

    private final Path directory;
    private final JournalOptions options;
    private final DirectoryLock lock;
    private final DurableHead head;
    private final Catalogue catalogue;
    private final FileCursors cursors;
    private final AppendQueue queue;
    private final ReceiptDesk receipts;
    private final SegmentWriter writer;
    private final Packer packer;
    private final WriterCounts counts = new WriterCounts();
    private final RecoveryReport recovery;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private SegmentJournal(Path directory, JournalOptions options, Disk disk, DirectoryLock lock) throws IOException {
        this.directory = directory;
        this.options = options;
        this.lock = lock;
        Spare spare = new Spare(disk, directory, options);
        Recovered recovered = new Recovery(directory, disk, spare).recovered();
        head = new DurableHead(recovered.report().head());
        catalogue = new Catalogue(head);
        recovered.closed().forEach(catalogue::add);
        catalogue.add(recovered.tail().segment());
        cursors = new FileCursors(directory.resolve(SegmentNames.CURSORS), catalogue, head);
        recovery = recovered.report().withDamage(cursors.damage());
        queue = new AppendQueue(options.queueRecords(), options.queueBytes());
        receipts = new ReceiptDesk(queue);
        packer = new Packer(catalogue, spare, options.blockBytes());
        writer = new SegmentWriter(
                directory, options, disk, spare, catalogue, head, queue, receipts, packer, counts, recovered.tail());
    }

    /**
     * Opens the journal in this directory, or makes one there.
     *
     * @throws IOException if it is in use, cannot be read, or a new one finds no room
     */
    public static SegmentJournal open(Path directory, JournalOptions options) throws IOException {
        return open(directory, options, new LocalDisk());
    }

    static SegmentJournal open(Path directory, JournalOptions options, Disk disk) throws IOException {
        Files.createDirectories(directory);
        DirectoryLock lock = DirectoryLock.acquire(directory);
        try {
            SegmentJournal journal = new SegmentJournal(directory, options, disk, lock);
            journal.start();
            return journal;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Verifies a journal that nobody has open; changes nothing. */
    public static VerifyReport verify(Path directory) throws IOException {
        Map<Long, Segment.Form> forms = SegmentFiles.list(directory);
        List<Segment> segments = new ArrayList<>();
        for (Map.Entry<Long, Segment.Form> entry : forms.entrySet()) {
            IndexFile.Summary nothing = new IndexFile.Summary(entry.getKey(), 0, 0, 0);
            segments.add(Segment.closed(directory, entry.getValue(), nothing));
        }
        return new Verification(Long.MAX_VALUE, true).of(segments);
    }

    /** Verifies what is durable now, while the journal goes on. Takes as long as reading everything takes. */
    public VerifyReport verify() throws IOException {
        return new Verification(head.get(), false).of(catalogue.all());
    }

    /** What opening found. */
    public RecoveryReport recovery() {
        return recovery;
    }

    /** How it is doing. */
    public JournalGauges gauges() {
        int packed = (int) catalogue.all().stream()
                .filter(s -> s.form() == Segment.Form.PACKED)
                .count();
        return new JournalGauges(
                writer.state(),
                queue.records(),
                queue.bytes(),
                counts.records.sum(),
                counts.bytes.sum(),
                counts.forces.sum(),
                Duration.ofNanos(counts.forceNanos.sum()),
                Duration.ofNanos(counts.longestForceNanos()),
                counts.faults.sum(),
                counts.refusedByReason(),
                head(),
                tail(),
                cursors(),
                catalogue.all().size() - packed,
                packed,
                catalogue.damagedRecords(),
                cursors.lost(),
                receipts.failedReceipts(),
                packer.failures());
    }

    /** Whether it takes what is appended. */
    public JournalState state() {
        return writer.state();
    }

    /** Removes segments that are older than the retention and that every cursor has read. For a daily job. */
    public RetentionReport applyRetention(Instant now) throws IOException {
        RetentionReport report = Retention.apply(catalogue, cursors(), directory, options.retention(), now);
        if (report.removedSegments() > 0 || !report.heldBy().isEmpty()) {
            LOG.info(
                    "journal=retention removedSegments={} tail={} heldBy={}",
                    report.removedSegments(),
                    report.tail(),
                    report.heldBy());
        }
        return report;
    }

    /** Removes a cursor that no reader needs any more, so that it holds no segments back. */
    public boolean forget(String cursor) throws IOException {
        return cursors.forget(cursor);
    }

    @Override
    public void append(Arrival arrival, Receipt receipt) {
        int size = RecordFrame.size(arrival);
        if (size > options.maxRecordBytes()) {
            throw new IllegalArgumentException(
                    "a record has at most " + options.maxRecordBytes() + " bytes, this one " + size);
        }
        switch (queue.offer(new Pending(arrival, receipt, size))) {
            case TAKEN -> {}
            case FULL -> refuse(receipt, Refusal.OVERLOADED);
            case CLOSED -> refuse(receipt, Refusal.CLOSED);
        }
    }

    @Override
    public long head() {
        return head.get();
    }

    @Override
    public long tail() {
        return catalogue.tail();
    }

    @Override
    public Optional<JournalRecord> read(long sequence) {
        if (sequence < tail() || sequence > head()) {
            return Optional.empty();
        }
        return catalogue.readUnchecked(sequence, 1, READ_BYTES).records().stream()
                .filter(r -> r.sequence() == sequence)
                .findFirst();
    }

    @Override
    public List<JournalRecord> find(Mn station, Instant from, Instant until, int limit) {
        List<JournalRecord> found = new ArrayList<>();
        for (Segment segment : catalogue.all()) {
            if (segment.mayHold(from.toEpochMilli(), until.toEpochMilli())) {
                for (long sequence : candidates(segment, station, from, until)) {
                    if (found.size() == limit) {
                        return found;
                    }
                    read(sequence)
                            .filter(r -> !r.arrival().arrivedAt().isBefore(from)
                                    && r.arrival().arrivedAt().isBefore(until))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    @Override
    public List<JournalRecord> findAfter(Mn station, long after, int limit) {
        List<JournalRecord> found = new ArrayList<>();
        for (Segment segment : catalogue.all()) {
            if (catalogue.lastOf(segment) <= after) {
                continue;
            }
            for (long sequence : candidates(segment, station, Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE))) {
                if (found.size() == limit) {
                    return found;
                }
                if (sequence > after) {
                    read(sequence).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    @Override
    public void recentAccepted(int count, DigestVisitor visitor) {
        int left = count;
        List<Segment> newestFirst = new ArrayList<>(catalogue.all());
        Collections.reverse(newestFirst);
        for (Segment segment : newestFirst) {
            if (left == 0) {
                return;
            }
            SegmentIndex index = index(segment);
            for (long sequence = catalogue.lastOf(segment); sequence >= segment.first() && left > 0; sequence--) {
                long digest = index.digest(sequence);
                if (digest != 0) {
                    visitor.digest(sequence, digest);
                    left--;
                }
            }
        }
    }

    @Override
    public JournalCursor cursor(String name, StartAt startAt) {
        return cursors.cursor(name, startAt);
    }

    @Override
    public List<CursorPosition> cursors() {
        return cursors.positions();
    }

    /** Makes durable what was appended, hands out its receipts, ends the threads; does nothing the second time. */
    @Override
    public void close() throws IOException {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        queue.close();
        packer.stop();
        long end = System.nanoTime() + CLOSING.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
                if (thread.isAlive()) {
                    throw new IOException("journal thread " + thread.getName() + " did not end within " + CLOSING);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while closing the journal", e);
        } finally {
            head.wakeAll();
            lock.close();
        }
    }

    private void start() {
        threads.add(new Thread(writer, "journal-writer"));
        threads.add(new Thread(receipts, "journal-receipts"));
        threads.add(new Thread(packer, "journal-packer"));
        for (Thread thread : threads) {
            thread.setDaemon(true);
            thread.start();
        }
        LOG.info(
                "journal={} head={} tail={} segments={} tornBytes={} rebuiltIndexes={} took={}",
                directory.getFileName(),
                recovery.head(),
                recovery.tail(),
                recovery.segments(),
                recovery.tornBytes(),
                recovery.rebuiltIndexes(),
                recovery.took());
        recovery.damage().forEach(what -> LOG.error("journal={} {}", directory.getFileName(), what));
    }

    private void refuse(Receipt receipt, Refusal why) {
        counts.refused(why, 1);
        receipt.refused(why);
    }

    private List<Long> candidates(Segment segment, Mn station, Instant from, Instant until) {
        try {
            return catalogue.find(segment, station, from.toEpochMilli(), until.toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException("reading the index of segment " + segment.first(), e);
        }
    }

    private SegmentIndex index(Segment segment) {
        try {
            return catalogue.index(segment);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the index of segment " + segment.first(), e);
        }
    }
}
