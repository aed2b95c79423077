package io.stackwatch.simulator.fleet;

import io.stackwatch.connectors.hj212.client.ClientOptions;
import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.scenario.Scenario;
import io.stackwatch.simulator.scenario.ScenarioReader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One logger of a scenario over a real socket, and the host that asks it. */
final class AskedFleet {

    static final String MN = "A1";

    private final Vertx vertx = Vertx.vertx();
    private final AskingHost host;
    private Fleet fleet;

    AskedFleet() throws Exception {
        host = new AskingHost();
    }

    AskingHost host() {
        return host;
    }

    Fleet fleet() {
        return fleet;
    }

    /** Ten o'clock on the 23rd; realtime values are rare unless the scenario says otherwise. */
    AskedFleet start(double scale, String... more) throws Exception {
        String text =
                """
                start: 2026-11-23T10:00:00+08:00
                scale: %s
                loggers:
                  - mn: A1
                    plant: power
                    delay: 2s
                    factors: [so2, o2]
                    %s
                """
                        .formatted(scale, String.join("\n    ", more));
        Scenario scenario = new ScenarioReader().read("test", new StringReader(text), Optional.empty(), Instant.EPOCH);
        FleetOptions options = FleetOptions.defaults()
                .withClient(ClientOptions.defaults().withBackoff(Duration.ofMillis(10), Duration.ofMillis(20)));
        fleet = await(Fleet.start(
                vertx,
                SocketAddress.inetSocketAddress(host.port(), "127.0.0.1"),
                scenario,
                ScaledClock.startingAt(scenario.start(), scenario.scale(), Clock.systemUTC()),
                options));
        return this;
    }

    String command(String line) throws Exception {
        return await(fleet.command(line));
    }

    void close() throws Exception {
        await(vertx.close());
        host.close();
    }

    static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
