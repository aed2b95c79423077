package io.stackwatch.gateway.journal.segment;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.journal.Journal.Receipt;
import io.stackwatch.gateway.journal.Journal.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Acknowledged appends a second and the time to the receipt, for 1, 16 and 500 producers with one append in flight each, of
 * the journal on this disk, next to a bare loop of {@code write} and {@code force(false)} in a preallocated file and to a
 * journal that answers at once.
 *
 * <p>{@code mvn -q -pl gateway -am -Pbench-journal process-test-classes}, with {@code -Dbench.directory=} on the disk to measure
 * and {@code -Dbench.seconds=} for each measurement.
 */
public final class JournalBenchmark {

    private static final int FRAME_BYTES = 700;
    private static final int[] PRODUCERS = {1, 16, 500};
    private static final int MOST_SAMPLES = 4_000_000;

    private JournalBenchmark() {}

    /** Where appends go. */
    private interface Target {
        void append(Arrival arrival, Receipt receipt);
    }

    public static void main(String[] arguments) throws Exception {
        Path parent = Path.of(arguments.length > 0 ? arguments[0] : "target");
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 5;
        Files.createDirectories(parent);
        Path directory = Files.createTempDirectory(parent, "journal-benchmark");
        try {
            System.out.printf("%d-byte frames, %.1f s each, %s%n", FRAME_BYTES, seconds, directory);
            System.out.printf("%-28s %10s %10s %10s %10s%n", "", "acks/s", "p50 ms", "p99 ms", "max ms");
            bareForceLoop(directory, seconds);
            for (int producers : PRODUCERS) {
                run(
                        "nothing, " + producers + " producers",
                        (arrival, receipt) -> receipt.durable(1),
                        producers,
                        seconds);
            }
            run(directory, seconds);
        } finally {
            remove(directory);
        }
    }

    private static void run(Path directory, double seconds) throws Exception {
        try (SegmentJournal journal = SegmentJournal.open(directory.resolve("journal"), JournalOptions.defaults())) {
            run("(warm-up) journal, 16", journal::append, 16, seconds / 2);
            for (int producers : PRODUCERS) {
                JournalGauges before = journal.gauges();
                run("journal, " + producers + " producers", journal::append, producers, seconds);
                JournalGauges after = journal.gauges();
                long forces = after.forces() - before.forces();
                System.out.printf(
                        "%28s %.1f records a force, force mean %.2f ms%n",
                        "",
                        (after.appendedRecords() - before.appendedRecords()) / (double) Math.max(1, forces),
                        after.forceTime().minus(before.forceTime()).toNanos() / 1e6 / Math.max(1, forces));
            }
        }
    }

    private static void bareForceLoop(Path directory, double seconds) throws IOException {
        Path file = directory.resolve("bare");
        new LocalDisk().allocate(file, 64 << 20);
        List<Long> nanos = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer frame = ByteBuffer.allocateDirect(FRAME_BYTES);
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            int at = 0;
            while (System.nanoTime() < end) {
                long before = System.nanoTime();
                channel.write(frame.clear(), at);
                channel.force(false);
                nanos.add(System.nanoTime() - before);
                at = (at + FRAME_BYTES) % (60 << 20);
            }
            print(
                    "bare write + force(false)",
                    nanos.stream().mapToLong(Long::longValue).toArray(),
                    System.nanoTime() - start,
                    nanos.size());
        }
    }

    private static void run(String name, Target target, int producers, double seconds) throws Exception {
        Samples samples = new Samples();
        BlockingQueue<Producer> ready = new LinkedBlockingQueue<>();
        for (int p = 0; p < producers; p++) {
            ready.add(new Producer(target, p, samples, ready));
        }
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        int left = producers;
        // one thread sends for all, as an event loop does; a producer is ready again when it has its receipt
        while (left > 0) {
            Producer producer = ready.poll(60, TimeUnit.SECONDS);
            if (producer == null) {
                throw new IllegalStateException(name + ": no receipt within a minute");
            }
            if (System.nanoTime() < end) {
                producer.send();
            } else {
                left--;
            }
        }
        samples.print(name, System.nanoTime() - start);
    }

    /** Times from append to receipt; written by one thread at a time, the one that hands out receipts. */
    private static final class Samples {
        private final long[] nanos = new long[MOST_SAMPLES];
        private int count;

        void add(long taken) {
            if (count < nanos.length) {
                nanos[count] = taken;
            }
            count++;
        }

        void print(String name, long took) {
            JournalBenchmark.print(name, Arrays.copyOf(nanos, Math.min(count, nanos.length)), took, count);
        }
    }

    private static final class Producer implements Receipt {
        private final Target target;
        private final Mn station;
        private final Samples samples;
        private final BlockingQueue<Producer> ready;
        private final byte[] frame = new byte[FRAME_BYTES];
        private long sentAt;

        private Producer(Target target, int number, Samples samples, BlockingQueue<Producer> ready) {
            this.target = target;
            this.station = new Mn("8888888" + number);
            this.samples = samples;
            this.ready = ready;
            // text that deflates about as frames do
            Random random = new Random(number);
            for (int i = 0; i < frame.length; i++) {
                frame[i] = (byte) (i % 4 == 0 ? '0' + random.nextInt(10) : "a21026-Rtd=,Flag".charAt(i % 16));
            }
        }

        void send() {
            sentAt = System.nanoTime();
            target.append(
                    new Arrival(
                            Instant.EPOCH.plusNanos(sentAt),
                            "hj212",
                            "192.0.2.1:4000",
                            Optional.of(station),
                            Disposition.ACCEPTED,
                            "crc=HJ212",
                            frame),
                    this);
        }

        @Override
        public void durable(long sequence) {
            samples.add(System.nanoTime() - sentAt);
            ready.add(this);
        }

        @Override
        public void refused(Refusal why) {
            throw new IllegalStateException("refused: " + why);
        }
    }

    private static void print(String name, long[] nanos, long took, int count) {
        Arrays.sort(nanos);
        System.out.printf(
                "%-28s %10.0f %10.3f %10.3f %10.3f%n",
                name, count / (took / 1e9), at(nanos, 0.5), at(nanos, 0.99), at(nanos, 1));
    }

    private static double at(long[] sorted, double quantile) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, (long) (quantile * sorted.length))] / 1e6;
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
