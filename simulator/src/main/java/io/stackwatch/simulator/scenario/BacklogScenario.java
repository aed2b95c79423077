package io.stackwatch.simulator.scenario;

import java.time.Instant;
import java.util.Optional;

/** Loggers that lose their link for hours, which comes with the simulator; nothing of it is lost. */
public final class BacklogScenario {

    /** Its name on the command line. */
    public static final String NAME = "backlog-50";

    private static final String RESOURCE = "/io/stackwatch/simulator/scenario/backlog-50.yaml";

    private BacklogScenario() {}

    /** Fifty loggers of all editions, cut off from 08:30 to 14:30; half of them wait to be asked for what is missing. */
    public static Scenario fifty() {
        return PackedScenario.read(RESOURCE);
    }

    /** The same from another start. */
    public static Scenario fifty(Optional<Instant> start) throws ScenarioRefused {
        return PackedScenario.read(RESOURCE, start);
    }
}
