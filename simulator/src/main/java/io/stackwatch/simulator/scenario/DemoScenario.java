package io.stackwatch.simulator.scenario;

import java.time.Instant;
import java.util.Optional;

/** The scenario of the demonstration, which comes with the simulator. */
public final class DemoScenario {

    private static final String RESOURCE = "/io/stackwatch/simulator/demo/liaocheng.yaml";

    private DemoScenario() {}

    /** Pretended outlets in the counties of Liaocheng; the registry of the same outlets comes with the gateway. */
    public static Scenario liaocheng() {
        return PackedScenario.read(RESOURCE);
    }

    /** The same from another start. */
    public static Scenario liaocheng(Optional<Instant> start) throws ScenarioRefused {
        return PackedScenario.read(RESOURCE, start);
    }
}
