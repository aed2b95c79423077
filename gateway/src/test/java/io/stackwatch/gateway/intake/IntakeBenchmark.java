package io.stackwatch.gateway.intake;

import io.stackwatch.connectors.hj212.camel.Hj212Component;
import io.stackwatch.connectors.hj212.camel.Hj212Consumer;
import io.stackwatch.connectors.hj212.server.ServerOptions;
import io.stackwatch.connectors.hj212.session.StationProfile;
import io.stackwatch.gateway.intake.LoadProcess.Figures;
import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.journal.segment.JournalOptions;
import io.stackwatch.gateway.journal.segment.SegmentJournal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Acknowledged-durable frames per second and time to 9014: the gateway's real intake (server, route, repeat detection,
 * journal) against the same with the journal replaced by nothing, in one run, load generator on the same machine.
 *
 * <p>The command and the figures of record are in docs/benchmarks.md.
 */
public final class IntakeBenchmark {

    private static final int SECONDS = 10;
    private static final int WARM_UP = 6;

    private IntakeBenchmark() {}

    /** Runs it and prints a table. */
    public static void main(String[] arguments) throws Exception {
        Path scratch = arguments.length > 0
                ? Files.createDirectories(Path.of(arguments[0]))
                : Files.createTempDirectory("intake-benchmark");
        System.out.printf(
                "%-8s %7s %8s %10s %8s %8s %8s %8s %6s %6s %8s%n",
                "journal", "conns", "offered", "acked/s", "p50 ms", "p99 ms", "p99.9", "max ms", "srvCPU", "genCPU",
                "RSS MB");
        double[] best = new double[2];
        for (int connections : new int[] {200, 2_000, 10_000}) {
            for (boolean durable : new boolean[] {true, false}) {
                Figures figures = measure(scratch, durable, connections, "max");
                if (connections == 2_000) {
                    best[durable ? 0 : 1] = figures.perSecond();
                }
            }
        }
        measure(scratch, true, 2_000, String.valueOf(Math.round(best[0] / 2)));
        measure(scratch, true, 2_000, "10000");
        System.out.printf(Locale.ROOT, "durable / nothing at 2,000 connections: %.2f%n", best[0] / best[1]);
    }

    private static Figures measure(Path scratch, boolean durable, int connections, String rate) throws Exception {
        Path folder = Files.createTempDirectory(scratch, "journal");
        Journal journal = durable ? SegmentJournal.open(folder, JournalOptions.defaults()) : new NothingJournal();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            Hj212Component component = new Hj212Component();
            component.setStations(mn -> Optional.of(StationProfile.strict(mn, "123456")));
            component.setOptions(ServerOptions.defaults());
            component.setClock(Clock.systemUTC());
            camel.addComponent("hj212", component);
            camel.addRoutes(new IntakeRoute("hj212:127.0.0.1:0", new Intake(journal, IntakeOptions.defaults())));
            camel.start();
            int port = ((Hj212Consumer) camel.getRoute(IntakeRoute.ID).getConsumer()).port();
            long cpuBefore = cpuNanos();
            long before = System.nanoTime();
            Figures figures = LoadProcess.run(port, connections, rate, SECONDS, WARM_UP);
            double cores = (cpuNanos() - cpuBefore) / (double) (System.nanoTime() - before);
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %7d %8s %10.0f %8.2f %8.2f %8.2f %8.2f %6.2f %6.2f %8d%s%n",
                    durable ? "durable" : "nothing",
                    connections,
                    rate,
                    figures.perSecond(),
                    figures.p50() / 1e3,
                    figures.p99() / 1e3,
                    figures.p999() / 1e3,
                    figures.max() / 1e3,
                    cores,
                    figures.cores(),
                    residentMegabytes(),
                    figures.unanswered() + figures.unsent() > 0
                            ? "  unanswered=" + figures.unanswered() + " unsent=" + figures.unsent()
                            : "");
            return figures;
        } finally {
            journal.close();
            delete(folder);
        }
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long residentMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var tree = Files.walk(folder)) {
            tree.forEach(files::add);
        }
        for (int i = files.size() - 1; i >= 0; i--) {
            Files.delete(files.get(i));
        }
    }
}
