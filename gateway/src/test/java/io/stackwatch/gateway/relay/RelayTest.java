package io.stackwatch.gateway.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.server.Peer;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.gateway.history.Eventually;
import io.stackwatch.gateway.journal.Arrival.Disposition;
import io.stackwatch.gateway.records.CursorPlace;
import io.stackwatch.gateway.records.MigratedFile;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.records.RelayAct;
import io.stackwatch.gateway.records.RelayFigures;
import io.stackwatch.gateway.records.RelayRefusals;
import io.stackwatch.gateway.relay.target.Control;
import io.stackwatch.gateway.relay.target.Delivery;
import io.stackwatch.gateway.relay.target.NewIdentity;
import io.stackwatch.gateway.relay.target.RelayTarget;
import io.stackwatch.gateway.relay.target.RelayTargets;
import io.stackwatch.gateway.relay.target.Rewriting;
import io.stackwatch.gateway.relay.target.TargetName;
import io.stackwatch.gateway.trail.ActsInTrail;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayTest {

    @TempDir
    private Path folder;

    private final List<String> due = new ArrayList<>();

    @Test
    void aStopInTheMiddleDoublesNothingAndLosesNothing() {
        try (FakePlatform good = FakePlatform.open(FakePlatform.GOOD);
                RelayBench bench = new RelayBench(folder.resolve("records.db"))) {
            RelayTarget target = RelayBench.target("good", good, RelayBench.eager());
            bench.start(target);
            for (int run = 0; run < 5; run++) {
                append(bench, 100);
                bench.stopRelays();
                append(bench, 20);
                bench.start(target);
            }
            bench.awaitDone("good");

            assertEquals(due, good.texts());
            assertEquals(new RelayFigures(600, 0, 600, 600, 0, 0, 0), bench.figures("good"));
        }
    }

    /** The store as it is at some instant is what a killed process leaves behind. */
    @Test
    void aKillRepeatsAtMostWhatHadNoReceiptInTheLedger() throws SQLException {
        Path image = folder.resolve("killed.db");
        try (FakePlatform good = FakePlatform.open(FakePlatform.GOOD);
                RelayBench killed = new RelayBench(folder.resolve("records.db"))) {
            RelayTarget target = RelayBench.target("good", good, RelayBench.eager());
            killed.start(target);
            append(killed, 300);
            Eventually.holds(RelayBench.PATIENCE, "some are through", () -> good.count() > 100);
            copy(folder.resolve("records.db"), image);
            Set<String> openThen = new HashSet<>(open(killed, image));
            killed.awaitDone("good");
            killed.stopRelays();

            try (RelayBench again = new RelayBench(image, killed.journal)) {
                append(again, 100);
                again.start(target);
                again.awaitDone("good");
                List<String> came = good.texts();
                assertEquals(new HashSet<>(due), new HashSet<>(came), "nothing is lost");
                List<String> repeated = came.subList(300, came.size() - 100);
                assertTrue(openThen.containsAll(repeated), "only what was open may come twice");
                assertEquals(400, again.figures("good").receipted(), "the books count each frame once");
                assertEquals(0, again.openRows("good"));
            }
        }
    }

    @Test
    void aLedgerThatCannotBeWrittenForAWhileLosesAndDoublesNothing() throws SQLException {
        Path database = folder.resolve("records.db");
        try (FakePlatform good = FakePlatform.open(FakePlatform.GOOD);
                RelayBench bench = new RelayBench(database)) {
            bench.start(RelayBench.target("good", good, RelayBench.eager()));
            append(bench, 50);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
                    Statement locking = other.createStatement()) {
                locking.execute("BEGIN IMMEDIATE");
                append(bench, 50);
                bench.await("good", status -> status.condition() == RelayStatus.Condition.STORE_DOWN);
                locking.execute("ROLLBACK");
            }
            bench.awaitDone("good");

            assertEquals(due, good.texts());
            assertEquals(new RelayFigures(100, 0, 100, 100, 0, 0, 0), bench.figures("good"));
            assertEquals(RelayStatus.Condition.CONNECTED, bench.status("good").condition());
        }
    }

    private static void copy(Path database, Path image) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '" + image + "'");
        }
    }

    private List<String> open(RelayBench bench, Path image) {
        try (RecordStore store = RecordStore.open(MigratedFile.sqlite(image))) {
            List<Long> sequences =
                    new ArrayList<>(store.read(handle -> handle.createQuery("SELECT sequence FROM relay_item")
                            .mapTo(Long.class)
                            .list()));
            long place = store.read(handle -> CursorPlace.find(handle, "relay-good"))
                    .orElseThrow()
                    .position();
            LongStream.rangeClosed(place + 1, bench.journal.head()).forEach(sequences::add);
            return sequences.stream()
                    .flatMap(sequence -> bench.journal.read(sequence).stream())
                    .map(record -> FakePlatform.text(record.arrival().bytes()))
                    .toList();
        }
    }

    @Test
    void answersWithAnotherQnAnotherMnOrAWrongChecksumAreNoReceipts() {
        AtomicInteger number = new AtomicInteger();
        FakePlatform.Habit wrong = (self, from, frame) -> {
            byte[] right = FakePlatform.receipt(frame);
            String text = FakePlatform.text(right);
            switch (number.getAndIncrement() % 4) {
                case 0 -> self.write(from, repack(text.replace("QN=2026", "QN=2025")));
                case 1 -> self.write(from, repack(text.replace("MN=FLOW", "MN=flow")));
                case 2 -> self.write(from, bytes(text.substring(0, text.length() - 6) + "0000\r\n"));
                default -> self.write(from, repack(text.replace("CN=9014", "CN=9013")));
            }
        };
        try (FakePlatform odd = FakePlatform.open(wrong);
                RelayBench bench = new RelayBench(folder.resolve("records.db"))) {
            bench.start(RelayBench.target("odd", odd, RelayBench.eager()));
            append(bench, 4);
            bench.await(
                    "odd",
                    now -> now.counts().strayReceipts() == 3 && now.counts().damaged() == 1);

            assertEquals(4, bench.status("odd").open());
            assertEquals(0, bench.status("odd").counts().receipted());
        }
    }

    @Test
    void aPlatformThatHangsUpInTheMiddleOfItsAnswerGetsTheFrameAgain() {
        AtomicInteger number = new AtomicInteger();
        FakePlatform.Habit rude = (self, from, frame) -> {
            byte[] right = FakePlatform.receipt(frame);
            if (number.getAndIncrement() == 0) {
                self.write(from, Arrays.copyOf(right, 30));
                from.close();
            } else {
                self.write(from, right);
            }
        };
        try (FakePlatform platform = FakePlatform.open(rude);
                RelayBench bench = new RelayBench(folder.resolve("records.db"))) {
            bench.start(RelayBench.target("rude", platform, RelayBench.eager()));
            append(bench, 1);
            Eventually.holds(RelayBench.PATIENCE, "hung up", () -> number.get() == 1);
            Eventually.holds(RelayBench.PATIENCE, "sent again after the pause", () -> {
                bench.time.advance(Duration.ofMillis(100));
                return bench.status("rude").open() == 0;
            });

            assertEquals(List.of(due.get(0), due.get(0)), platform.texts());
            assertEquals(2, platform.connections());
        }
    }

    @Test
    void theLedgerTakesNoMoreThanItsBoundAndTheJournalKeepsTheRest() {
        try (FakePlatform away = FakePlatform.open(FakePlatform.GOOD);
                RelayBench bench = new RelayBench(folder.resolve("records.db"))) {
            away.goAway();
            RelayTarget target = RelayBench.target("away", away, RelayBench.eager());
            append(bench, 500);
            RelayOptions bounded =
                    RelayOptions.defaults().withTurn(Duration.ofMillis(5)).withBounds(50, 200, 100);
            try (Relays relays =
                    Relays.start(new RelayTargets(List.of(target)), bench.parts(bounded), ReportOptions.defaults())) {
                Eventually.holds(
                        RelayBench.PATIENCE,
                        "a full ledger",
                        () -> relays.statuses().get(0).open() == 200);
                RelayStatus full = relays.statuses().get(0);
                assertEquals(List.of(200L, 300L), List.of(full.open(), full.lagRecords()));
                away.open();
                Eventually.holds(RelayBench.PATIENCE, "all of it in the end", () -> {
                    bench.time.advance(Duration.ofMillis(100));
                    return away.count() == 500;
                });
                assertEquals(due, away.texts(), "in the order of arrival, although memory holds less than the ledger");
            }
        }
    }

    @Test
    void anOfficerHasAnHourSentAgainBehindNewData() {
        try (FakePlatform good = FakePlatform.open(FakePlatform.GOOD);
                RelayBench bench = new RelayBench(folder.resolve("records.db"))) {
            bench.start(RelayBench.target("good", good, RelayBench.eager()));
            append(bench, 10);
            bench.awaitDone("good");
            bench.time.advance(Duration.ofHours(1));
            append(bench, 10);
            bench.awaitDone("good");
            bench.time.advance(Duration.ofHours(1));

            RelayAct act = bench.relays()
                    .resend(
                            new TargetName("good"),
                            "李明",
                            "省平台丢失一小时数据",
                            RelayBench.MORNING.minusSeconds(1),
                            RelayBench.MORNING.plusSeconds(1))
                    .orElseThrow();
            assertEquals("李明", act.actor());
            assertEquals(
                    List.of("UNSTATED 李明 RESENDING_ORDERED relay-act:1 省平台丢失一小时数据"), ActsInTrail.told(bench.store));
            ActsInTrail.changedIsNamed(bench.store, 1, "UPDATE relay_act SET until_at = until_at + 1");
            Eventually.holds(RelayBench.PATIENCE, "ten come again", () -> {
                bench.time.advance(Duration.ofSeconds(1));
                return good.count() == 30;
            });
            bench.awaitDone("good");
            assertEquals(due.subList(0, 10), good.texts().subList(20, 30));
            assertEquals(new RelayFigures(20, 10, 30, 30, 0, 0, 0), bench.figures("good"));
        }
    }

    @Test
    void aRewritingTargetGetsItsOwnIdentitiesAndOthersAreNotDue() {
        try (FakePlatform province = FakePlatform.open(FakePlatform.GOOD);
                RelayBench bench = new RelayBench(folder.resolve("records.db"))) {
            RelayTarget plain = RelayBench.target("province", province, RelayBench.eager());
            bench.start(rewriting(
                    plain,
                    new Rewriting(
                            Map.of(new Mn("FLOW0"), new NewIdentity("P0", Optional.of("654321"))),
                            Optional.empty(),
                            Map.of(),
                            false,
                            1024)));
            append(bench, 6);
            bench.awaitEntered("province");
            bench.awaitDone("province");

            assertEquals(2, province.count());
            assertTrue(province.texts().stream().allMatch(text -> text.contains(";PW=654321;MN=P0;")));
            assertEquals(
                    Map.of("NO_IDENTITY", 4L), bench.status("province").counts().passedOver());
        }
    }

    @Test
    void whatCannotBeSentIsCountedWithItsReasonAndHoldsNobodyUp() {
        try (FakePlatform province = FakePlatform.open(FakePlatform.GOOD);
                RelayBench bench = new RelayBench(folder.resolve("records.db"))) {
            RelayTarget plain = RelayBench.target("province", province, RelayBench.eager());
            bench.start(rewriting(plain, new Rewriting(Map.of(), Optional.empty(), Map.of(), false, 256)));
            byte[] endless =
                    Flow.bare("QN=20260302080000000;ST=31;CN=3020;PW=123456;MN=FLOW0;Flag=5;CP=&&i11001-Info=//"
                            + "x".repeat(300) + "//&&");
            bench.append("FLOW0", endless, Disposition.ACCEPTED);
            append(bench, 3);
            bench.awaitDone("province");

            assertEquals(due, province.texts());
            assertEquals(new RelayFigures(4, 0, 3, 3, 0, 1, 0), bench.figures("province"));
            assertEquals(
                    "TOO_LONG",
                    bench.store
                            .read(handle -> RelayRefusals.of(handle, "province", 10))
                            .get(0)
                            .reason());
        }
    }

    @Test
    void aNewTargetBeginsWithWhatComesFromNowOn() {
        try (FakePlatform city = FakePlatform.open(FakePlatform.GOOD);
                RelayBench bench = new RelayBench(folder.resolve("records.db"))) {
            append(bench, 5);
            RelayTarget old = RelayBench.target("city", city, RelayBench.eager());
            bench.start(new RelayTarget(
                    old.name(),
                    old.kind(),
                    old.host(),
                    old.port(),
                    RelayTarget.Start.NOW,
                    old.wanted(),
                    old.rewriting(),
                    old.control(),
                    old.delivery()));
            append(bench, 2);
            bench.awaitDone("city");
            assertEquals(due.subList(5, 7), city.texts());
        }
    }

    @Test
    void withoutALineEndNotEvenThatIsAdded() throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0);
                FakePlatform nobody = FakePlatform.open(FakePlatform.SILENT);
                RelayBench bench = new RelayBench(folder.resolve("records.db"))) {
            RelayTarget target = RelayBench.target("bare", nobody, Delivery.usual());
            bench.start(new RelayTarget(
                    target.name(),
                    target.kind(),
                    "127.0.0.1",
                    server.getLocalPort(),
                    target.start(),
                    target.wanted(),
                    Optional.empty(),
                    Control.none(),
                    bareAndUnanswered()));
            append(bench, 2);
            try (Socket socket = server.accept()) {
                byte[] both = bytes(due.get(0) + due.get(1));
                assertArrayEquals(both, socket.getInputStream().readNBytes(both.length));
            }
            bench.awaitDone("bare");
            assertEquals(2, bench.figures("bare").written(), "a platform that never answers: written is delivered");
        }
    }

    private static Delivery bareAndUnanswered() {
        Delivery usual = Delivery.usual();
        return new Delivery(
                Delivery.Answers.NEVER,
                usual.timeout(),
                usual.resends(),
                usual.rounds(),
                usual.rest(),
                usual.longestRest(),
                usual.inFlight(),
                usual.backlogPause(),
                usual.realtimeWithin(),
                usual.reconnect(),
                usual.longestReconnect(),
                false);
    }

    private static RelayTarget rewriting(RelayTarget target, Rewriting rules) {
        return new RelayTarget(
                target.name(),
                target.kind(),
                target.host(),
                target.port(),
                target.start(),
                target.wanted(),
                Optional.of(rules),
                target.control(),
                target.delivery());
    }

    private void append(RelayBench bench, int frames) {
        for (int i = 0; i < frames; i++) {
            String mn = "FLOW" + due.size() % 3;
            byte[] frame = Flow.frame(mn, bench.time.instant(), due.size());
            bench.append(mn, frame, Disposition.ACCEPTED);
            due.add(FakePlatform.text(frame));
        }
    }

    private static byte[] repack(String packet) {
        return Peer.packet(packet.substring(6, packet.length() - 6));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
