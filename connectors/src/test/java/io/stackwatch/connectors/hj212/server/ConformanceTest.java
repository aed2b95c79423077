package io.stackwatch.connectors.hj212.server;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.core.registry.Mn;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Plays every script of {@code hj212/scripts/<edition>/} against a server on a real socket. */
class ConformanceTest {

    private static Vertx vertx;

    @BeforeAll
    static void startLoops() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopLoops() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @TestFactory
    Stream<DynamicTest> everyScriptIsAnsweredAsItSays() throws Exception {
        return scripts().stream()
                .map(path -> DynamicTest.dynamicTest(
                        path.getParent().getFileName() + "/" + path.getFileName(), () -> play(path)));
    }

    @Test
    void thereAreAtLeastTwentyFiveScriptsOverThreeEditions() throws Exception {
        List<Path> scripts = scripts();
        assertTrue(scripts.size() >= 25, "scripts: " + scripts.size());
        for (String edition : List.of("2005", "2017", "2025")) {
            assertTrue(scripts.stream().anyMatch(path -> path.getParent().endsWith(edition)), edition);
        }
    }

    @Test
    void aScriptThatIsAnsweredOtherwiseFails() {
        String upload =
                """
                # A planted untruth. (control)
                STATION mn=A pw=1
                CONNECT
                SEND ##{len}QN=1;ST=31;CN=2011;PW=1;MN=A;Flag=5;CP=&&a=1&&{crc}\\r\\n
                """;
        for (String untrue : List.of(
                "EXPECT QN=2;ST=91;CN=9014;PW=1;MN=A;Flag=4;CP=&&&&", "EXPECT_NOTHING", "KEPT REFUSED", "SHOUT")) {
            AssertionError broken = assertThrows(AssertionError.class, () -> play(new Script(upload + untrue)), untrue);
            assertTrue(broken.getMessage().contains("A planted untruth"), broken.getMessage());
        }
    }

    private static void play(Path path) throws Exception {
        play(new Script(Files.readString(path)));
    }

    private static void play(Script script) throws Exception {
        Map<Mn, StationProfile> stations = script.stations();
        MemoryHandler kept = new MemoryHandler();
        ServerOptions options = ServerOptions.defaults()
                .withHost("127.0.0.1")
                .withPort(0)
                .withEventLoops(1)
                .withPatience(Duration.ofMillis(100), Duration.ofMillis(600));
        Hj212Server server = Hj212Server.start(
                        vertx,
                        options,
                        mn -> Optional.ofNullable(stations.get(mn)),
                        kept,
                        Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        try {
            script.play(server.port(), kept);
        } catch (AssertionError broken) {
            throw new AssertionError(script.rule() + "\n    " + broken.getMessage(), broken);
        } finally {
            server.stop().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private static List<Path> scripts() throws URISyntaxException, IOException {
        Path root = Path.of(Objects.requireNonNull(ConformanceTest.class.getResource("/hj212/scripts"))
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(path -> path.toString().endsWith(".script"))
                    .sorted()
                    .toList();
        }
    }
}
