package io.stackwatch.gateway.api;

import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.Variant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rates of a month, from the city down as far as was asked: counties always, enterprises of a county that is named or of all,
 * outlets and factors of an enterprise that is named.
 *
 * @param waiting days that have changed and wait to be counted: while there are any, the figures move
 */
public record RatesView(
        String month,
        Variant variant,
        Instant cutoff,
        Instant asOf,
        long waiting,
        String required,
        String farBelow,
        CountLineView line,
        List<County> counties) {

    /** A county. */
    public record County(
            RegionCode code,
            List<RegionCode> formerCodes,
            String name,
            CountLineView line,
            Optional<String> meanOfEnterprisesPct,
            int passing,
            int rated,
            List<EnterpriseLine> enterprises) {}

    /** An enterprise. */
    public record EnterpriseLine(EnterpriseId id, String name, CountLineView line, List<OutletLine> outlets) {}

    /** An outlet. */
    public record OutletLine(OutletId id, String name, CountLineView line, List<FactorLine> factors) {}

    /** A factor. */
    public record FactorLine(Named factor, CountLineView line) {}

    /**
     * How far down.
     *
     * @param region only this county, under its code or a former one, with its enterprises
     * @param enterprise only this enterprise, with its outlets and factors
     * @param enterprises whether every county comes with its enterprises
     */
    record Depth(Optional<RegionCode> region, Optional<EnterpriseId> enterprise, boolean enterprises) {

        boolean wants(CityMonth.County county) {
            return region.map(code -> code.equals(county.code())
                                    || county.formerCodes().contains(code))
                            .orElse(true)
                    && (enterprise.isEmpty() || county.enterprises().stream().anyMatch(this::isNamed));
        }

        boolean wants(CityMonth.EnterpriseMonth one) {
            return enterprise.isPresent() ? isNamed(one) : enterprises || region.isPresent();
        }

        boolean isNamed(CityMonth.EnterpriseMonth one) {
            return enterprise.map(one.id()::equals).orElse(false);
        }
    }

    static RatesView of(CityMonth month, Instant asOf, long waiting, Depth depth, FactorNames names) {
        Shapes shapes = new Shapes(month, names);
        List<County> counties = month.counties().stream()
                .filter(depth::wants)
                .map(county -> shapes.county(county, depth))
                .toList();
        return new RatesView(
                month.month().toString(),
                month.variant(),
                month.cutoff(),
                asOf,
                waiting,
                month.required().toPlainString(),
                month.farBelow().toPlainString(),
                shapes.line(month.line()),
                counties);
    }

    /** Makes the parts of one month. */
    private record Shapes(CityMonth month, FactorNames names) {

        CountLineView line(MonthLine line) {
            return CountLineView.of(line, month.required(), month.farBelow());
        }

        County county(CityMonth.County county, Depth depth) {
            return new County(
                    county.code(),
                    county.formerCodes(),
                    county.name(),
                    line(county.line()),
                    county.meanOfEnterprises().map(Shapes::percent),
                    county.passing(),
                    county.rated(),
                    county.enterprises().stream()
                            .filter(depth::wants)
                            .map(one -> enterprise(one, depth.isNamed(one)))
                            .toList());
        }

        private EnterpriseLine enterprise(CityMonth.EnterpriseMonth one, boolean named) {
            List<CityMonth.OutletMonth> outlets = named ? one.outlets() : List.of();
            return new EnterpriseLine(
                    one.id(),
                    one.name(),
                    line(one.line()),
                    outlets.stream().map(this::outlet).toList());
        }

        private OutletLine outlet(CityMonth.OutletMonth one) {
            return new OutletLine(
                    one.id(),
                    one.name(),
                    line(one.line()),
                    one.factors().stream()
                            .map(factor -> new FactorLine(names.of(factor.factor()), line(factor.line())))
                            .toList());
        }

        private static String percent(BigDecimal share) {
            return share.movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString();
        }
    }
}
