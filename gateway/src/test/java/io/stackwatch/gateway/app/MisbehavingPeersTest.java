package io.stackwatch.gateway.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.config.Settings;
import io.stackwatch.simulator.fault.FaultKind;
import io.stackwatch.simulator.fault.MisbehavingLogger;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whatever one peer does, a whole gateway serves the others, keeps what it must, and answers nobody it does not know. */
final class MisbehavingPeersTest {

    private static final Duration P99 = Duration.ofMillis(500);
    private static final int KEPT_OF_A_REFUSED_FRAME = 4_096;
    private static final int IDLE = 1_000;

    @TempDir
    private static Path folder;

    private static Gateway gateway;
    private static GatewayApi api;
    private static int sent;

    @RegisterExtension
    final MisbehavingLogger good = new MisbehavingLogger();

    @RegisterExtension
    final MisbehavingLogger bad = new MisbehavingLogger();

    @BeforeAll
    static void start() throws Exception {
        Config config = SmallCity.config(folder).with(Settings.HJ212_HALF_FRAME, "PT1S");
        SmallCity.register(config, SmallCity.mns(2));
        gateway = Gateway.start(config, SmallCity.clock(), 1);
        api = new GatewayApi(gateway.webPort());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void aFrameThatDoesNotEndIsCutOffAndKeptInPartAndTheOthersAreServed() throws Exception {
        long before = api.head();
        good.connect(gateway.loggerPort());
        bad.connect(gateway.loggerPort());
        try {
            bad.send(FaultKind.ENDLESS, segment(2));
        } catch (UncheckedIOException closed) {
            // the gateway may have had enough before the peer has: also an end
        }
        p99Of(50);

        JsonNode kept = api.awaitRecord(before, "REFUSED");
        assertTrue(
                kept.get("length").asInt() <= KEPT_OF_A_REFUSED_FRAME,
                () -> "kept of it: " + kept.get("length") + " bytes");
    }

    @Test
    void aSlowSenderIsHeardToItsEndAndKeepsNobodyWaiting() throws Exception {
        good.connect(gateway.loggerPort());
        bad.connect(gateway.loggerPort());
        String slow = segment(2);
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(
                () -> bad.send(FaultKind.SLOW, slow).reply());

        assertTrue(p99Of(200).compareTo(P99) < 0);
        assertAnswers(slow, answer.get(30, TimeUnit.SECONDS));
    }

    @Test
    void aThousandSilentConnectionsKeepNobodyWaitingAndMayStillSpeak() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < IDLE; i++) {
                idle.add(new Socket(InetAddress.getLoopbackAddress(), gateway.loggerPort()));
            }
            bad.connect(gateway.loggerPort());
            good.connect(gateway.loggerPort());
            Duration p99 = p99Of(500);
            assertTrue(p99.compareTo(P99) < 0, () -> "p99 beside " + IDLE + " idle connections: " + p99);
            String late = segment(2);
            assertAnswers(late, bad.send(late).reply());
        } finally {
            for (Socket each : idle) {
                each.close();
            }
        }
    }

    @Test
    void aStationThatNobodyKnowsIsKeptInQuarantineAndNotAnswered() throws Exception {
        staysInQuarantine(FaultKind.UNKNOWN_MN, "UNKNOWN_MN");
    }

    @Test
    void aWrongPasswordIsKeptInQuarantineAndNotAnswered() throws Exception {
        staysInQuarantine(FaultKind.WRONG_PASSWORD, "WRONG_PASSWORD");
    }

    private void staysInQuarantine(FaultKind kind, String reason) throws Exception {
        long before = api.head();
        bad.connect(gateway.loggerPort()).send(kind, segment(2));
        JsonNode kept = api.awaitRecord(before, "QUARANTINED");
        assertTrue(kept.get("detail").asText().contains(reason), () -> "reason: " + kept.get("detail"));
        // the fence: the first answer on this connection is the answer to the next, good frame
        String next = segment(2);
        assertAnswers(next, bad.send(next).reply());
        assertEquals(
                List.of("QUARANTINED", "ACCEPTED"),
                api.recordsAfter(before).stream()
                        .map(record -> record.get("disposition").asText())
                        .toList());
    }

    /** Sends so many frames, each when the last one was answered. */
    private Duration p99Of(int frames) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            String segment = segment(1);
            long begun = System.nanoTime();
            String answer = good.send(segment).reply();
            times.add(System.nanoTime() - begun);
            assertAnswers(segment, answer);
        }
        times.sort(null);
        return Duration.ofNanos(times.get((int) Math.ceil(0.99 * frames) - 1));
    }

    private static void assertAnswers(String segment, String answer) {
        String number = segment.substring(0, segment.indexOf(';'));
        assertTrue(answer.contains("CN=9014") && answer.contains(number), () -> answer + " is no 9014 to " + segment);
    }

    /** A frame that was not sent before. */
    private static synchronized String segment(int station) {
        return SmallCity.realtime(SmallCity.mn(station), SmallCity.MORNING.plusSeconds(sent++), "12.5");
    }
}
