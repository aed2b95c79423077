package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Enterprise;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Outlet;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Region;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.registry.RegionHistory;
import io.stackwatch.core.registry.Registry;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.CityMonth.EnterpriseMonth;
import io.stackwatch.core.transmission.CityMonth.FactorMonth;
import io.stackwatch.core.transmission.CityMonth.OutletMonth;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Adds up a month: counters of factors become outlets, enterprises, counties and the city, pooled (regulation 1.5). Whoever is
 * registered in the month has a line, also with nothing due. Everything lies where it lay at the end of the month; what ended
 * before lies where it lay last.
 *
 * <p>Lines may be added in any order and any number of pieces. Used by one thread.
 */
public final class CityCount {

    private static final int DECIMALS_OF_MEAN = 10;

    private final Registry registry;
    private final RegionHistory regions;
    private final MonthPlaces places;
    private final YearMonth month;
    private final Map<OutletId, Map<FactorCode, MonthLine>> lines = new TreeMap<>();

    public CityCount(Registry registry, YearMonth month) {
        this.registry = registry;
        this.regions = RegionHistory.of(registry.rows().regions());
        this.places = new MonthPlaces(registry, month);
        this.month = month;
    }

    /** Adds counters of a factor, of a day or of more; those of an outlet that the registry does not know in the month are refused. */
    public void add(OutletId outlet, FactorCode factor, MonthLine line) {
        if (places.outlet(outlet).isEmpty()) {
            throw new IllegalArgumentException("outlet " + outlet + " is in no version of the registry in " + month);
        }
        lines.computeIfAbsent(outlet, known -> new TreeMap<>()).merge(factor, line, MonthLine::plus);
    }

    /** The month as it was added up so far. */
    public CityMonth month(Variant variant, Instant cutoff, CountTerms terms) {
        Map<RegionCode, Map<EnterpriseId, List<OutletMonth>>> tree = new TreeMap<>();
        for (OutletId id : new TreeSet<>(registry.outletIds())) {
            places.outlet(id).ifPresent(outlet -> tree.computeIfAbsent(county(outlet), known -> new TreeMap<>())
                    .computeIfAbsent(outlet.enterprise(), known -> new ArrayList<>())
                    .add(outlet(outlet)));
        }
        List<County> counties = new ArrayList<>();
        tree.forEach((code, enterprises) -> counties.add(county(code, enterprises, terms.required())));
        MonthLine city = counties.stream().map(County::line).reduce(MonthLine.NONE, MonthLine::plus);
        return new CityMonth(month, variant, cutoff, terms.required(), terms.farBelow(), city, counties);
    }

    private RegionCode county(Outlet outlet) {
        return places.county(outlet.enterprise())
                .orElseThrow(() -> new IllegalArgumentException("enterprise " + outlet.enterprise() + " of outlet "
                        + outlet.id() + " is not registered in " + month));
    }

    private OutletMonth outlet(Outlet outlet) {
        List<FactorMonth> factors = new ArrayList<>();
        lines.getOrDefault(outlet.id(), new TreeMap<>())
                .forEach((factor, line) -> factors.add(new FactorMonth(factor, line)));
        MonthLine line = factors.stream().map(FactorMonth::line).reduce(MonthLine.NONE, MonthLine::plus);
        return new OutletMonth(outlet.id(), outlet.name(), line, factors);
    }

    private County county(RegionCode code, Map<EnterpriseId, List<OutletMonth>> byEnterprise, BigDecimal required) {
        List<EnterpriseMonth> enterprises = new ArrayList<>();
        byEnterprise.forEach((id, outlets) -> enterprises.add(new EnterpriseMonth(
                id,
                places.enterprise(id).map(Enterprise::name).orElse(id.value()),
                outlets.stream().map(OutletMonth::line).reduce(MonthLine.NONE, MonthLine::plus),
                outlets)));
        List<Rate> rates = enterprises.stream()
                .flatMap(one -> one.line().counts().effective().stream())
                .toList();
        return new County(
                code,
                regions.formerCodes(code),
                registry.regionAt(code, places.lastInstant())
                        .map(Region::chineseName)
                        .orElse(code.value()),
                enterprises.stream().map(EnterpriseMonth::line).reduce(MonthLine.NONE, MonthLine::plus),
                mean(rates),
                Math.toIntExact(
                        rates.stream().filter(rate -> rate.atLeast(required)).count()),
                rates.size(),
                enterprises);
    }

    /** For people only, and rounded: each rate is a fraction of its own. */
    private static Optional<BigDecimal> mean(List<Rate> rates) {
        if (rates.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = rates.stream()
                .map(rate -> BigDecimal.valueOf(rate.part())
                        .divide(BigDecimal.valueOf(rate.whole()), MathContext.DECIMAL128))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(sum.divide(BigDecimal.valueOf(rates.size()), DECIMALS_OF_MEAN, RoundingMode.HALF_UP));
    }
}
