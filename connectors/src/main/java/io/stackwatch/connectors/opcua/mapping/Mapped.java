package io.stackwatch.connectors.opcua.mapping;

import java.util.List;

/** What the values of a batch say: readings in their order, and what is no number and why. */
public record Mapped(List<NodeReading> readings, List<Unmapped> unmapped) {

    public Mapped {
        readings = List.copyOf(readings);
        unmapped = List.copyOf(unmapped);
    }
}
