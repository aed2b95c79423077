package io.stackwatch.simulator.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.simulator.fleet.AnsweringPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadRunTest {

    private AnsweringPlatform platform;

    @BeforeEach
    void open() throws IOException {
        platform = new AnsweringPlatform();
    }

    @AfterEach
    void close() throws IOException {
        platform.close();
    }

    @Test
    void everyFrameIsAnsweredAndHasItsOwnNumber() throws IOException {
        LoadResult result = run(5, OptionalDouble.empty(), 2);

        assertTrue(result.isClean(), result.toString());
        assertTrue(result.acknowledged() > 0);
        assertEquals(result.sent(), result.acknowledged());
        assertTrue(result.latency().p50() > 0
                && result.latency().p50() <= result.latency().max());
        List<String> frames = platform.frames();
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        Matcher matcher = Pattern.compile("QN=(\\d{17});.*;MN=(\\w{24});").matcher("");
        for (String frame : frames) {
            assertTrue(matcher.reset(frame).find(), frame);
            names.add(matcher.group(2));
            numbers.add(matcher.group(2) + matcher.group(1));
        }
        assertEquals(5, names.size());
        assertEquals(frames.size(), numbers.size());
    }

    @Test
    void aPacedRunKeepsItsRate() throws IOException {
        LoadResult result = run(4, OptionalDouble.of(400), 1);

        assertTrue(result.isClean(), result.toString());
        assertEquals(400, result.acknowledgedPerSecond(), 1);
    }

    /** A stall must show in the latency of all frames that were due meanwhile, not only of those under way. */
    @Test
    void aStallIsChargedToEveryFrameThatWasDueMeanwhile() throws Exception {
        LoadOptions options =
                LoadFixture.options(platform.port(), 4, OptionalDouble.of(200), Duration.ofMillis(1_500), 1);
        CompletableFuture<LoadResult> running = CompletableFuture.supplyAsync(() -> run(options));
        platform.await("the run to be under way", it -> it.frames().size() > 80);
        platform.hold();
        long held = System.nanoTime();
        CompletableFuture<Void> stall = CompletableFuture.runAsync(
                platform::release, CompletableFuture.delayedExecutor(600, TimeUnit.MILLISECONDS));
        stall.get(10, TimeUnit.SECONDS);
        long heldMicros = (System.nanoTime() - held) / 1_000;

        LoadResult result = running.get(30, TimeUnit.SECONDS);

        assertTrue(result.isClean(), result.toString());
        assertTrue(Math.abs(result.acknowledged() - 300) <= 1, "acknowledged " + result.acknowledged());
        assertTrue(heldMicros >= 600_000);
        assertTrue(result.latency().max() > 450_000, "max " + result.latency());
        // Of 300 frames some 120 were due during the stall; with coordinated omission only 4 would be slow.
        assertTrue(result.latency().p90() > 200_000, "p90 " + result.latency());
    }

    @Test
    void aTargetThatIsNotThereIsSaid() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        LoadOptions options = LoadFixture.options(port, 3, OptionalDouble.empty(), Duration.ofMillis(100), 1);

        IOException failed = assertThrows(IOException.class, () -> new LoadRun(options, LoadFixture.NOW).run());

        assertEquals("nobody takes a connection", failed.getMessage());
    }

    private LoadResult run(int connections, OptionalDouble rate, int inFlight) throws IOException {
        return new LoadRun(
                        LoadFixture.options(platform.port(), connections, rate, Duration.ofMillis(800), inFlight),
                        LoadFixture.NOW)
                .run();
    }

    private static LoadResult run(LoadOptions options) {
        try {
            return new LoadRun(options, LoadFixture.NOW).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
