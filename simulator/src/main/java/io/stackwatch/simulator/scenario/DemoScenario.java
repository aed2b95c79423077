package io.stackwatch.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** The scenario of the demonstration, which comes with the simulator. */
public final class DemoScenario {

    private static final String RESOURCE = "/io/stackwatch/simulator/demo/liaocheng.yaml";

    private DemoScenario() {}

    /** Pretended outlets in the counties of Liaocheng; the registry of the same outlets comes with the gateway. */
    public static Scenario liaocheng() {
        try {
            return liaocheng(Optional.empty());
        } catch (ScenarioRefused refused) {
            throw new IllegalStateException("the scenario that comes with the program is wrong", refused);
        }
    }

    /** The same from another start. */
    public static Scenario liaocheng(Optional<Instant> start) throws ScenarioRefused {
        try (InputStream in = DemoScenario.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
            return new ScenarioReader().read("liaocheng.yaml", text, start, Instant.EPOCH);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }
}
