package io.stackwatch.connectors.hj212.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.arrival.Disposition;
import io.stackwatch.connectors.arrival.Outcome;
import io.stackwatch.connectors.hj212.codec.Fault;
import io.stackwatch.connectors.hj212.session.Reason;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Hj212ServerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String MN = "010000A8900016F000169DC0";
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final ServerOptions OPTIONS = ServerOptions.defaults()
            .withHost("127.0.0.1")
            .withPort(0)
            .withEventLoops(2)
            .withSilence(LONG, LONG)
            .withPatience(LONG, LONG);

    private final Vertx vertx = Vertx.vertx();
    private final List<Peer> peers = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        peers.forEach(Peer::close);
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void anArrivalCarriesInstantPeerStationAndTheBytesOfTheWire() throws Exception {
        MemoryHandler kept = new MemoryHandler();
        Peer peer = connect(start(OPTIONS, kept));
        peer.send(Peer.packet(upload(1)));
        Hj212Arrival arrival = kept.next("the upload");
        assertEquals(NOW, arrival.arrivedAt());
        assertTrue(arrival.peer().startsWith("127.0.0.1:"), arrival.peer());
        assertEquals(MN, arrival.mn().orElseThrow().value());
        assertEquals(Disposition.ACCEPTED, arrival.disposition());
        assertEquals("crc=HJ212;cn=2011", arrival.detail());
        byte[] packet = Peer.packet(upload(1));
        assertTrue(Arrays.equals(Arrays.copyOf(packet, packet.length - 2), arrival.bytes()));
    }

    @Test
    void theAnswerWaitsForTheOutcomeAndARefusedArrivalHearsNothing() throws Exception {
        Held held = new Held();
        Hj212Server server = start(OPTIONS, held);
        Peer peer = connect(server);
        peer.sendSegment(upload(1)).sendSegment(upload(2)).sendSegment(upload(3));
        Outcome first = held.next();
        Outcome second = held.next();
        Outcome third = held.next();
        assertEquals(0, server.counters().answers());
        assertEquals(3, server.counters().inFlight());
        second.refused(Outcome.Refusal.UNAVAILABLE);
        third.durable();
        assertEquals(answer(3), peer.readSegment());
        first.durable();
        first.durable();
        assertEquals(answer(1), peer.readSegment());
        assertEquals(2, server.counters().answers());
        assertEquals(1, server.counters().notKept());
        assertEquals(0, server.counters().inFlight());
    }

    @Test
    void readingStopsWhileTheWindowIsFullAndNothingIsLost() throws Exception {
        Held held = new Held();
        Hj212Server server = start(OPTIONS.withMaxInFlight(4), held);
        Peer peer = connect(server);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 1; i <= 100; i++) {
            all.writeBytes(Peer.packet(upload(i)));
        }
        peer.send(all.toByteArray());
        List<Outcome> window = new ArrayList<>(List.of(held.next(), held.next(), held.next(), held.next()));
        await("the connection is paused", () -> server.counters().pauses() == 1);
        assertEquals(4, server.counters().inFlight(), "no more than the window");
        assertEquals(0, held.waiting());
        for (int i = 1; i <= 100; i++) {
            window.remove(0).durable();
            assertEquals(answer(i), peer.readSegment());
            if (i <= 96) {
                window.add(held.next());
            }
        }
        assertEquals(100, server.counters().answers());
    }

    @Test
    void anOverloadedKeeperMakesThePeerWaitAndTheResentFrameIsServed() throws Exception {
        AtomicBoolean overloaded = new AtomicBoolean(true);
        MemoryHandler kept = new MemoryHandler();
        Hj212Server server = start(OPTIONS.withOverloadPause(Duration.ofMillis(50)), (arrival, outcome) -> {
            if (overloaded.getAndSet(false)) {
                outcome.refused(Outcome.Refusal.OVERLOADED);
            } else {
                kept.arrived(arrival, outcome);
            }
        });
        Peer peer = connect(server);
        peer.sendSegment(upload(1)).sendSegment(upload(1));
        assertEquals(answer(1), peer.readSegment());
        assertEquals(1, server.counters().overloaded());
        assertTrue(server.counters().pauses() >= 1);
    }

    @Test
    void aKeeperThatThrowsCostsOneAnswerAndNotTheConnection() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        Hj212Server server = start(OPTIONS, (arrival, outcome) -> {
            if (broken.getAndSet(false)) {
                throw new IllegalStateException("planted");
            }
            outcome.durable();
        });
        Peer peer = connect(server);
        peer.sendSegment(upload(1)).sendSegment(upload(2));
        assertEquals(answer(2), peer.readSegment());
        assertEquals(1, server.counters().notKept());
    }

    @Test
    void aSlowSenderIsServedByteByByte() throws Exception {
        Peer peer = connect(start(OPTIONS, new MemoryHandler()));
        for (byte b : Peer.packet(upload(1))) {
            peer.send(new byte[] {b});
        }
        assertEquals(answer(1), peer.readSegment());
    }

    @Test
    void anEndlessFrameIsCutOffAndTheServerStaysWell() throws Exception {
        MemoryHandler kept = new MemoryHandler();
        Hj212Server server = start(OPTIONS.withMaxJunk(20_000), kept);
        Peer endless = connect(server);
        byte[] junk = ("##0001QN=1;CN=2011;CP=&&" + "a=1;".repeat(20_000)).getBytes(StandardCharsets.US_ASCII);
        try {
            endless.send(junk);
        } catch (java.io.UncheckedIOException closedWhileWeWrote) {
            // the server may close before everything is written
        }
        assertTrue(endless.isClosedByServer());
        assertEquals(1, server.counters().closedForJunk());
        assertEquals(Reason.GARBLED, kept.next("the first of the junk").report().reason());
        Peer good = connect(server);
        good.sendSegment(upload(1));
        assertEquals(answer(1), good.readSegment());
    }

    @Test
    void aHalfFrameIsGivenUpAfterItsDeadlineAndTheConnectionGoesOn() throws Exception {
        MemoryHandler kept = new MemoryHandler();
        Hj212Server server = start(OPTIONS.withPatience(Duration.ofMillis(50), Duration.ofMillis(100)), kept);
        Peer peer = connect(server);
        peer.send("##0087QN=20160801085857223;ST".getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                Optional.of(Fault.HALF_FRAME),
                kept.next("the half frame").report().fault());
        peer.sendSegment(upload(1));
        assertEquals(answer(1), peer.readSegment());
        assertEquals(1, server.counters().garbled().get(Fault.HALF_FRAME));
    }

    @Test
    void aResetInMidFrameLeavesItsTraceAndNobodyElseNotices() throws Exception {
        MemoryHandler kept = new MemoryHandler();
        Hj212Server server = start(OPTIONS, kept);
        Peer bystander = connect(server);
        bystander.sendSegment(upload(1));
        assertEquals(answer(1), bystander.readSegment());
        kept.next("the bystander's");
        Peer peer = new Peer(server.port());
        peer.sendSegment(upload(2));
        assertEquals(answer(2), peer.readSegment());
        kept.next("the whole one");
        long before = server.counters().bytesIn();
        peer.send("##0087QN=20160801085857223;ST".getBytes(StandardCharsets.US_ASCII));
        await("the half frame is read", () -> server.counters().bytesIn() > before);
        peer.reset();
        assertEquals(
                Optional.of(Fault.HALF_FRAME),
                kept.next("the half frame").report().fault());
        await("the connection is gone", () -> server.counters().connectionsOpen() == 1);
        bystander.sendSegment(upload(3));
        assertEquals(answer(3), bystander.readSegment());
    }

    @Test
    void aThousandIdleConnectionsDisturbNobody() throws Exception {
        Hj212Server server = start(OPTIONS, new MemoryHandler());
        for (int i = 0; i < 1000; i++) {
            connect(server);
        }
        Peer talker = connect(server);
        await("all are taken", () -> server.counters().connectionsOpen() == 1001);
        for (int i = 1; i <= 50; i++) {
            talker.sendSegment(upload(i));
            assertEquals(answer(i), talker.readSegment());
        }
        // and each of them may begin to speak at any time
        peers.get(500).sendSegment(upload(51));
        assertEquals(answer(51), peers.get(500).readSegment());
    }

    @Test
    void silenceIsEndedByItsDeadlineAndSpeechIsNot() throws Exception {
        Hj212Server server =
                start(OPTIONS.withSilence(Duration.ofMillis(100), Duration.ofMinutes(1)), new MemoryHandler());
        Peer silent = connect(server);
        assertTrue(silent.isClosedByServer());
        assertEquals(1, server.counters().closedByDeadline());
        Peer speaking = connect(server);
        speaking.sendSegment(upload(1));
        assertEquals(answer(1), speaking.readSegment());
        Peer later = connect(server);
        assertTrue(later.isClosedByServer());
        speaking.sendSegment(upload(2));
        assertEquals(answer(2), speaking.readSegment(), "closed although it spoke");
    }

    @Test
    void anIdleConnectionIsClosedLater() throws Exception {
        Hj212Server server = start(OPTIONS.withSilence(LONG, Duration.ofMillis(100)), new MemoryHandler());
        Peer peer = connect(server);
        peer.sendSegment(upload(1));
        assertEquals(answer(1), peer.readSegment());
        assertTrue(peer.isClosedByServer());
    }

    @Test
    void connectionsOverTheLimitAreTurnedAwayAndCounted() throws Exception {
        Hj212Server server = start(OPTIONS.withMaxConnections(2), new MemoryHandler());
        Peer first = connect(server);
        connect(server);
        await("two are open", () -> server.counters().connectionsOpen() == 2);
        assertTrue(connect(server).isClosedByServer());
        assertEquals(1, server.counters().connectionsRefused());
        first.sendSegment(upload(1));
        assertEquals(answer(1), first.readSegment());
        first.close();
        await("one place is free", () -> server.counters().connectionsOpen() == 1);
        Peer next = connect(server);
        next.sendSegment(upload(2));
        assertEquals(answer(2), next.readSegment());
    }

    @Test
    void aPeerThatDoesNotReadIsNotReadFrom() throws Exception {
        Hj212Server server = start(OPTIONS, new MemoryHandler());
        Peer deaf = connect(server);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 1; i <= 1000; i++) {
            many.writeBytes(Peer.packet(upload(i)));
        }
        Thread sender = new Thread(() -> {
            try {
                for (int i = 0; i < 1000; i++) {
                    deaf.send(many.toByteArray());
                }
            } catch (java.io.UncheckedIOException closed) {
                // the test is over
            }
        });
        sender.start();
        await("its reading stops", () -> server.counters().pauses() > 0 && standsStill(server));
        Peer other = connect(server);
        other.sendSegment(upload(1));
        assertEquals(answer(1), other.readSegment());
        assertTrue(server.counters().answers() < 1_000_000, "not everything was swallowed");
        deaf.close();
        sender.join(10_000);
        assertFalse(sender.isAlive());
    }

    @Test
    void connectionsAreSpreadOverAllEventLoops() throws Exception {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        Hj212Server server = start(OPTIONS, (arrival, outcome) -> {
            threads.add(Thread.currentThread().getName());
            outcome.durable();
        });
        for (int i = 1; i <= 10; i++) {
            Peer peer = connect(server);
            peer.sendSegment(upload(i));
            assertEquals(answer(i), peer.readSegment());
        }
        assertEquals(2, threads.size(), threads.toString());
    }

    @Test
    void outcomesFromManyThreadsAtOnceAllReachTheirPeers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Hj212Server server = start(OPTIONS, (arrival, outcome) -> threads.execute(outcome::durable));
            Peer first = connect(server);
            Peer second = connect(server);
            for (int round = 0; round < 20; round++) {
                ByteArrayOutputStream burst = new ByteArrayOutputStream();
                Set<String> wanted = new HashSet<>();
                for (int i = 1; i <= 50; i++) {
                    burst.writeBytes(Peer.packet(upload(i)));
                    wanted.add(answer(i));
                }
                first.send(burst.toByteArray());
                second.send(burst.toByteArray());
                for (Peer peer : List.of(first, second)) {
                    Set<String> heard = new HashSet<>();
                    for (int i = 1; i <= 50; i++) {
                        heard.add(peer.readSegment());
                    }
                    assertEquals(wanted, heard);
                }
            }
            assertEquals(2000, server.counters().answers());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void bothEventLoopsShareThePortAndAFreshOneCanBeHadTwice() throws Exception {
        Hj212Server server = start(OPTIONS, new MemoryHandler());
        ExecutionException refused = assertThrows(
                ExecutionException.class,
                () -> startOn(Vertx.vertx(), OPTIONS.withPort(server.port()), new MemoryHandler()));
        assertTrue(refused.getCause() instanceof BindException, String.valueOf(refused.getCause()));
        server.stop().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        server.stop().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        Hj212Server again = start(OPTIONS.withPort(server.port()), new MemoryHandler());
        Peer peer = connect(again);
        peer.sendSegment(upload(1));
        assertEquals(answer(1), peer.readSegment());
    }

    private boolean standsStill(Hj212Server server) {
        long before = server.counters().bytesIn();
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        return server.counters().bytesIn() == before;
    }

    private static void await(String what, BooleanSupplier happened) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within 10 s: " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private Peer connect(Hj212Server server) {
        Peer peer = new Peer(server.port());
        peers.add(peer);
        return peer;
    }

    private Hj212Server start(ServerOptions options, ArrivalHandler handler) throws Exception {
        return startOn(vertx, options, handler);
    }

    private static Hj212Server startOn(Vertx vertx, ServerOptions options, ArrivalHandler handler) throws Exception {
        return Hj212Server.start(
                        vertx,
                        options,
                        mn -> Optional.of(StationProfile.strict(mn, "123456")),
                        handler,
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private static String upload(int number) {
        return "QN=" + qn(number) + ";ST=31;CN=2011;PW=123456;MN=" + MN
                + ";Flag=5;CP=&&DataTime=20260101080000;a21026-Rtd=18.5,a21026-Flag=N&&";
    }

    private static String answer(int number) {
        return "QN=" + qn(number) + ";ST=91;CN=9014;PW=123456;MN=" + MN + ";Flag=4;CP=&&&&";
    }

    private static String qn(int number) {
        return "202601010800%05d".formatted(number);
    }

    /** Hands outcomes to the test. */
    private static final class Held implements ArrivalHandler {

        private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();

        @Override
        public void arrived(Hj212Arrival arrival, Outcome outcome) {
            outcomes.add(outcome);
        }

        Outcome next() throws InterruptedException {
            Outcome outcome = outcomes.poll(10, TimeUnit.SECONDS);
            if (outcome == null) {
                throw new AssertionError("no arrival within 10 s");
            }
            return outcome;
        }

        int waiting() {
            return outcomes.size();
        }
    }
}
