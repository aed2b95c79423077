package io.stackwatch.gateway.averaging;

import io.stackwatch.connectors.opcua.mapping.NodeMapping;
import io.stackwatch.connectors.opcua.mapping.Unmapped;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.List;

/** What is registered of the nodes of sources, as averaging needs it. Answers from memory; safe for several threads. */
public interface PlantNodes {

    /** What the nodes are now. */
    NodeMapping mapping();

    /** Is told what of a batch became no number; an error of the mapping that somebody must mend. */
    default void notMapped(List<Unmapped> found, Instant arrivedAt) {}

    /** Whether a source gives this factor for this outlet at an instant; if not, its newest value stands for nothing. */
    boolean isMapped(Mn source, OutletId outlet, FactorCode factor, Instant instant);
}
