package io.stackwatch.core.supervision;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.CityMonth.EnterpriseMonth;
import io.stackwatch.core.transmission.CityMonth.FactorMonth;
import io.stackwatch.core.transmission.CityMonth.OutletMonth;
import io.stackwatch.core.transmission.Counts;
import io.stackwatch.core.transmission.Excluded;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.Rate;
import io.stackwatch.core.transmission.Variant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Made months: small cities of which every figure is said by the test. */
public final class CityMonthFixture {

    public static final YearMonth MONTH = YearMonth.of(2026, 11);
    public static final Instant CUTOFF = Instant.parse("2026-12-10T16:00:00Z");
    public static final BigDecimal REQUIRED = new BigDecimal("0.90");

    private CityMonthFixture() {}

    /** The worked example of the regulation (1.6), with the stop of boiler 1, and a county in which nothing was due. */
    public static CityMonth worked() {
        return worked(2900, MONTH, Variant.FINAL, CUTOFF);
    }

    /** The same with another number of valid hours of boiler 1. */
    public static CityMonth worked(long valid, YearMonth month, Variant variant, Instant cutoff) {
        return city(
                month,
                variant,
                cutoff,
                county(
                        "371502",
                        "东昌府区",
                        enterprise(
                                "A",
                                "甲热电有限公司",
                                outlet(
                                        "A-DA001",
                                        new FactorMonth(
                                                new FactorCode("a21026"),
                                                new MonthLine(
                                                        new Counts(3000, 2970, 3000, valid),
                                                        new Excluded(600, 24, 12, 30)))),
                                outlet("A-DA002", factor("a21026", 3600, 3250, 3163))),
                        enterprise("B", "乙水泥, \"三号\"窑", outlet("B-DA001", factor("a34013", 3600, 3595, 3574)))),
                county("371503", "茌平区", enterprise("C", "丙玻璃厂", outlet("C-DA001", factor("a21026", 0, 0, 0)))));
    }

    /** A city of these counties. */
    public static CityMonth city(YearMonth month, Variant variant, Instant cutoff, County... counties) {
        return new CityMonth(
                month,
                variant,
                cutoff,
                REQUIRED,
                new BigDecimal("0.60"),
                sum(List.of(counties), County::line),
                List.of(counties));
    }

    /** A county of these enterprises. 371503 was 371523. */
    public static County county(String code, String name, EnterpriseMonth... enterprises) {
        List<Rate> rates = new ArrayList<>();
        for (EnterpriseMonth enterprise : enterprises) {
            enterprise.line().counts().effective().ifPresent(rates::add);
        }
        return new County(
                new RegionCode(code),
                code.equals("371503") ? List.of(new RegionCode("371523")) : List.of(),
                name,
                sum(List.of(enterprises), EnterpriseMonth::line),
                mean(rates),
                (int) rates.stream().filter(rate -> rate.atLeast(REQUIRED)).count(),
                rates.size(),
                List.of(enterprises));
    }

    private static Optional<BigDecimal> mean(List<Rate> rates) {
        return rates.stream()
                .map(rate -> BigDecimal.valueOf(rate.part())
                        .divide(BigDecimal.valueOf(rate.whole()), 10, RoundingMode.HALF_EVEN))
                .reduce(BigDecimal::add)
                .map(sum -> sum.divide(BigDecimal.valueOf(rates.size()), 10, RoundingMode.HALF_EVEN));
    }

    public static EnterpriseMonth enterprise(String id, String name, OutletMonth... outlets) {
        return new EnterpriseMonth(
                new EnterpriseId(id), name, sum(List.of(outlets), OutletMonth::line), List.of(outlets));
    }

    public static OutletMonth outlet(String id, FactorMonth... factors) {
        return new OutletMonth(
                new OutletId(id), "排放口 " + id, sum(List.of(factors), FactorMonth::line), List.of(factors));
    }

    public static FactorMonth factor(String code, long due, long received, long valid) {
        return new FactorMonth(
                new FactorCode(code), new MonthLine(new Counts(due, received, due, valid), Excluded.NONE));
    }

    private static <T> MonthLine sum(List<T> parts, Function<T, MonthLine> line) {
        return Objects.requireNonNull(parts.stream().map(line).reduce(MonthLine.NONE, MonthLine::plus));
    }
}
