package io.stackwatch.gateway.relay;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.exchange.NewSecrets;
import io.stackwatch.gateway.history.Eventually;
import io.stackwatch.gateway.journal.Arrival;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.segment.JournalOptions;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RegistryRecords;
import io.stackwatch.gateway.records.StoreOptions;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.stackwatch.gateway.relay.target.RelayTargets;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How fast frames go from a journal on disk to platforms that answer at once, ledger in SQLite, everything on one machine.
 * Arguments: a directory, the number of frames, the number of targets.
 */
public final class RelayBenchmark {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private RelayBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int frames = Integer.parseInt(arguments[1]);
        int targets = Integer.parseInt(arguments[2]);
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "relay");
        Vertx vertx = Vertx.vertx();
        List<FakePlatform> platforms = new ArrayList<>();
        try (SegmentJournal journal = SegmentJournal.open(folder.resolve("journal"), JournalOptions.defaults());
                RecordStore store = RecordStore.open(StoreOptions.sqlite(folder.resolve("records.db")))) {
            append(journal, frames);
            RegistrySnapshot nobody = RegistrySnapshot.of(store.read(RegistryRecords::load), List.of());
            RelayParts parts = new RelayParts(
                    vertx,
                    journal,
                    store,
                    () -> nobody,
                    new RelayBench.Stations(),
                    NewSecrets.ignored(),
                    Clock.systemUTC(),
                    System::nanoTime,
                    RelayOptions.defaults());
            List<RelayTarget> wanted = new ArrayList<>();
            for (int i = 0; i < targets; i++) {
                FakePlatform platform = FakePlatform.open(FakePlatform.GOOD);
                platforms.add(platform);
                wanted.add(RelayBench.target("t" + i, platform, RelayBench.eager()));
            }
            long start = System.nanoTime();
            try (Relays relays = Relays.start(new RelayTargets(wanted), parts, ReportOptions.defaults())) {
                Eventually.holds(LONGEST, "done", () -> relays.statuses().stream()
                        .allMatch(status -> status.counts().receipted() == frames && status.open() == 0));
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "targets=%d frames=%d seconds=%.1f frames/s/target=%.0f repeated=%d%n",
                        targets,
                        frames,
                        seconds,
                        frames / seconds,
                        relays.statuses().stream()
                                .mapToLong(status -> status.counts().repeated())
                                .sum());
            }
        } finally {
            platforms.forEach(FakePlatform::close);
            vertx.close().await(20, TimeUnit.SECONDS);
        }
    }

    private static void append(SegmentJournal journal, int frames) throws InterruptedException, IOException {
        CountDownLatch durable = new CountDownLatch(frames);
        for (int i = 0; i < frames; i++) {
            String mn = "FLOW" + i % 1_000;
            Arrival arrival = new Arrival(
                    Instant.now(),
                    "hj212",
                    "192.0.2.7:40123",
                    Optional.of(new Mn(mn)),
                    Arrival.Disposition.ACCEPTED,
                    "crc=HJ212",
                    Flow.frame(mn, Instant.now(), i));
            journal.append(arrival, new Journal.Receipt() {
                @Override
                public void durable(long sequence) {
                    durable.countDown();
                }

                @Override
                public void refused(Journal.Refusal why) {
                    throw new IllegalStateException("refused: " + why);
                }
            });
            if (i % 1_000 == 999) {
                while (durable.getCount() > frames - i) {
                    durable.await(1, TimeUnit.MILLISECONDS);
                }
            }
        }
        durable.await();
    }
}
