package io.stackwatch.simulator;

import io.stackwatch.simulator.boiler.server.BoilerServer;
import io.stackwatch.simulator.boiler.server.BoilerStatus;
import io.stackwatch.simulator.boiler.server.ServerOptions;
import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.scenario.BoilerScenario;
import io.stackwatch.simulator.scenario.BoilerScenarioReader;
import io.stackwatch.simulator.scenario.DemoBoilers;
import io.stackwatch.simulator.scenario.ScenarioRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulator boiler}: boilers behind an OPC UA server; takes commands from the standard input. */
@Command(
        name = "boiler",
        description =
                "Boilers of a scenario file behind an OPC UA server; takes commands (help) from the standard input.",
        mixinStandardHelpOptions = true)
final class BoilerCommand implements Callable<Integer> {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "Scenario file (YAML); without it the demonstration's, a heating plant.")
    private @Nullable Path scenarioFile;

    @Option(names = "--port", description = "Port to listen at; 0 for a free one (${DEFAULT-VALUE}).")
    private int port = ServerOptions.USUAL_PORT;

    @Option(names = "--bind", description = "Address to listen at (${DEFAULT-VALUE}).")
    private String bind = "127.0.0.1";

    @Option(names = "--host", description = "Name that endpoints and certificate have (${DEFAULT-VALUE}).")
    private String host = "localhost";

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Where own, trusted, rejected and users are (${DEFAULT-VALUE}).")
    private Path folder = Path.of("boiler-server");

    @Option(names = "--scale", description = "Seconds that pass in a second; without it the scenario's.")
    private @Nullable Double scale;

    @Option(
            names = "--start",
            paramLabel = "INSTANT",
            description = "Instant to start at, such as 2026-11-23T11:50:00+08:00; without it the scenario's, or now.")
    private @Nullable OffsetDateTime start;

    @Option(
            names = "--duration",
            paramLabel = "SECONDS",
            description = "Ends after so many seconds of the wall clock; without it at 'quit' or at a signal.")
    private @Nullable Long seconds;

    @Option(names = "--every", defaultValue = "10", description = "Seconds between two lines of status (10).")
    private long every = 10;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = out();
        BoilerScenario scenario;
        try {
            scenario = scenario();
        } catch (ScenarioRefused refused) {
            refused.problems().forEach(problem -> out.println(problem));
            out.flush();
            return Simulator.SCENARIO_REFUSED;
        }
        ScaledClock clock = ScaledClock.startingAt(scenario.start(), scenario.scale(), Clock.systemUTC());
        ServerOptions options = new ServerOptions(bind, host, port, folder, Optional.empty());
        try (BoilerServer server = BoilerServer.start(scenario, clock, options)) {
            out.printf(
                    "%s: %d boilers at %s; simulated time starts at %s and runs %s times as fast as the clock%n",
                    scenario.title(),
                    scenario.boilers().size(),
                    server.endpointUrl(),
                    shown(scenario.start(), scenario.zone()),
                    scenario.scale());
            out.flush();
            serve(server, scenario.zone(), out);
            return 0;
        } catch (IOException | GeneralSecurityException e) {
            out.println("failed: " + e);
            out.flush();
            return Simulator.FAILED;
        }
    }

    private BoilerScenario scenario() throws IOException, ScenarioRefused {
        Optional<Instant> from = Optional.ofNullable(start).map(OffsetDateTime::toInstant);
        Instant now = Clock.systemUTC().instant();
        BoilerScenario read = scenarioFile == null
                ? DemoBoilers.heatingPlant(from, now)
                : new BoilerScenarioReader().read(scenarioFile, from, now);
        return scale == null ? read : read.withScale(scale);
    }

    /** Answers lines and shows the status now and then, until it is told to quit or time is up. */
    private void serve(BoilerServer server, ZoneId zone, PrintWriter out) throws InterruptedException {
        BlockingQueue<String> lines = Typed.lines();
        Clock wall = Clock.systemUTC();
        Instant end = seconds == null ? Instant.MAX : wall.instant().plusSeconds(seconds);
        Instant nextStatus = wall.instant().plusSeconds(every);
        while (wall.instant().isBefore(end)) {
            Instant wake = nextStatus.isBefore(end) ? nextStatus : end;
            long wait = Math.max(1, Duration.between(wall.instant(), wake).toMillis());
            String line = lines.poll(wait, TimeUnit.MILLISECONDS);
            if (line != null && line.trim().equals(Typed.QUIT)) {
                return;
            }
            if (line != null) {
                out.println(server.command(line));
            }
            if (!wall.instant().isBefore(nextStatus)) {
                show(server.status(), zone, out);
                nextStatus = wall.instant().plusSeconds(every);
            }
            out.flush();
        }
    }

    private static void show(BoilerStatus status, ZoneId zone, PrintWriter out) {
        out.printf(
                "simulated %s (x%s)  %s  boilers %d  nodes %d  monitored %d  sessions %d  samples %d  skipped %d  wrong %d%n",
                shown(status.at(), zone),
                status.scale(),
                status.running() ? "on" : "off",
                status.boilers(),
                status.nodes(),
                status.monitored(),
                status.sessions(),
                status.samples(),
                status.skipped(),
                status.wrong());
    }

    private static String shown(Instant instant, ZoneId zone) {
        return SHOWN.format(instant.atZone(zone));
    }

    private PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("not called by the command line");
        }
        return spec.commandLine().getOut();
    }
}
