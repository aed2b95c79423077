package io.stackwatch.gateway.app;

import io.stackwatch.connectors.opcua.mapping.NodeMapping;
import io.stackwatch.connectors.opcua.mapping.Unmapped;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.averaging.PlantNodes;
import io.stackwatch.gateway.plant.MappingFaults;
import io.stackwatch.gateway.registry.LiveRegistry;
import java.time.Instant;
import java.util.List;

/** The nodes of sources as they are registered now; what is no number is counted. */
record RegisteredNodes(LiveRegistry registry, MappingFaults faults) implements PlantNodes {

    @Override
    public NodeMapping mapping() {
        return registry.snapshot().nodes();
    }

    @Override
    public void notMapped(List<Unmapped> found, Instant arrivedAt) {
        faults.add(found, arrivedAt);
    }

    @Override
    public boolean isMapped(Mn source, OutletId outlet, FactorCode factor, Instant instant) {
        return registry.snapshot().isMapped(source, outlet, factor, instant);
    }
}
