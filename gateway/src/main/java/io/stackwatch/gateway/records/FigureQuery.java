package io.stackwatch.gateway.records;

import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.supervision.LinePlace;
import io.stackwatch.core.transmission.Variant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Which lines of the figures of a month are wanted.
 *
 * @param month which month
 * @param version which version
 * @param variant which of its figures
 * @param level only lines of this level
 * @param county only of this county
 * @param enterprise only of this enterprise
 * @param outlet only of this outlet
 * @param behind only lines behind this one
 * @param limit at most so many
 */
public record FigureQuery(
        YearMonth month,
        int version,
        Variant variant,
        Optional<LinePlace.Level> level,
        Optional<RegionCode> county,
        Optional<EnterpriseId> enterprise,
        Optional<OutletId> outlet,
        int behind,
        int limit) {

    /** Every line of a version. */
    public static FigureQuery all(YearMonth month, int version, Variant variant) {
        return new FigureQuery(
                month,
                version,
                variant,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                -1,
                Integer.MAX_VALUE);
    }

    /** The same of one level alone. */
    public FigureQuery of(LinePlace.Level only) {
        return new FigureQuery(month, version, variant, Optional.of(only), county, enterprise, outlet, behind, limit);
    }
}
