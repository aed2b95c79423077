package io.stackwatch.simulator.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a logger does about the spans that it could not send, by the name that scenarios use. */
public enum AfterCut {
    /** Sends them by itself, behind new data and paced (HJ 212-2025 8.1.2). */
    AUTOMATIC("automatic"),
    /** Keeps them until they are asked for. */
    ON_REQUEST("on-request"),
    /** Has lost them. */
    NONE("none");

    private final String scenarioName;

    AfterCut(String scenarioName) {
        this.scenarioName = scenarioName;
    }

    static Optional<AfterCut> named(String name) {
        return Arrays.stream(values())
                .filter(value -> value.scenarioName.equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(value -> value.scenarioName).toList();
    }
}
