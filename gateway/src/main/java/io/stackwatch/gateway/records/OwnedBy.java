package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.RegionCode;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/**
 * Of whose outlets rows are asked for, as they are registered in their newest version; both conditions hold.
 *
 * @param region only of enterprises in this division
 * @param enterprise only of this enterprise
 */
public record OwnedBy(Optional<RegionCode> region, Optional<EnterpriseId> enterprise) {

    /** Of anybody's. */
    public static final OwnedBy ANYBODY = new OwnedBy(Optional.empty(), Optional.empty());

    /** A condition on a column with the id of an outlet; its parameters are {@code region} and {@code enterprise}. */
    String condition(String column) {
        return region.isEmpty() && enterprise.isEmpty()
                ? "1 = 1"
                : column + " IN (SELECT o.id FROM outlet o JOIN enterprise e ON e.id = o.enterprise"
                        + " AND e.valid_from = (SELECT MAX(n.valid_from) FROM enterprise n WHERE n.id = e.id)"
                        + " WHERE o.valid_from = (SELECT MAX(n.valid_from) FROM outlet n WHERE n.id = o.id)"
                        + region.map(one -> " AND e.region = :region").orElse("")
                        + enterprise.map(one -> " AND e.id = :enterprise").orElse("")
                        + ")";
    }

    Query bind(Query query) {
        region.ifPresent(one -> query.bind("region", one.value()));
        enterprise.ifPresent(one -> query.bind("enterprise", one.value()));
        return query;
    }
}
