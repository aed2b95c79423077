package io.stackwatch.gateway.journal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The background thread: prepares the spare segment and packs sealed ones.
 *
 * <p>It rests three times as long as it packs, unless it has fallen far behind, so that it takes a quarter of a core at
 * most. A sealed file is removed only after its packed file is durable and was read back.
 */
final class Packer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Packer.class);
    private static final int FAR_BEHIND = 8;
    private static final int REST_FACTOR = 3;
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Catalogue catalogue;
    private final Spare spare;
    private final int blockBytes;
    private final LongAdder failures = new LongAdder();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean spareWanted;
    private boolean woken;
    private volatile boolean stopped;
    private @Nullable String lastFailure;

    Packer(Catalogue catalogue, Spare spare, int blockBytes) {
        this.catalogue = catalogue;
        this.spare = spare;
        this.blockBytes = blockBytes;
    }

    /** A segment was sealed. */
    void wake() {
        signal(false);
    }

    /** The active segment will be full soon. */
    void wantsSpare() {
        signal(true);
    }

    void stop() {
        stopped = true;
        signal(false);
    }

    long failures() {
        return failures.sum();
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                boolean well = attempt(this::prepareSpare);
                // first all indexes, which are cheap: a restart then need not read whole segments
                for (Segment segment : sealed()) {
                    well &= attempt(() -> saveIndex(segment));
                }
                for (Segment oldest : sealed().stream().limit(1).toList()) {
                    well &= attempt(() -> pack(oldest));
                }
                awaitWork(well);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Segment> sealed() {
        return catalogue.all().stream()
                .filter(s -> s.form() == Segment.Form.SEALED)
                .toList();
    }

    private void prepareSpare() throws IOException {
        if (spareWanted) {
            spare.prepare();
            spareWanted = false;
        }
    }

    private void saveIndex(Segment segment) throws IOException {
        if (!Files.exists(segment.indexFile())) {
            IndexFile.save(catalogue.index(segment), segment.indexFile());
        }
    }

    private void pack(Segment segment) throws IOException, InterruptedException {
        SegmentIndex index = catalogue.index(segment);
        Path half = DurableFiles.half(segment.packedFile());
        try (FileChannel raw = FileChannel.open(segment.rawFile(), StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        half,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            byte[] header = DurableFiles.read(raw, 0, SegmentHeader.BYTES, segment.rawFile());
            write(out, SegmentHeader.decode(header, SegmentHeader.RAW).encode(SegmentHeader.PACKED));
            List<PackedFile.Block> blocks = new ArrayList<>();
            for (BlockPlan.Run run : BlockPlan.of(index, segment.last(), blockBytes)) {
                long start = System.nanoTime();
                byte[] bytes = DurableFiles.read(raw, run.offset(), run.length(), segment.rawFile());
                byte[] packed = deflate(bytes);
                blocks.add(new PackedFile.Block(
                        run.firstSequence(),
                        run.offset(),
                        run.length(),
                        out.position(),
                        packed.length,
                        PackedFile.crc(bytes, bytes.length)));
                write(out, ByteBuffer.wrap(packed));
                if (!rest(System.nanoTime() - start)) {
                    return;
                }
            }
            write(out, PackedFile.end(blocks, segment.last()));
            out.force(true);
        }
        PackedFile written = PackedFile.open(half);
        for (PackedFile.Block block : written.blocks()) {
            long start = System.nanoTime();
            written.inflate(block);
            if (!rest(System.nanoTime() - start)) {
                return;
            }
        }
        DurableFiles.complete(segment.packedFile());
        segment.packed();
        Files.delete(segment.rawFile());
        LOG.debug("segment={} packed", segment.first());
    }

    /** False when the journal is closing. */
    private boolean rest(long workedNanos) throws InterruptedException {
        long nanos = sealed().size() > FAR_BEHIND ? 0 : REST_FACTOR * workedNanos;
        lock.lock();
        try {
            while (!stopped && !spareWanted && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
        if (!stopped && spareWanted) {
            attempt(this::prepareSpare);
        }
        return !stopped;
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] packed = new byte[bytes.length + bytes.length / 1000 + 64];
            int length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(packed, length, packed.length - length);
            }
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private boolean attempt(Work work) throws InterruptedException {
        try {
            work.run();
            lastFailure = null;
            return true;
        } catch (IOException e) {
            failures.increment();
            if (!Optional.ofNullable(e.getMessage()).equals(Optional.ofNullable(lastFailure))) {
                LOG.warn("journal=packer will try again: {}", e.getMessage());
            }
            lastFailure = e.getMessage();
            return false;
        }
    }

    private void signal(boolean wantsSpare) {
        lock.lock();
        try {
            spareWanted |= wantsSpare;
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitWork(boolean well) throws InterruptedException {
        lock.lock();
        try {
            boolean more = well && !sealed().isEmpty();
            long nanos = more ? 0 : well ? IDLE_NANOS : TimeUnit.SECONDS.toNanos(1);
            while (!stopped && !(woken && well) && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }
}
