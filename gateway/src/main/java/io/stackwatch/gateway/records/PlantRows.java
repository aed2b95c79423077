package io.stackwatch.gateway.records;

import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.connectors.opcua.mapping.StatusRow;
import io.stackwatch.core.registry.Boiler;
import java.util.List;

/**
 * What officers have registered of plants, in the order of its keys; immutable.
 *
 * @param sources OPC UA servers
 * @param nodes what their nodes are
 * @param statuses profiles of StatusCodes beside the default
 * @param boilers the city's list of boilers
 */
public record PlantRows(
        List<RegisteredSource> sources, List<NodeRow> nodes, List<StatusRow> statuses, List<Boiler> boilers) {

    /** Nothing. */
    public static final PlantRows EMPTY = new PlantRows(List.of(), List.of(), List.of(), List.of());

    public PlantRows {
        sources = List.copyOf(sources);
        nodes = List.copyOf(nodes);
        statuses = List.copyOf(statuses);
        boilers = List.copyOf(boilers);
    }
}
