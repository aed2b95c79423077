package io.stackwatch.simulator.planted;

import io.stackwatch.core.limit.planted.PlantedLimit;

/** The violation that the architecture test must find. */
public final class KnowsALimit {

    private final PlantedLimit limit = new PlantedLimit(35);

    /** Uses it, so that it is a dependency. */
    public int milligrams() {
        return limit.milligrams();
    }
}
