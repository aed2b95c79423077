package io.stackwatch.core.supervision;

import io.stackwatch.core.supervision.FigureLine.CountyFacts;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CityMonth.County;
import io.stackwatch.core.transmission.CityMonth.EnterpriseMonth;
import io.stackwatch.core.transmission.CityMonth.FactorMonth;
import io.stackwatch.core.transmission.CityMonth.OutletMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The figures of a month as lines, each behind the one that it is part of: so they are stored, compared and digested. The tree of a
 * {@link CityMonth} becomes lines, and the lines become the same tree again. Immutable.
 *
 * @param head what was counted with
 * @param lines the city first
 */
public record MonthFigures(FigureHead head, List<FigureLine> lines) {

    public MonthFigures {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.get(0).place().level() != LinePlace.Level.CITY) {
            throw new IllegalArgumentException("the figures of a month begin with the city");
        }
    }

    /** The lines of a count. */
    public static MonthFigures of(CityMonth city) {
        List<FigureLine> lines = new ArrayList<>();
        lines.add(new FigureLine(LinePlace.CITY, "", city.line(), Optional.empty()));
        for (County county : city.counties()) {
            LinePlace place = LinePlace.of(county.code());
            lines.add(new FigureLine(
                    place,
                    county.name(),
                    county.line(),
                    Optional.of(new CountyFacts(
                            county.formerCodes(), county.meanOfEnterprises(), county.passing(), county.rated()))));
            county.enterprises().forEach(enterprise -> add(place, enterprise, lines));
        }
        return new MonthFigures(FigureHead.of(city), lines);
    }

    private static void add(LinePlace county, EnterpriseMonth enterprise, List<FigureLine> lines) {
        LinePlace place = county.with(enterprise.id());
        lines.add(new FigureLine(place, enterprise.name(), enterprise.line(), Optional.empty()));
        for (OutletMonth outlet : enterprise.outlets()) {
            LinePlace at = place.with(outlet.id());
            lines.add(new FigureLine(at, outlet.name(), outlet.line(), Optional.empty()));
            for (FactorMonth factor : outlet.factors()) {
                lines.add(new FigureLine(at.with(factor.factor()), "", factor.line(), Optional.empty()));
            }
        }
    }

    /** The tree again. */
    public CityMonth city() {
        int[] at = {1};
        List<County> counties = new ArrayList<>();
        while (at[0] < lines.size()) {
            counties.add(county(at));
        }
        return new CityMonth(
                head.month(),
                head.variant(),
                head.cutoff(),
                head.required(),
                head.farBelow(),
                lines.get(0).line(),
                counties);
    }

    private County county(int[] at) {
        FigureLine own = take(at, LinePlace.Level.COUNTY);
        CountyFacts facts = own.county().orElseThrow();
        List<EnterpriseMonth> enterprises = new ArrayList<>();
        while (isNext(at, LinePlace.Level.ENTERPRISE)) {
            enterprises.add(enterprise(at));
        }
        return new County(
                own.place().county().orElseThrow(),
                facts.formerCodes(),
                own.name(),
                own.line(),
                facts.meanOfEnterprises(),
                facts.passing(),
                facts.rated(),
                enterprises);
    }

    private EnterpriseMonth enterprise(int[] at) {
        FigureLine own = take(at, LinePlace.Level.ENTERPRISE);
        List<OutletMonth> outlets = new ArrayList<>();
        while (isNext(at, LinePlace.Level.OUTLET)) {
            outlets.add(outlet(at));
        }
        return new EnterpriseMonth(own.place().enterprise().orElseThrow(), own.name(), own.line(), outlets);
    }

    private OutletMonth outlet(int[] at) {
        FigureLine own = take(at, LinePlace.Level.OUTLET);
        List<FactorMonth> factors = new ArrayList<>();
        while (isNext(at, LinePlace.Level.FACTOR)) {
            FigureLine factor = take(at, LinePlace.Level.FACTOR);
            factors.add(new FactorMonth(factor.place().factor().orElseThrow(), factor.line()));
        }
        return new OutletMonth(own.place().outlet().orElseThrow(), own.name(), own.line(), factors);
    }

    private boolean isNext(int[] at, LinePlace.Level level) {
        return at[0] < lines.size() && lines.get(at[0]).place().level() == level;
    }

    private FigureLine take(int[] at, LinePlace.Level level) {
        FigureLine line = lines.get(at[0]);
        if (line.place().level() != level) {
            throw new IllegalStateException("line " + at[0] + " is of " + line.place() + ", expected " + level);
        }
        at[0]++;
        return line;
    }
}
