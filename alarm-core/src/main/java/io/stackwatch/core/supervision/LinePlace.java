package io.stackwatch.core.supervision;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import java.util.Optional;

/**
 * Whose figures a line of a month has: the city's, or one county's, enterprise's, outlet's or factor's. What stands above is named
 * as well.
 */
public record LinePlace(
        Optional<RegionCode> county,
        Optional<EnterpriseId> enterprise,
        Optional<OutletId> outlet,
        Optional<FactorCode> factor) {

    /** The whole city. */
    public static final LinePlace CITY =
            new LinePlace(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public LinePlace {
        boolean gap = (factor.isPresent() && outlet.isEmpty())
                || (outlet.isPresent() && enterprise.isEmpty())
                || (enterprise.isPresent() && county.isEmpty());
        if (gap) {
            throw new IllegalArgumentException(
                    "a line names what stands above it: " + county + ", " + enterprise + ", " + outlet + ", " + factor);
        }
    }

    /** Which level of the city a line speaks of. Names are stored and never change. */
    public enum Level {
        CITY,
        COUNTY,
        ENTERPRISE,
        OUTLET,
        FACTOR
    }

    /** The level. */
    public Level level() {
        if (factor.isPresent()) {
            return Level.FACTOR;
        }
        if (outlet.isPresent()) {
            return Level.OUTLET;
        }
        if (enterprise.isPresent()) {
            return Level.ENTERPRISE;
        }
        return county.isPresent() ? Level.COUNTY : Level.CITY;
    }

    /** A county of the city. */
    public static LinePlace of(RegionCode county) {
        return new LinePlace(Optional.of(county), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** An enterprise of this county. */
    public LinePlace with(EnterpriseId id) {
        return new LinePlace(county, Optional.of(id), Optional.empty(), Optional.empty());
    }

    /** An outlet of this enterprise. */
    public LinePlace with(OutletId id) {
        return new LinePlace(county, enterprise, Optional.of(id), Optional.empty());
    }

    /** A factor of this outlet. */
    public LinePlace with(FactorCode code) {
        return new LinePlace(county, enterprise, outlet, Optional.of(code));
    }
}
