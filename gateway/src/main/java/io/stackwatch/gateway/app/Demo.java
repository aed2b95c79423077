package io.stackwatch.gateway.app;

import io.stackwatch.core.limit.StandardLimits;
import io.stackwatch.gateway.config.Config;
import io.stackwatch.gateway.records.RecordStore;
import io.stackwatch.gateway.registry.ImportReport;
import io.stackwatch.gateway.registry.RegistryImport;
import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.fleet.Fleet;
import io.stackwatch.simulator.fleet.FleetOptions;
import io.stackwatch.simulator.scenario.Scenario;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A gateway with pretended plants at the other end, both on one fast clock.
 *
 * <p>The only class of the gateway that knows the simulator. The plants reach the gateway through its port like any logger.
 */
final class Demo implements AutoCloseable {

    private static final List<String> SHEETS =
            List.of("enterprises.csv", "outlets.csv", "stations.csv", "permits.csv", "duties.csv");
    private static final long PATIENCE_SECONDS = 30;

    private final RunningParts parts = new RunningParts();
    private final Path folder;
    private final Scenario scenario;
    private final Gateway gateway;

    private Demo(Config config, Path folder, Scenario scenario) throws Exception {
        this.folder = folder;
        this.scenario = scenario;
        register(config, folder);
        ScaledClock clock = ScaledClock.startingAt(scenario.start(), scenario.scale(), Clock.systemUTC());
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
        return new Demo(config, folder, scenario);
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
                  data      %s
                  clock     starts at %s (Asia/Shanghai) and runs %.0f times as fast as yours: an hour in %.0f s

                What to look at: the outlets come alive at once. At the first full hour the hour frames come in and are
                judged; an exceedance (超标) becomes an alarm on the page within a second. Open it: limit, verdict, and the
                raw frame with its place in the journal. One station is silent, one sends a wrong checksum and is refused.
                After 13:00 of the demo's clock, when the marking window (标记窗口) of the day before has closed, yesterday's
                exceedances become candidate cases (超标线索). Ctrl-C ends it; the folder stays.

                """
                .formatted(
                        scenario.title(),
                        gateway.webPort(),
                        gateway.webPort(),
                        gateway.loggerPort(),
                        folder,
                        start,
                        scenario.scale(),
                        3600 / scenario.scale());
    }

    @Override
    public void close() {
        parts.close();
    }

    private static void register(Config config, Path folder) throws IOException {
        Path sheets = Files.createDirectories(folder.resolve("registry"));
        for (String sheet : SHEETS) {
            try (InputStream in = Demo.class.getResourceAsStream("demo/" + sheet)) {
                if (in == null) {
                    throw new IllegalStateException("demo/" + sheet + " is missing from the program");
                }
                Files.write(sheets.resolve(sheet), in.readAllBytes());
            }
        }
        try (RecordStore store = RecordStore.open(DataFolder.of(config).records(config))) {
            ImportReport report = new RegistryImport(store, StandardLimits.load()).takeOver(sheets);
            if (!report.errors().isEmpty()) {
                throw new IllegalStateException("the demo's sheets are wrong: " + report.errors());
            }
        }
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
