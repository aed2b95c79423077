package io.stackwatch.simulator.load;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/** Small runs. */
final class LoadFixture {

    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private LoadFixture() {}

    static LoadOptions options(int port, int connections, OptionalDouble rate, Duration duration, int inFlight) {
        return new LoadOptions(
                "127.0.0.1",
                port,
                connections,
                rate,
                Duration.ofMillis(200),
                duration,
                inFlight,
                FrameShape.RT10,
                "10AD",
                Instant.parse("2026-11-14T00:00:00Z"),
                Duration.ofSeconds(10),
                3);
    }
}
