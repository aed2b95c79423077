package io.stackwatch.gateway.app;

import io.stackwatch.simulator.boiler.server.BoilerServer;
import io.stackwatch.simulator.boiler.server.ServerOptions;
import io.stackwatch.simulator.clock.ScaledClock;
import io.stackwatch.simulator.scenario.BoilerScenario;
import io.stackwatch.simulator.scenario.DemoBoilers;
import io.stackwatch.simulator.scenario.ServerTraits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Three pretended boilers by the wall clock, a sample a second, that serve {@code operator} with {@code boiler-123}. */
final class BoilersOnTheWall {

    private BoilersOnTheWall() {}

    static BoilerServer start(Path folder) throws Exception {
        Instant now = Instant.now();
        BoilerScenario plant = DemoBoilers.heatingPlant(Optional.of(now), now)
                .withScale(1)
                .withServer(new ServerTraits(
                        Duration.ofSeconds(1),
                        Duration.ofHours(1),
                        true,
                        true,
                        true,
                        Map.of("operator", "boiler-123")));
        return BoilerServer.start(
                plant, ScaledClock.startingAt(now, 1, Clock.systemUTC()), ServerOptions.local(folder));
    }
}
