package io.stackwatch.gateway.journal.segment;

import io.stackwatch.gateway.journal.Arrivals;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.Receipts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/** What several tests of the segment journal do. */
final class Appending {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private Appending() {}

    /** Appends the frames with these numbers and waits until all are durable. */
    static void frames(Journal journal, int from, int to) {
        List<Receipts> receipts = new ArrayList<>();
        for (int n = from; n <= to; n++) {
            receipts.add(Receipts.appendedTo(journal, Arrivals.frame(n)));
        }
        receipts.forEach(r -> r.durableWithin(PATIENCE));
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            Assertions.assertTrue(System.nanoTime() < end, "not within " + PATIENCE + ": " + what);
            Thread.onSpinWait();
        }
    }

    /** Waits until all but the active segment are packed. */
    static void awaitPacked(SegmentJournal journal) {
        await("all sealed segments packed", () -> journal.gauges().activeAndSealedSegments() == 1);
    }

    /** The only, or the newest, file of this kind. */
    static Path newest(Path directory, String suffix) throws IOException {
        return files(directory, suffix).get(files(directory, suffix).size() - 1);
    }

    static List<Path> files(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
