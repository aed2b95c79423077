package io.stackwatch.gateway.plant;

import io.stackwatch.connectors.opcua.source.SourceStatus;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.gateway.records.RegisteredSource;
import java.util.List;
import java.util.Optional;

/**
 * A source and how it stands.
 *
 * @param source as it is registered now
 * @param status how its line stands; empty if it has none
 * @param problem why it has none, such as a secret that cannot be read
 * @param outlets for which outlets it has nodes now
 * @param nodes how many nodes are mapped now
 * @param faults its values that became no number, since the start
 */
public record SourceFile(
        RegisteredSource source,
        Optional<SourceStatus> status,
        Optional<String> problem,
        List<OutletId> outlets,
        int nodes,
        List<MappingFaults.Fault> faults) {

    public SourceFile {
        outlets = List.copyOf(outlets);
        faults = List.copyOf(faults);
    }
}
