package io.stackwatch.simulator.conform;

import io.stackwatch.connectors.hj212.client.ClientOptions;
import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.fleet.Fleet;
import io.stackwatch.simulator.fleet.FleetOptions;
import io.stackwatch.simulator.scenario.Scenario;
import io.stackwatch.simulator.scenario.ScenarioReader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A logger of the simulator's fleet, new and switched on, that calls at a desk of its own. Its time runs faster, and the kit
 * goes by the same clock.
 */
final class SimulatedLogger implements AutoCloseable {

    /** So many seconds of the logger pass in one. */
    private static final double SCALE = 20;

    /** Twice the time that the scripts give, in the logger's seconds: the test shares its machine with others. */
    private static final KitOptions HURRIED = KitOptions.defaults()
            .withPace(2 / SCALE)
            .withWithin(Duration.ofSeconds(20))
            .withParallel(1);

    /** Of what a logger may lack there is all, and somebody waits. */
    private static final EnumSet<Need> HAS =
            EnumSet.of(Need.HISTORY, Need.FACILITIES, Need.CONTROL, Need.SETTINGS, Need.PATIENCE);

    private static final String START = "2026-11-23T10:00:10+08:00";

    private final Station station;
    private final Clock clock;
    private final LoggerDesk desk;
    private final Fleet fleet;

    SimulatedLogger(Vertx vertx, KitEdition edition) throws Exception {
        station = KitStations.of(EnumSet.of(edition)).get(0);
        Scenario scenario =
                new ScenarioReader().read("test", new StringReader(text()), Optional.empty(), Instant.EPOCH);
        ScaledClock scaled = ScaledClock.startingAt(scenario.start(), scenario.scale(), Clock.systemUTC());
        clock = scaled;
        desk = LoggerDesk.open(InetAddress.getLoopbackAddress(), 0);
        ClientOptions client = ClientOptions.defaults()
                .withAnswer(Duration.ofSeconds(1), 3)
                .withBackoff(Duration.ofMillis(50), Duration.ofMillis(200));
        fleet = await(Fleet.start(
                vertx,
                SocketAddress.inetSocketAddress(desk.port(), "127.0.0.1"),
                scenario,
                scaled,
                FleetOptions.defaults().withClient(client)));
    }

    private String text() {
        int year = station.edition().year();
        return """
                start: %s
                scale: %s
                loggers:
                  - mn: %s
                    password: "%s"
                    edition: "%s"
                    plant: power
                    delay: 2s
                """
                        .formatted(START, SCALE, station.mn(), station.password(), year)
                + (year == 2025 ? "    heartbeat: 60s\n" : "")
                + station.key().map("    encryption: {key: %s}\n"::formatted).orElse("");
    }

    CaseResult play(ConformanceCase played) throws InterruptedException {
        KitRun run = new KitRun(
                HURRIED,
                List.of(station),
                HAS,
                desk,
                (mn, command, content) -> Optional.of("a logger takes no orders"),
                clock);
        return run.play(List.of(played), result -> {}).get(0);
    }

    @Override
    public void close() throws IOException {
        try {
            await(fleet.close());
        } catch (TimeoutException | ExecutionException late) {
            throw new IOException("the logger does not end", late);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            desk.close();
        }
    }

    private static <T> T await(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
