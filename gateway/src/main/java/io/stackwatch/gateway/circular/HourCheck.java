package io.stackwatch.gateway.circular;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.CityMonth.EnterpriseMonth;
import io.stackwatch.core.transmission.CityMonth.FactorMonth;
import io.stackwatch.core.transmission.CityMonth.OutletMonth;
import io.stackwatch.core.transmission.MonthLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** That each figure is the sum of what it is made of, from the city down to the hours. Pure. */
final class HourCheck {

    private HourCheck() {}

    /**
     * Every level against the one below.
     *
     * @throws FiguresDisagree at the first figure that is not the sum
     */
    static void levels(CityMonth city) {
        compare("city", city.line(), city.counties(), County::line);
        for (County county : city.counties()) {
            compare("county " + county.code(), county.line(), county.enterprises(), EnterpriseMonth::line);
            for (EnterpriseMonth enterprise : county.enterprises()) {
                compare("enterprise " + enterprise.id(), enterprise.line(), enterprise.outlets(), OutletMonth::line);
                for (OutletMonth outlet : enterprise.outlets()) {
                    compare("outlet " + outlet.id(), outlet.line(), outlet.factors(), FactorMonth::line);
                }
            }
        }
    }

    /**
     * The factors of an outlet against its hours.
     *
     * @throws FiguresDisagree at the first factor that is not the sum of its hours, or that has hours and no figures
     */
    static void hours(OutletMonth outlet, List<HourLine> lines) {
        Map<FactorCode, MonthLine> sums = new HashMap<>();
        for (HourLine line : lines) {
            if (!line.hour().outlet().equals(outlet.id())) {
                throw new FiguresDisagree(
                        "hours of outlet " + outlet.id(),
                        outlet.id(),
                        line.hour().outlet());
            }
            MonthLine one =
                    new MonthLine(line.standing().counts(), line.standing().excluded());
            sums.merge(line.hour().factor(), one, MonthLine::plus);
        }
        for (FactorMonth factor : outlet.factors()) {
            MonthLine sum = sums.remove(factor.factor());
            MonthLine found = sum == null ? MonthLine.NONE : sum;
            if (!factor.line().equals(found)) {
                throw new FiguresDisagree(
                        "outlet " + outlet.id() + ", factor " + factor.factor(), factor.line(), found);
            }
        }
        sums.forEach((factor, sum) -> {
            if (!sum.equals(MonthLine.NONE)) {
                throw new FiguresDisagree("outlet " + outlet.id() + ", factor " + factor, "nothing", sum);
            }
        });
    }

    private static <T> void compare(String where, MonthLine whole, List<T> parts, Function<T, MonthLine> line) {
        MonthLine sum = parts.stream().map(line).reduce(MonthLine.NONE, MonthLine::plus);
        if (!whole.equals(sum)) {
            throw new FiguresDisagree(where, whole, sum);
        }
    }
}
