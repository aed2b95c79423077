package io.stackwatch.gateway.records;

import io.stackwatch.core.emission.Duct;
import io.stackwatch.core.emission.PermittedTotal;
import java.util.List;

/**
 * What officers have registered for emission totals, in the order of its keys; immutable.
 *
 * @param ducts where flow is measured
 * @param permitted how much permits allow
 */
public record EmissionRows(List<Duct> ducts, List<PermittedTotal> permitted) {

    /** Nothing. */
    public static final EmissionRows EMPTY = new EmissionRows(List.of(), List.of());

    public EmissionRows {
        ducts = List.copyOf(ducts);
        permitted = List.copyOf(permitted);
    }
}
