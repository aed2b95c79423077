package io.stackwatch.gateway.registry;

import io.stackwatch.connectors.opcua.mapping.NodeRow;
import io.stackwatch.connectors.opcua.mapping.StatusRow;
import io.stackwatch.core.registry.Boiler;
import io.stackwatch.gateway.records.PlantRows;
import io.stackwatch.gateway.records.RegisteredSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is registered of plants with the sheets laid over it. */
record LaidPlant(
        MergedRows<RegisteredSource> sources,
        MergedRows<NodeRow> nodes,
        MergedRows<StatusRow> statuses,
        MergedRows<Boiler> boilers) {

    static LaidPlant over(PlantRows registered) {
        return new LaidPlant(
                new MergedRows<>("opcua-sources.csv", LaidPlant::keyOf, registered.sources()),
                new MergedRows<>("opcua-nodes.csv", LaidPlant::keyOf, registered.nodes()),
                new MergedRows<>("opcua-statuses.csv", LaidPlant::keyOf, registered.statuses()),
                new MergedRows<>("boilers.csv", LaidPlant::keyOf, registered.boilers()));
    }

    PlantRows rows() {
        return new PlantRows(sources.facts(), nodes.facts(), statuses.facts(), boilers.facts());
    }

    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (MergedRows<?> rows : List.of(sources, nodes, statuses, boilers)) {
            counts.put(rows.sheet(), rows.handedIn());
        }
        return counts;
    }

    private static Object keyOf(RegisteredSource source) {
        return List.of(source.id(), source.effective().from());
    }

    private static Object keyOf(NodeRow node) {
        return List.of(
                node.source(),
                node.node(),
                node.outlet(),
                node.factor(),
                node.effective().from());
    }

    private static Object keyOf(StatusRow row) {
        return List.of(row.profile(), row.status());
    }

    private static Object keyOf(Boiler boiler) {
        return List.of(boiler.id(), boiler.effective().from());
    }
}
