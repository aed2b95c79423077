package io.stackwatch.simulator.scenario;

import java.time.Instant;
import java.util.Optional;

/** The scenarios of the demonstration, which come with the simulator. */
public final class DemoScenario {

    private static final String RESOURCE = "/io/stackwatch/simulator/demo/liaocheng.yaml";
    private static final String MONTH = "/io/stackwatch/simulator/demo/liaocheng-month.yaml";
    private static final String LADDER = "/io/stackwatch/simulator/demo/liaocheng-ladder.yaml";

    private DemoScenario() {}

    /** Pretended outlets in the counties of Liaocheng; the registry of the same outlets comes with the gateway. */
    public static Scenario liaocheng() {
        return PackedScenario.read(RESOURCE);
    }

    /** The same from another start. */
    public static Scenario liaocheng(Optional<Instant> start) throws ScenarioRefused {
        return PackedScenario.read(RESOURCE, start);
    }

    /** November 2026 of the same outlets, hours only: one county loses so many that it falls below 90 %. */
    public static Scenario month() {
        return PackedScenario.read(MONTH);
    }

    /** Ten weeks of four of these outlets, hours only: two emit too much, and the county of one loses days. */
    public static Scenario ladder() {
        return PackedScenario.read(LADDER);
    }
}
