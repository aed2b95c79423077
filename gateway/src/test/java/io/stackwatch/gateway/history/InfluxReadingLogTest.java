package io.stackwatch.gateway.history;

import static io.stackwatch.gateway.history.ReadingFixture.BOILER;
import static io.stackwatch.gateway.history.ReadingFixture.MORNING;
import static io.stackwatch.gateway.history.ReadingFixture.SO2;
import static io.stackwatch.gateway.history.ReadingFixture.figure;
import static io.stackwatch.gateway.history.ReadingFixture.hour;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.measurement.Span;
import io.stackwatch.core.measurement.Statistic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server: what influxd does is what counts. */
final class InfluxReadingLogTest extends ReadingLogContract {

    @TempDir
    private static Path folder;

    private static InfluxServer server;
    private static int databases;

    @BeforeAll
    static void startServer() {
        server = InfluxServer.startIn(folder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Override
    ReadingLog emptyLog() {
        databases++;
        return new InfluxReadingLog(InfluxOptions.at(server.url()).withDatabase("test" + databases));
    }

    @Test
    void aDatabaseThatWasDroppedIsMadeAgain() throws Exception {
        try (ReadingLog log =
                new InfluxReadingLog(InfluxOptions.at(server.url()).withDatabase("dropped"))) {
            log.write(List.of(hour(BOILER, SO2, MORNING, "1")));
            ask("DROP DATABASE dropped");
            log.write(List.of(hour(BOILER, SO2, MORNING, "2")));
            assertEquals(1, log.latest(BOILER, Span.HOUR, MORNING).size());
            ask("DROP DATABASE dropped");
            assertEquals(List.of(), log.latest(BOILER, Span.HOUR, MORNING));
        }
    }

    @Test
    void aFieldOfAnotherTypeIsRefusedForGoodAndNotCalledUnavailable() throws Exception {
        try (ReadingLog log =
                new InfluxReadingLog(InfluxOptions.at(server.url()).withDatabase("conflict"))) {
            log.write(List.of(hour(ReadingFixture.KILN, ReadingFixture.DUST, MORNING, "1")));
            post("/write?db=conflict&precision=ms", "hour,outlet=DA001,factor=a21026,unit=mg/m3 ZsRtd=\"text\" 0");
            // Field types belong to a shard, so the value must lie in the same week as the text.
            ReadingLog.Entry sameShard = ReadingFixture.entry(
                    BOILER, SO2, Span.HOUR, Instant.EPOCH, Statistic.ZS_RTD, "1", Optional.empty());
            assertThrows(ReadingLog.Refused.class, () -> log.write(List.of(sameShard)));
        }
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (ReadingLog log = new InfluxReadingLog(InfluxOptions.at(URI.create("http://127.0.0.1:" + port)))) {
            assertThrows(ReadingLog.Unavailable.class, () -> log.write(List.of(hour(BOILER, SO2, MORNING, "1"))));
            assertThrows(
                    ReadingLog.Unavailable.class,
                    () -> log.series(
                            figure(BOILER, SO2, Statistic.AVG, Span.HOUR), MORNING, MORNING.plusSeconds(1), 10));
        }
    }

    @Test
    void aServerThatNeverAnswersIsUnavailableWhenTheTimeIsUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                ReadingLog log =
                        new InfluxReadingLog(InfluxOptions.at(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                                .withTimeouts(Duration.ofMillis(300), Duration.ofMillis(300)))) {
            long started = System.nanoTime();
            assertThrows(ReadingLog.Unavailable.class, () -> log.write(List.of(hour(BOILER, SO2, MORNING, "1"))));
            Duration waited = Duration.ofNanos(System.nanoTime() - started);
            assertTrue(waited.compareTo(Duration.ofSeconds(5)) < 0, "waited " + waited);
        }
    }

    @Test
    void optionsNameWhatIsWrongAndNeverShowThePassword() {
        InfluxOptions options = InfluxOptions.at(URI.create("http://127.0.0.1:8086"));
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> options.withDatabase("a b"));
        assertTrue(failure.getMessage().contains("'a b'"), failure.getMessage());
        assertThrows(IllegalArgumentException.class, () -> InfluxOptions.at(URI.create("ftp://127.0.0.1")));
        assertTrue(
                !options.withLogin("writer", "s3cret").toString().contains("s3cret"),
                "a password must not reach a log");
    }

    private static void ask(String statement) throws IOException, InterruptedException {
        post("/query?q=" + URLEncoder.encode(statement, StandardCharsets.UTF_8), "");
    }

    private static void post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + path))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 300, answer.statusCode() + " " + answer.body());
    }
}
