package io.stackwatch.gateway.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real {@code influxd} with its data in a folder, on free ports of the loopback address; can be killed and started again. */
public final class InfluxServer implements AutoCloseable {

    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/influxd"), Path.of("/usr/local/bin/influxd"));

    private final Path folder;
    private final int httpPort;
    private final int rpcPort;
    private Process process;

    private InfluxServer(Path folder) {
        this.folder = folder;
        this.httpPort = freePort();
        this.rpcPort = freePort();
    }

    /** Starts one and waits until it answers. */
    public static InfluxServer startIn(Path folder) {
        InfluxServer server = new InfluxServer(folder);
        server.start();
        return server;
    }

    /** Where it answers. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    /** Starts it again on the same folder and waits until it answers. */
    public void start() {
        Path binary = PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "this test needs a real InfluxDB 1.x server: install it with 'apt-get install influxdb'"));
        ProcessBuilder builder = new ProcessBuilder(binary.toString(), "run", "-config", "/dev/null")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("influxd.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "INFLUXDB_REPORTING_DISABLED",
                        "true",
                        "INFLUXDB_BIND_ADDRESS",
                        "127.0.0.1:" + rpcPort,
                        "INFLUXDB_HTTP_BIND_ADDRESS",
                        "127.0.0.1:" + httpPort,
                        "INFLUXDB_META_DIR",
                        folder.resolve("meta").toString(),
                        "INFLUXDB_DATA_DIR",
                        folder.resolve("data").toString(),
                        "INFLUXDB_DATA_WAL_DIR",
                        folder.resolve("wal").toString(),
                        "INFLUXDB_MONITOR_STORE_ENABLED",
                        "false"));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        HttpRequest ping = HttpRequest.newBuilder(url().resolve("/ping"))
                .timeout(Duration.ofSeconds(1))
                .build();
        Eventually.holds(Duration.ofSeconds(20), "influxd does not answer, see " + folder + "/influxd.log", () -> {
            try {
                return http.send(ping, HttpResponse.BodyHandlers.discarding()).statusCode() == 204;
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** As by {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        Eventually.holds(Duration.ofSeconds(10), "influxd does not die", () -> !process.isAlive());
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
