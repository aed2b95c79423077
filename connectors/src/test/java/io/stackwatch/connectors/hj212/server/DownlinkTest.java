package io.stackwatch.connectors.hj212.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DownlinkTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Mn FIRST = new Mn("010000A8900016F000169DC0");
    private static final Mn SECOND = new Mn("010000A8900016F000169DC1");
    private static final String ASKED =
            "QN=20260101080000000;ST=31;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&&&";

    private final Vertx vertx = Vertx.vertx();
    private final List<Peer> peers = new ArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };
    private Hj212Server server;

    @BeforeEach
    void start() throws Exception {
        server = Hj212Server.start(
                        vertx,
                        ServerOptions.defaults()
                                .withHost("127.0.0.1")
                                .withPort(0)
                                .withEventLoops(2),
                        mn -> List.of(FIRST, SECOND).contains(mn)
                                ? Optional.of(StationProfile.strict(mn, "123456"))
                                : Optional.empty(),
                        new MemoryHandler(),
                        clock)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        peers.forEach(Peer::close);
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aStationThatNeverSpokeIsNotConnected() {
        connect();
        assertEquals(Downlink.Sent.NOT_CONNECTED, server.downlink().send(FIRST, Peer.packet(ASKED)));
        assertEquals(List.of(), server.downlink().links());
    }

    @Test
    void aPacketGoesDownTheConnectionOnWhichTheStationSpoke() {
        Peer peer = connect();
        speak(peer, FIRST);
        assertEquals(Downlink.Sent.WRITTEN, server.downlink().send(FIRST, Peer.packet(ASKED)));
        assertEquals(ASKED, peer.readSegment());
        Link link = server.downlink().link(FIRST).orElseThrow();
        assertEquals(NOW, link.since());
        assertTrue(link.peer().startsWith("127.0.0.1:"), link.peer());
        await("the packet is counted", () -> server.counters().requests() == 1);
    }

    @Test
    void severalStationsOnOneConnectionAreAllReachedThroughIt() {
        Peer peer = connect();
        speak(peer, FIRST);
        speak(peer, SECOND);
        server.downlink().send(FIRST, Peer.packet(ASKED));
        assertEquals(ASKED, peer.readSegment());
        server.downlink().send(SECOND, Peer.packet(ASKED.replace("9DC0", "9DC1")));
        assertEquals(ASKED.replace("9DC0", "9DC1"), peer.readSegment());
        assertEquals(2, server.downlink().links().size());
    }

    @Test
    void theNewestConnectionWinsAndTheOldOnesEndTakesNothingAway() {
        Peer old = connect();
        speak(old, FIRST);
        Peer fresh = connect();
        speak(fresh, FIRST);
        old.reset();
        await("the old connection is gone", () -> server.counters().connectionsOpen() == 1);
        server.downlink().send(FIRST, Peer.packet(ASKED));
        assertEquals(ASKED, fresh.readSegment());
    }

    @Test
    void aStationThatSpeaksOnTwoConnectionsInTurnIsConnectedSinceTheFirst() {
        Peer one = connect();
        speak(one, FIRST);
        Peer other = connect();
        for (Peer peer : List.of(other, one, other)) {
            now.set(now.get().plusSeconds(60));
            speak(peer, FIRST);
        }
        Link link = server.downlink().link(FIRST).orElseThrow();
        assertEquals(NOW, link.since());
        assertEquals(NOW.plusSeconds(180), link.heardAt());
    }

    @Test
    void theLastFrameOfAConnectionThatEndsTakesNoStationAway() {
        Peer old = connect();
        speak(old, FIRST);
        Peer fresh = connect();
        speak(fresh, FIRST);
        String last = upload(FIRST).replace("080000", "080001");
        String packet = new String(Peer.packet(last), StandardCharsets.US_ASCII);
        // says that it is longer than it is, so that only the end of the connection ends it
        String longer = "##%04d".formatted(last.length() + 50) + packet.substring(6, packet.length() - 2);
        old.send(longer.getBytes(StandardCharsets.US_ASCII));
        old.close();
        await("the old connection is gone", () -> server.counters().connectionsOpen() == 1);
        assertEquals(3, server.counters().accepted(), "its last frame was one");
        assertEquals(Downlink.Sent.WRITTEN, server.downlink().send(FIRST, Peer.packet(ASKED)));
        assertEquals(ASKED, fresh.readSegment());
    }

    @Test
    void aStationWhoseConnectionEndedIsNotConnected() {
        Peer peer = connect();
        speak(peer, FIRST);
        peer.close();
        await("the link is gone", () -> server.downlink().link(FIRST).isEmpty());
        assertEquals(Downlink.Sent.NOT_CONNECTED, server.downlink().send(FIRST, Peer.packet(ASKED)));
    }

    @Test
    void aWrongPasswordBindsNobody() {
        Peer peer = connect();
        peer.sendSegment(upload(FIRST).replace("PW=123456", "PW=654321"));
        await("the frame is quarantined", () -> server.counters().quarantined() == 1);
        assertTrue(server.downlink().link(FIRST).isEmpty());
    }

    @Test
    void aLoggerWithoutAnMnIsReachedByItsAddress() {
        Peer peer = connect();
        speak(peer, FIRST);
        String address = server.downlink().link(FIRST).orElseThrow().peer();
        assertEquals(Downlink.Sent.WRITTEN, server.downlink().sendToPeer(address, NOW, Peer.packet(ASKED)));
        assertEquals(ASKED, peer.readSegment());
        assertEquals(Downlink.Sent.NOT_CONNECTED, server.downlink().sendToPeer("127.0.0.1:1", NOW, Peer.packet(ASKED)));
    }

    /** Another logger behind the same NAT may get the address of one that has gone. */
    @Test
    void whoeverHasAnAddressLaterHearsNothingThatWasMeantForTheOneBefore() {
        Instant spoken = NOW.minusMillis(1);
        Peer later = connect();
        speak(later, FIRST);
        String address = server.downlink().link(FIRST).orElseThrow().peer();
        String meant = ASKED.replace("CN=1011", "CN=1002");
        assertEquals(Downlink.Sent.NOT_CONNECTED, server.downlink().sendToPeer(address, spoken, Peer.packet(meant)));
        assertEquals(Downlink.Sent.WRITTEN, server.downlink().sendToPeer(address, NOW, Peer.packet(ASKED)));
        assertEquals(ASKED, later.readSegment(), "the first thing that it hears");
    }

    @Test
    void aLoggerThatAskedHoursAgoOnTheSameConnectionIsStillReachedThroughIt() {
        Peer peer = connect();
        speak(peer, FIRST);
        now.set(NOW.plusSeconds(7200));
        speak(peer, FIRST);
        String address = server.downlink().link(FIRST).orElseThrow().peer();
        Instant asked = NOW.plusSeconds(60);
        assertEquals(Downlink.Sent.WRITTEN, server.downlink().sendToPeer(address, asked, Peer.packet(ASKED)));
        assertEquals(ASKED, peer.readSegment());
    }

    @Test
    void aPeerThatDoesNotReadIsCongestedBeforeMuchIsQueued() {
        Peer peer = connect();
        speak(peer, FIRST);
        byte[] packet = Peer.packet(ASKED);
        await("the network takes no more", () -> {
            for (int i = 0; i < 1000; i++) {
                if (server.downlink().send(FIRST, packet) == Downlink.Sent.CONGESTED) {
                    return true;
                }
            }
            return false;
        });
        assertTrue(server.counters().congested() >= 1);
    }

    private Peer connect() {
        Peer peer = new Peer(server.port());
        peers.add(peer);
        return peer;
    }

    private static void speak(Peer peer, Mn station) {
        peer.sendSegment(upload(station));
        assertTrue(peer.readSegment().contains("CN=9014"));
    }

    private static String upload(Mn station) {
        return "QN=20260101080000000;ST=31;CN=2011;PW=123456;MN=" + station.value()
                + ";Flag=5;CP=&&DataTime=20260101080000;a21026-Rtd=1.0,a21026-Flag=N&&";
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain: " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
