package io.stackwatch.core.notice;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;
import java.util.Set;

/**
 * A mark that an enterprise has filed and nobody has refused, as far as a silence needs to know it.
 *
 * @param name id and version
 * @param outlet of which outlet
 * @param kind code of its kind
 * @param factors of which factors; empty: of all
 * @param span for which time
 */
public record FiledMark(String name, OutletId outlet, String kind, Set<FactorCode> factors, Window span) {

    public FiledMark {
        factors = Set.copyOf(factors);
    }
}
