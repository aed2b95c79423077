package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.Journal.Refusal;
import io.stackwatch.gateway.journal.RecordContent;
import io.stackwatch.gateway.journal.segment.AppendQueue.Pending;
import io.stackwatch.gateway.journal.segment.Disk.WritableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only thread that writes records: takes all that waits, writes it, forces it once, publishes the head, has the
 * receipts handed out.
 *
 * <p>After a failed write or force nothing of that batch counts: it is refused, its place is zeroed and forced before
 * anything else is written, because what a failed force has left on the disk is unknown.
 */
final class SegmentWriter implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentWriter.class);
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int BATCH_BYTES = 1 << 20;

    private final Path directory;
    private final JournalOptions options;
    private final Disk disk;
    private final Spare spare;
    private final Catalogue catalogue;
    private final DurableHead head;
    private final AppendQueue queue;
    private final ReceiptDesk receipts;
    private final Packer packer;
    private final WriterCounts counts;

    private final RecordFrame frame = new RecordFrame();
    private final ByteBuffer buffer;
    private final byte[] hash;
    private SegmentIndex index;
    private Segment active;
    private WritableFile file;
    /** Behind the last durable record. */
    private int position;
    /** Up to here bytes may stand in the file that must not be read. */
    private int dirtyEnd;

    /** How many bytes the active file holds. */
    private int capacity;

    private boolean spareAsked;
    private long nextAttempt;
    private volatile JournalState state = JournalState.ACCEPTING;

    SegmentWriter(
            Path directory,
            JournalOptions options,
            Disk disk,
            Spare spare,
            Catalogue catalogue,
            DurableHead head,
            AppendQueue queue,
            ReceiptDesk receipts,
            Packer packer,
            WriterCounts counts,
            Recovered.Tail tail)
            throws IOException {
        this.directory = directory;
        this.options = options;
        this.disk = disk;
        this.spare = spare;
        this.catalogue = catalogue;
        this.head = head;
        this.queue = queue;
        this.receipts = receipts;
        this.packer = packer;
        this.counts = counts;
        this.active = tail.segment();
        this.index = tail.index();
        this.position = tail.end();
        this.dirtyEnd = tail.end();
        this.capacity = tail.capacity();
        this.hash = HexFormat.of().parseHex(tail.lastHash());
        this.buffer = ByteBuffer.allocate(Math.max(BATCH_BYTES, options.maxRecordBytes()));
        this.file = disk.open(active.rawFile());
    }

    JournalState state() {
        return state;
    }

    @Override
    public void run() {
        try {
            while (!queue.isFinished()) {
                List<Pending> batch = queue.take(state == JournalState.ACCEPTING ? IDLE_NANOS : RETRY_NANOS);
                if (isUsable()) {
                    write(batch);
                } else {
                    refuse(batch);
                }
            }
            file.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error("journal=writer thread was interrupted and ends", e);
        } catch (IOException e) {
            LOG.warn("journal=writer closing the active segment failed: {}", e.getMessage());
        } finally {
            state = JournalState.CLOSED;
            refuseTheRest();
            receipts.end();
        }
    }

    private void refuseTheRest() {
        queue.close();
        List<Pending> rest = queue.drain();
        if (!rest.isEmpty()) {
            counts.refused(Refusal.CLOSED, rest.size());
            receipts.refused(rest, Refusal.CLOSED);
        }
    }

    private void write(List<Pending> batch) {
        int done = 0;
        try {
            while (done < batch.size()) {
                done += commit(batch.subList(done, batch.size()));
            }
        } catch (IOException | RuntimeException e) {
            failed(e);
            refuse(batch.subList(done, batch.size()));
        }
    }

    /** Makes as many as fit durable and returns how many those were; 0 after changing to a new segment. */
    private int commit(List<Pending> batch) throws IOException {
        buffer.clear();
        byte[] chained = hash.clone();
        long durable = head.get();
        int count = 0;
        while (count < batch.size() && fits(batch.get(count).size())) {
            frame.encode(durable + count + 1, batch.get(count).arrival(), durable, chained, buffer);
            count++;
        }
        if (count == 0) {
            roll();
            return 0;
        }
        int written = buffer.position();
        dirtyEnd = position + written;
        file.write(buffer.flip(), position);
        long start = System.nanoTime();
        file.force();
        counts.forced(System.nanoTime() - start);
        List<Pending> committed = batch.subList(0, count);
        for (Pending pending : committed) {
            index.add(position, pending.size(), pending.arrival());
            position += pending.size();
        }
        System.arraycopy(chained, 0, hash, 0, RecordContent.HASH_BYTES);
        counts.records.add(count);
        counts.bytes.add(written);
        head.publish(durable + count);
        receipts.durable(committed, durable + 1);
        if (position > capacity / 2 && !spareAsked) {
            spareAsked = true;
            packer.wantsSpare();
        }
        return count;
    }

    private boolean fits(int size) {
        return buffer.remaining() >= size && position + buffer.position() + size <= capacity;
    }

    private void roll() throws IOException {
        SegmentIndex nextIndex = new SegmentIndex(head.get() + 1, index.rows());
        Segment next = Segment.active(directory, nextIndex);
        spare.become(
                next.rawFile(), new SegmentHeader(next.first(), HexFormat.of().formatHex(hash)));
        WritableFile nextFile = disk.open(next.rawFile());
        WritableFile full = file;
        file = nextFile;
        active.seal();
        active = next;
        index = nextIndex;
        position = SegmentHeader.BYTES;
        dirtyEnd = position;
        capacity = options.segmentBytes();
        spareAsked = false;
        catalogue.add(next);
        packer.wake();
        full.close();
    }

    /** Whether records can be written; after a failure this tries to mend, at most every 200 ms. */
    private boolean isUsable() {
        if (state == JournalState.ACCEPTING) {
            return true;
        }
        if (System.nanoTime() - nextAttempt < 0) {
            return false;
        }
        try {
            mend();
            LOG.info("journal=writer state=ACCEPTING again head={}", head.get());
            state = JournalState.ACCEPTING;
            return true;
        } catch (IOException e) {
            failed(e);
            return false;
        }
    }

    private void mend() throws IOException {
        if (state == JournalState.DISK_FULL) {
            spare.prepare();
        }
        WritableFile reopened = disk.open(active.rawFile());
        try {
            if (dirtyEnd > position) {
                reopened.write(ByteBuffer.allocate(dirtyEnd - position), position);
            }
            reopened.force();
        } catch (IOException e) {
            reopened.close();
            throw e;
        }
        dirtyEnd = position;
        WritableFile suspect = file;
        file = reopened;
        closeQuietly(suspect);
    }

    private void failed(Exception e) {
        counts.faults.increment();
        JournalState now = e instanceof Spare.NoSpaceException ? JournalState.DISK_FULL : JournalState.DISK_FAULT;
        if (now != state) {
            // a full disk needs no stack trace
            @Nullable Exception trace = now == JournalState.DISK_FULL ? null : e;
            LOG.error(
                    "journal=writer state={} head={} appends are refused: {}", now, head.get(), e.getMessage(), trace);
        }
        state = now;
        nextAttempt = System.nanoTime() + RETRY_NANOS;
    }

    private void refuse(List<Pending> batch) {
        if (!batch.isEmpty()) {
            Refusal why = state == JournalState.DISK_FULL ? Refusal.DISK_FULL : Refusal.DISK_FAULT;
            counts.refused(why, batch.size());
            receipts.refused(batch, why);
        }
    }

    private static void closeQuietly(WritableFile suspect) {
        try {
            suspect.close();
        } catch (IOException e) {
            LOG.debug("journal=writer closing a faulty file failed: {}", e.getMessage());
        }
    }
}
