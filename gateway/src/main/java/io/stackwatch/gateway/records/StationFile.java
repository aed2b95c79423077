package io.stackwatch.gateway.records;

import java.util.List;
import java.util.Optional;

/** What is kept of how one station speaks. */
public record StationFile(Optional<HeardRow> heard, List<DeviationRow> deviations, List<BehaviourRow> behaviours) {

    /** Nothing was heard yet. */
    public static final StationFile EMPTY = new StationFile(Optional.empty(), List.of(), List.of());

    public StationFile {
        deviations = List.copyOf(deviations);
        behaviours = List.copyOf(behaviours);
    }
}
