package io.stackwatch.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The load generator as a process of its own, so that it shares the machine with the server but not its heap. */
public final class LoadProcess {

    private LoadProcess() {}

    /** What one run measured; latencies in microseconds. */
    public record Figures(
            double perSecond, long p50, long p99, long p999, long max, long unanswered, long unsent, double cores) {}

    /** Runs a load against a port of this machine and waits for its end. */
    public static Figures run(int port, int connections, String rate, int seconds, int warmUp)
            throws IOException, InterruptedException {
        Path json = Files.createTempFile("load", ".json");
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.stackwatch.simulator.Simulator",
                    "load",
                    "--target=127.0.0.1:" + port,
                    "--connections=" + connections,
                    "--rate=" + rate,
                    "--duration=" + seconds,
                    "--warmup=" + warmUp,
                    "--json=" + json));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(new File("/dev/null"))
                    .start();
            process.waitFor();
            if (Files.size(json) == 0) {
                throw new IOException("the load generator ended with " + process.exitValue() + " and no figures: "
                        + String.join(" ", command));
            }
            JsonNode figures = new ObjectMapper().readTree(json.toFile());
            JsonNode latency = figures.get("latencyMicros");
            return new Figures(
                    figures.get("acknowledgedPerSecond").asDouble(),
                    latency.get("p50").asLong(),
                    latency.get("p99").asLong(),
                    latency.get("p99.9").asLong(),
                    latency.get("max").asLong(),
                    figures.get("unanswered").asLong(),
                    figures.get("unsent").asLong(),
                    figures.get("generatorCpuCores").asDouble());
        } finally {
            Files.deleteIfExists(json);
        }
    }
}
