package io.stackwatch.gateway.emission;

import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Region;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.Registry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose hours are summed up.
 *
 * @param kind of what kind
 * @param id its id
 */
public record EmissionScope(Kind kind, String id) {

    /** More divisions than lie one above the other anywhere. */
    private static final int HIGHEST = 8;

    /** Of what kind. */
    public enum Kind {
        /** One outlet. */
        OUTLET,
        /** All outlets of an enterprise. */
        ENTERPRISE,
        /** All outlets in a division and those below it. */
        REGION
    }

    /** The outlets that belong to it at an instant, by id. */
    List<OutletId> outlets(Registry registry, Instant at) {
        return registry.outletIds().stream()
                .filter(outlet -> registry.outletAt(outlet, at)
                        .filter(known -> contains(registry, known, at))
                        .isPresent())
                .sorted()
                .toList();
    }

    /** The outlets that belong to it at the beginning or at the end of a period, or now if it has not ended. */
    List<OutletId> outlets(Registry registry, Window period, Instant now) {
        Instant last = period.end().minusMillis(1);
        Set<OutletId> outlets =
                new TreeSet<>(outlets(registry, last.isAfter(now) && period.contains(now) ? now : last));
        outlets.addAll(outlets(registry, period.start()));
        return List.copyOf(outlets);
    }

    private boolean contains(Registry registry, Outlet outlet, Instant at) {
        return switch (kind) {
            case OUTLET -> outlet.id().equals(new OutletId(id));
            case ENTERPRISE -> outlet.enterprise().equals(new EnterpriseId(id));
            case REGION ->
                registry.enterpriseAt(outlet.enterprise(), at)
                        .map(Enterprise::region)
                        .filter(code -> isIn(registry, code, at))
                        .isPresent();
        };
    }

    private boolean isIn(Registry registry, RegionCode code, Instant at) {
        Optional<RegionCode> region = Optional.of(code);
        for (int height = 0; height < HIGHEST && region.isPresent(); height++) {
            if (region.get().value().equals(id)) {
                return true;
            }
            region = region.flatMap(known -> registry.regionAt(known, at)).flatMap(Region::parent);
        }
        return false;
    }
}
