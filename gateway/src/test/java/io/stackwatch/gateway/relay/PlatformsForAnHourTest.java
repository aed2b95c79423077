package io.stackwatch.gateway.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.Samples;
import io.stackwatch.connectors.hj212.Samples.Sample;
import io.stackwatch.connectors.hj212.codec.DataSegment;
import io.stackwatch.connectors.hj212.codec.Frame;
import io.stackwatch.connectors.hj212.codec.HeaderField;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.history.Eventually;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.records.RelayFigures;
import io.stackwatch.gateway.relay.target.Delivery;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.stackwatch.gateway.relay.target.Wanted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four platforms for an hour and more: one good, one that is away for an hour, one that is slow, one that acknowledges
 * nothing; every collected frame and a stream of others, transparent.
 */
class PlatformsForAnHourTest {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int AWAY_FROM = 6;
    private static final int AWAY_UNTIL = AWAY_FROM + 120;

    @TempDir
    private Path folder;

    private final List<String> due = new ArrayList<>();
    private final List<Long> dueAt = new ArrayList<>();
    private int number;

    @Test
    void nothingIsLostNothingIsDoubledAndNewDataNeverWaits() throws Exception {
        List<Sample> samples = new ArrayList<>(Samples.all().stream()
                .filter(PlatformsForAnHourTest::isForwarded)
                .toList());
        assertEquals(137, samples.size(), "uploads and commands with an MN");
        try (FakePlatform good = FakePlatform.open(FakePlatform.GOOD);
                FakePlatform away = FakePlatform.open(FakePlatform.GOOD);
                FakePlatform slow = FakePlatform.open(PlatformsForAnHourTest::slowly);
                FakePlatform silent = FakePlatform.open(FakePlatform.SILENT);
                RelayBench bench = new RelayBench(folder.resolve("records.db"))) {
            Delivery paced = RelayBench.eager().withPace(100, Duration.ofSeconds(1));
            bench.start(
                    everything(RelayBench.target("good", good, RelayBench.eager())),
                    everything(RelayBench.target("away", away, paced)),
                    everything(RelayBench.target("slow", slow, RelayBench.eager())),
                    everything(RelayBench.target("silent", silent, RelayBench.eager())));
            for (int step = 0; step < AWAY_UNTIL; step++) {
                if (step == AWAY_FROM) {
                    bench.awaitDoneInTime("away");
                    away.goAway();
                }
                append(bench, samples);
                bench.awaitDoneInTime("good");
                awaitNewest(silent, "the silent platform gets new data at once, step " + step);
                bench.time.advance(STEP);
            }
            assertEquals(List.of(), samples, "all were sent");
            comesBackWithNewDataFirst(bench, away);
            worksOffItsBacklogBehindNewData(bench, away);
            Eventually.holds(RelayBench.PATIENCE, "the slow one gets everything", () -> {
                bench.time.advance(Duration.ofSeconds(1));
                LockSupport.parkNanos(1_000_000);
                return bench.status("slow").open() == 0;
            });
            bench.awaitDoneInTime("good");

            assertEquals(counted(due), counted(good.texts()), "the good one has each frame once");
            assertEquals(newData(due), newData(good.texts()), "in the order of arrival, the loggers' back-fill apart");
            assertEquals(new HashSet<>(due), new HashSet<>(away.texts()), "nothing is lost by an hour away");
            assertEquals(new HashSet<>(due), new HashSet<>(slow.texts()), "nor by slowness");
            assertEquals(new HashSet<>(due), new HashSet<>(silent.texts()), "nor by silence");
            booksAgree(bench, good, silent);
        }
    }

    /** What arrived in the last ten minutes is on the wire before anything older. */
    private void comesBackWithNewDataFirst(RelayBench bench, FakePlatform away) {
        int before = away.count();
        long young = bench.time.instant().minus(Duration.ofMinutes(10)).toEpochMilli();
        List<String> fresh = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            if (dueAt.get(i) > young) {
                fresh.add(due.get(i));
            }
        }
        away.open();
        Eventually.holds(RelayBench.PATIENCE, "new data and one of the backlog", () -> {
            bench.time.advance(Duration.ofMillis(100));
            return away.count() >= before + fresh.size() + 1;
        });
        List<String> came = away.texts().subList(before, before + fresh.size());
        int aged = 0;
        while (aged < fresh.size() && !came.contains(fresh.get(aged))) {
            aged++; // the moments of reconnecting may have made the oldest of them backlog
        }
        assertEquals(
                fresh.subList(aged, fresh.size()),
                came.subList(0, fresh.size() - aged),
                "realtime first, in the order of arrival");
        assertTrue(aged < 8, "only those: " + aged);
    }

    private void worksOffItsBacklogBehindNewData(RelayBench bench, FakePlatform away) {
        int probes = 0;
        while (bench.status("away").open() > 0) {
            if (probes < 20) {
                probes++;
                append(bench, new ArrayList<>());
                awaitNewest(away, "new data overtakes the backlog");
            }
            long open = bench.status("away").open();
            int seen = away.count();
            bench.time.advance(Duration.ofSeconds(1));
            Eventually.holds(
                    RelayBench.PATIENCE,
                    "one of the backlog in a second",
                    () -> away.count() > seen || bench.status("away").open() < open);
        }
        assertEquals(20, probes, "the backlog was long enough to be overtaken");
    }

    private void awaitNewest(FakePlatform platform, String what) {
        List<String> fresh = newData(due);
        String newest = fresh.get(fresh.size() - 1);
        Eventually.holds(RelayBench.PATIENCE, what, () -> {
            List<String> texts = platform.texts();
            return texts.subList(Math.max(0, texts.size() - 50), texts.size()).contains(newest);
        });
    }

    private void booksAgree(RelayBench bench, FakePlatform good, FakePlatform silent) {
        RelayFigures figures = bench.figures("good");
        assertEquals(due.size(), figures.due());
        assertEquals(good.count(), figures.sent());
        assertEquals(good.answers(), figures.receipted());
        assertEquals(good.count() - good.answers(), figures.written());
        assertEquals(List.of(0L, 0L, 0L), List.of(figures.refused(), figures.givenUp(), figures.outstanding()));
        for (String name : List.of("good", "away", "slow")) {
            assertEquals(0, bench.openRows(name), "what is done leaves the ledger of " + name);
            assertEquals(due.size(), bench.figures(name).due());
        }
        RelayFigures unanswered = bench.figures("silent");
        assertEquals(0, unanswered.receipted());
        assertEquals(good.answers(), unanswered.outstanding(), "what asked for a receipt is outstanding");
        assertEquals(unanswered.outstanding(), bench.openRows("silent"));
        assertEquals(new HashSet<>(silent.texts()).size(), unanswered.sent());
    }

    private void append(RelayBench bench, List<Sample> samples) {
        for (int i = 0; i < 3; i++) {
            String mn = "FLOW" + i;
            byte[] frame = Flow.frame(mn, bench.time.instant(), ++number);
            keep(bench, mn, frame);
            if (!samples.isEmpty()) {
                Sample sample = samples.remove(0);
                keep(bench, mn(sample), sample.frame());
            }
        }
        byte[] refused = Flow.frame("FLOW0", bench.time.instant(), ++number);
        bench.append("FLOW0", refused, Disposition.QUARANTINED);
    }

    private void keep(RelayBench bench, String mn, byte[] frame) {
        bench.append(mn, frame, Disposition.ACCEPTED);
        due.add(FakePlatform.text(frame));
        dueAt.add(bench.time.instant().toEpochMilli());
    }

    private static void slowly(FakePlatform self, java.net.Socket from, byte[] frame) throws java.io.IOException {
        LockSupport.parkNanos(2_000_000);
        self.write(from, FakePlatform.receipt(frame));
    }

    private static RelayTarget everything(RelayTarget target) {
        Set<Integer> commands = new HashSet<>();
        Samples.all().forEach(sample -> commands.add(command(sample)));
        return new RelayTarget(
                target.name(),
                target.kind(),
                target.host(),
                target.port(),
                target.start(),
                new Wanted(Set.of(), Set.of(), Set.of(), commands, Set.of(), true),
                target.rewriting(),
                target.control(),
                target.delivery());
    }

    private static boolean isForwarded(Sample sample) {
        int command = command(sample);
        return !mn(sample).isEmpty() && mn(sample).length() <= Mn.MAX_LENGTH && (command < 9_011 || command > 9_014);
    }

    private static int command(Sample sample) {
        return segment(sample).text(HeaderField.CN).map(Integer::parseInt).orElse(0);
    }

    private static String mn(Sample sample) {
        return segment(sample).text(HeaderField.MN).orElse("");
    }

    private static DataSegment segment(Sample sample) {
        return DataSegment.of(Frame.of(sample.frame()).orElseThrow());
    }

    private static List<String> newData(List<String> texts) {
        return texts.stream().filter(text -> !text.contains(";RF=1;")).toList();
    }

    private static Map<String, Integer> counted(List<String> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        return counts;
    }
}
