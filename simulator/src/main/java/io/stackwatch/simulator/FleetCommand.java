package io.stackwatch.simulator;

import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.fleet.Fleet;
import io.stackwatch.simulator.fleet.FleetOptions;
import io.stackwatch.simulator.fleet.FleetStatus;
import io.stackwatch.simulator.scenario.BacklogScenario;
import io.stackwatch.simulator.scenario.DemoScenario;
import io.stackwatch.simulator.scenario.Scenario;
import io.stackwatch.simulator.scenario.ScenarioReader;
import io.stackwatch.simulator.scenario.ScenarioRefused;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulator fleet}: runs the loggers of a scenario and takes commands from the standard input. */
@Command(
        name = "fleet",
        description = "Runs the loggers of a scenario file; takes commands (help) from the standard input.",
        mixinStandardHelpOptions = true)
final class FleetCommand implements Callable<Integer> {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "Scenario file (YAML), or backlog-50; without it the demonstration's, Liaocheng.")
    private @Nullable Path scenarioFile;

    @Option(
            names = "--target",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9212",
            converter = Target.Converter.class,
            description = "Where to connect to (${DEFAULT-VALUE}).")
    private Target target = new Target("127.0.0.1", 9212);

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
        Scenario scenario;
        try {
            scenario = scenario();
        } catch (ScenarioRefused refused) {
            refused.problems().forEach(problem -> out.println(problem));
            out.flush();
            return Simulator.SCENARIO_REFUSED;
        }
        Vertx vertx = Vertx.vertx();
        try {
            ScaledClock clock = ScaledClock.startingAt(scenario.start(), scenario.scale(), Clock.systemUTC());
            Fleet fleet = Fleet.start(
                            vertx,
                            SocketAddress.inetSocketAddress(target.port(), target.host()),
                            scenario,
                            clock,
                            FleetOptions.defaults())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            out.printf(
                    "%s: %d loggers to %s; simulated time starts at %s and runs %s times as fast as the clock%n",
                    scenario.title(),
                    scenario.loggers().size(),
                    target,
                    shown(scenario.start(), scenario.zone()),
                    scenario.scale());
            out.flush();
            serve(fleet, scenario.zone(), out);
            fleet.close().toCompletionStage().toCompletableFuture().get();
            return 0;
        } catch (ExecutionException e) {
            out.println("failed: " + e.getCause());
            out.flush();
            return Simulator.FAILED;
        } finally {
            vertx.close();
        }
    }

    private Scenario scenario() throws IOException, ScenarioRefused {
        Optional<Instant> from = Optional.ofNullable(start).map(OffsetDateTime::toInstant);
        Scenario read = read(from);
        return scale == null ? read : read.withScale(scale);
    }

    private Scenario read(Optional<Instant> from) throws IOException, ScenarioRefused {
        if (scenarioFile == null) {
            return DemoScenario.liaocheng(from);
        }
        if (scenarioFile.equals(Path.of(BacklogScenario.NAME))) {
            return BacklogScenario.fifty(from);
        }
        return new ScenarioReader().read(scenarioFile, from, Clock.systemUTC().instant());
    }

    /** Answers lines and shows the status now and then, until it is told to quit or time is up. */
    private void serve(Fleet fleet, ZoneId zone, PrintWriter out) throws InterruptedException, ExecutionException {
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
                out.println(fleet.command(line)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get());
            }
            if (!wall.instant().isBefore(nextStatus)) {
                show(fleet.status().toCompletionStage().toCompletableFuture().get(), zone, out);
                nextStatus = wall.instant().plusSeconds(every);
            }
            out.flush();
        }
    }

    private static void show(FleetStatus status, ZoneId zone, PrintWriter out) {
        out.printf(
                "simulated %s (x%s)  connected %d/%d  written %d  acknowledged %d  resent %d  backlog %d  lost %d  "
                        + "spoiled %d  asked %d%n",
                shown(status.at(), zone),
                status.scale(),
                status.connected(),
                status.loggers(),
                status.written(),
                status.acknowledged(),
                status.resent(),
                status.backlog(),
                status.lost(),
                status.spoiled(),
                status.requests());
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
