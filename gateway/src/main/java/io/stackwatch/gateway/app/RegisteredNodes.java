package io.stackwatch.gateway.app;

import io.stackwatch.connectors.opcua.mapping.NodeMapping;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.averaging.PlantNodes;
import io.stackwatch.gateway.registry.LiveRegistry;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The live registry, as averaging asks it. */
final class RegisteredNodes implements PlantNodes {

    private final LiveRegistry registry;
    private volatile Index index;

    RegisteredNodes(LiveRegistry registry) {
        this.registry = registry;
        this.index = Index.of(registry.snapshot());
    }

    @Override
    public NodeMapping mapping() {
        return registry.snapshot().nodes();
    }

    @Override
    public boolean isMapped(Mn source, OutletId outlet, FactorCode factor, Instant instant) {
        RegistrySnapshot now = registry.snapshot();
        Index known = index;
        if (known.snapshot() != now) {
            known = Index.of(now);
            index = known;
        }
        return known.rows().getOrDefault(new Place(source, outlet, factor), List.of()).stream()
                .anyMatch(effective -> effective.contains(instant));
    }

    private record Place(Mn source, OutletId outlet, FactorCode factor) {}

    private record Index(RegistrySnapshot snapshot, Map<Place, List<Effective>> rows) {

        static Index of(RegistrySnapshot snapshot) {
            Map<Place, List<Effective>> rows = new HashMap<>();
            snapshot.facts().plant().nodes().forEach(row -> rows.computeIfAbsent(
                            new Place(row.source(), row.outlet(), row.factor()), place -> new ArrayList<>(1))
                    .add(row.effective()));
            return new Index(snapshot, rows);
        }
    }
}
