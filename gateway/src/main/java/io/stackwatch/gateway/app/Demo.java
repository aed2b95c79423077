package io.stackwatch.gateway.app;

import io.stackwatch.gateway.config.Config;
import io.stackwatch.simulator.boiler.server.BoilerServer;
import io.stackwatch.simulator.boiler.server.ServerOptions;
import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.fault.Disorder;
import io.stackwatch.simulator.fault.DisorderKind;
import io.stackwatch.simulator.fleet.Fleet;
import io.stackwatch.simulator.fleet.FleetOptions;
import io.stackwatch.simulator.scenario.BoilerScenario;
import io.stackwatch.simulator.scenario.DemoBoilers;
import io.stackwatch.simulator.scenario.Scenario;
import io.stackwatch.simulator.scenario.ScenarioRefused;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A gateway with pretended plants at the other end, both on one fast clock.
 *
 * <p>The demonstrations ({@code Demo*}, {@code MonthDemo}, {@code LadderDemo}) alone in the gateway know the simulator. The plants
 * reach the gateway through its port like any logger.
 */
final class Demo implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;
    private static final Duration SERVER_OFF = Duration.ofMinutes(20);
    private static final Duration OFF_FOR = Duration.ofMinutes(10);
    private static final Duration SESSIONS_LOST = Duration.ofMinutes(45);

    private final RunningParts parts = new RunningParts();
    private final Path folder;
    private final Scenario scenario;
    private final BoilerServer boilers;
    private final Gateway gateway;

    private Demo(Config config, Path folder, Scenario scenario, Optional<String> password) throws Exception {
        this.folder = folder;
        this.scenario = scenario;
        int boilerPort = freePort();
        DemoSheets.withBoilers("opc.tcp://127.0.0.1:" + boilerPort).register(config, folder);
        ScaledClock clock = ScaledClock.startingAt(scenario.start(), scenario.scale(), Clock.systemUTC());
        if (password.isPresent()) {
            DemoAccounts.register(config, password.get(), clock);
        }
        this.boilers = BoilerServer.start(
                heatingPlant(scenario),
                clock,
                new ServerOptions("127.0.0.1", "127.0.0.1", boilerPort, folder.resolve("boilers"), Optional.empty()));
        parts.started("boilers", boilers);
        this.gateway = Gateway.start(config, clock, scenario.scale());
        parts.started("gateway", gateway);
        Vertx vertx = Vertx.vertx();
        parts.started("plants' network", () -> await(vertx.close()));
        SocketAddress door = SocketAddress.inetSocketAddress(gateway.loggerPort(), "127.0.0.1");
        Fleet fleet = await(Fleet.start(vertx, door, scenario, clock, FleetOptions.defaults()));
        parts.started("plants", () -> await(fleet.close()));
    }

    /** Registers the pretended plants, starts the gateway, switches the loggers on. */
    static Demo start(Config config, Path folder, Scenario scenario) throws Exception {
        return start(config, folder, scenario, Optional.empty());
    }

    /** The same with people who sign in with that password. */
    static Demo start(Config config, Path folder, Scenario scenario, Optional<String> password) throws Exception {
        return new Demo(config, folder, scenario, password);
    }

    /** For the person in front of the screen. */
    String whatToLookAt() {
        String start = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                .format(scenario.start().atZone(scenario.zone()));
        return """

                stackwatch demo: %s

                  page      http://127.0.0.1:%d/
                  API       http://127.0.0.1:%d/api/v1/outlets   /alarms   /cases   /events   (also /health, /metrics)
                  loggers   127.0.0.1:%d
                  boilers   %s   three behind an OPC UA server: /api/v1/boilers   /sources
                  data      %s
                  clock     starts at %s (Asia/Shanghai) and runs %.0f times as fast as yours: an hour in %.0f s

                What to look at: the outlets come alive at once. At the first full hour the hour frames come in and are
                judged; an exceedance (超标) becomes an alarm on the page within a second. Open it: limit, verdict, and the
                raw frame with its place in the journal. One station is silent, one sends a wrong checksum and is refused.
                After 13:00 of the demo's clock, when the marking window (标记窗口) of the day before has closed, yesterday's
                exceedances become candidate cases (超标线索). Three boilers come over OPC UA; twenty minutes of the demo's clock
                after the start their server is off for ten: the source is LOST, comes back, and what the server still has is
                read back. Ctrl-C ends it; the folder stays.

                """
                .formatted(
                        scenario.title(),
                        gateway.webPort(),
                        gateway.webPort(),
                        gateway.loggerPort(),
                        boilers.endpointUrl(),
                        folder,
                        start,
                        scenario.scale(),
                        3600 / scenario.scale());
    }

    @Override
    public void close() {
        parts.close();
    }

    /** The heating plant of the simulator, whose server is switched off for ten minutes and loses its sessions later. */
    private static BoilerScenario heatingPlant(Scenario fleet) throws ScenarioRefused {
        BoilerScenario plant = DemoBoilers.heatingPlant(Optional.of(fleet.start()), fleet.start());
        Instant off = fleet.start().plus(SERVER_OFF);
        Instant drop = fleet.start().plus(SESSIONS_LOST);
        return new BoilerScenario(
                plant.title(),
                plant.zone(),
                plant.start(),
                fleet.scale(),
                plant.server(),
                List.of(
                        new Disorder(
                                DisorderKind.SERVER_STOP, Disorder.ALL_NODES, off, off.plus(OFF_FOR), Duration.ZERO),
                        new Disorder(
                                DisorderKind.SESSION_DROP,
                                Disorder.ALL_NODES,
                                drop,
                                drop.plusSeconds(1),
                                Duration.ZERO)),
                plant.boilers());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The boilers, to be told what goes wrong; see docs/recipes/run-a-boiler.md. */
    BoilerServer boilers() {
        return boilers;
    }

    /** The gateway that watches them. */
    Gateway gateway() {
        return gateway;
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
