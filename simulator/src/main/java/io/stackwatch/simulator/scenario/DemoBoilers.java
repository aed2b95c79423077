package io.stackwatch.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** The boilers of the demonstration, which come with the simulator. */
public final class DemoBoilers {

    private static final String NAME = "heating-plant.yaml";

    private DemoBoilers() {}

    /**
     * A heating plant of three boilers: one runs, one is lit, one is banked.
     *
     * @param start overrides the start
     * @param now the start without one
     */
    public static BoilerScenario heatingPlant(Optional<Instant> start, Instant now) throws ScenarioRefused {
        try (InputStream in = DemoBoilers.class.getResourceAsStream("/io/stackwatch/simulator/demo/" + NAME)) {
            if (in == null) {
                throw new IllegalStateException(NAME + " is not on the class path");
            }
            return new BoilerScenarioReader().read(NAME, new InputStreamReader(in, StandardCharsets.UTF_8), start, now);
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " cannot be read", e);
        }
    }
}
