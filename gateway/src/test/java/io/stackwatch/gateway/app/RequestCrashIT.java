package io.stackwatch.gateway.app;

import static io.stackwatch.gateway.app.AskedOverSocket.await;
import static io.stackwatch.gateway.app.AskedOverSocket.kinds;
import static io.stackwatch.gateway.app.AskedOverSocket.order;
import static io.stackwatch.gateway.app.AskedOverSocket.qn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.history.Eventually;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built program, killed in the middle of an exchange: the exchange goes on and is done once. */
class RequestCrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private int port;
    private Path file;
    private GatewayApi api;
    private Process gateway;

    @BeforeEach
    void start() throws Exception {
        port = freePort();
        int web = freePort();
        file = folder.resolve("stackwatch.yaml");
        Files.writeString(
                file,
                "data-dir: %s\nhj212:\n  host: 127.0.0.1\n  port: %d\nhttp.port: %d\njournal.segment-mib: 8\n"
                        .formatted(folder.resolve("data"), port, web));
        SmallCity.register(Config.read(file.toString(), Files.readString(file), Map.of()), SmallCity.mns(1));
        api = new GatewayApi(web);
        gateway = serve();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.destroy();
        if (!gateway.waitFor(20, TimeUnit.SECONDS)) {
            gateway.destroyForcibly();
        }
    }

    @Test
    void killedBetweenAnswerAndResultTheExchangeIsDoneOnce() throws Exception {
        long id;
        String qn;
        try (AskedOverSocket logger = logger()) {
            id = order(api, SmallCity.mn(1), 1061, "");
            qn = qn(logger.request());
            logger.says(qn, 9011, "QnRtn=1");
            await(api, id, "EXECUTING");
        }
        kill();
        try (AskedOverSocket logger = logger()) {
            logger.says(qn, 1061, "RtdInterval=30").says(qn, 9012, "ExeRtn=1");
            JsonNode done = await(api, id, "DONE");
            assertEquals("ORDERED SENT ANSWERED RESUMED DATA RESULTED", kinds(done));
            assertEquals(1, done.get("exchange").get("attempts").asInt());
        }
    }

    @Test
    void killedBeforeTheAnswerTheIdenticalPacketIsSentAgain() throws Exception {
        long id;
        String request;
        try (AskedOverSocket logger = logger()) {
            id = order(api, SmallCity.mn(1), 1061, "");
            request = logger.request();
        }
        kill();
        try (AskedOverSocket logger = logger()) {
            // the answer's ten seconds begin anew with the restart; a peer waits that long for one packet
            Eventually.holds(PATIENCE, "not sent again", () -> attempts(id) == 2);
            assertEquals(request, logger.request());
            logger.says(qn(request), 9011, "QnRtn=1").says(qn(request), 9012, "ExeRtn=1");
            assertEquals("ORDERED SENT RESUMED TIMED_OUT SENT ANSWERED RESULTED", kinds(await(api, id, "DONE")));
        }
    }

    private int attempts(long exchange) throws Exception {
        return api.get("/api/v1/exchanges/" + exchange)
                .get("exchange")
                .get("attempts")
                .asInt();
    }

    private AskedOverSocket logger() {
        return new AskedOverSocket(port, SmallCity.mn(1), LocalDateTime.now(ZoneId.of("Asia/Shanghai")));
    }

    private void kill() throws Exception {
        gateway.destroyForcibly().waitFor();
        gateway = serve();
    }

    private Process serve() throws IOException {
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        Path.of("target", "stackwatch.jar").toString(),
                        "serve",
                        "--config",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("gateway.log").toFile()))
                .start();
        Eventually.holds(PATIENCE, "the gateway does not answer", () -> {
            try {
                return api.health() == 200;
            } catch (IOException notYet) {
                return false;
            }
        });
        return started;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
