package io.stackwatch.gateway.api;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.exceedance.CountParameters;
import io.stackwatch.core.exceedance.RuleParameters;
import io.stackwatch.core.measurement.Delivery;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.ReportedNumber;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.Mn;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.CountTerms;
import io.stackwatch.core.transmission.Counts;
import io.stackwatch.core.transmission.Due;
import io.stackwatch.core.transmission.Excluded;
import io.stackwatch.core.transmission.Gap;
import io.stackwatch.core.transmission.GapCause;
import io.stackwatch.core.transmission.GapFinding;
import io.stackwatch.core.transmission.LostHour;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.RateBudget;
import io.stackwatch.core.transmission.Standing;
import io.stackwatch.core.transmission.StandingAnswer;
import io.stackwatch.core.transmission.Variant;
import io.stackwatch.gateway.counting.CountView;
import io.stackwatch.gateway.counting.HourLine;
import io.stackwatch.gateway.counting.OutletBudget;
import io.stackwatch.gateway.records.ReportVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts of a city of two counties, one of which fails and was re-coded. */
final class CountsInMemory implements CountView {

    static final CountTerms TERMS = CountParameters.at(RuleParameters.load(), CityFixture.NOON);
    private static final FactorCode SO2 = new FactorCode("a21026");

    @Override
    public Instant asOf() {
        return CityFixture.NOW;
    }

    @Override
    public List<HourLine> hours(OutletId outlet, LocalDate day, Variant variant) {
        FactorHour first = new FactorHour(outlet, SO2, CityFixture.NOON);
        return List.of(
                line(first, new Standing.Valid(), 1, Optional.of(report(first))),
                line(
                        next(first, 1),
                        new Standing.NotValid(Standing.Reason.MARKED_INVALID, "", "mark 7"),
                        1,
                        Optional.of(report(next(first, 1)))),
                line(next(first, 2), new Standing.Missing(variant == Variant.REAL_TIME), 0, Optional.empty()),
                line(next(first, 3), new Standing.NotDue(Due.Reason.STOPPED, "form 7"), 0, Optional.empty()));
    }

    private static FactorHour next(FactorHour hour, int later) {
        return new FactorHour(hour.outlet(), hour.factor(), hour.start().plusSeconds(3_600L * later));
    }

    private static HourLine line(FactorHour hour, Standing standing, int version, Optional<ReportVersion> report) {
        List<StandingAnswer.Note> notes =
                List.of(new StandingAnswer.Note(StandingAnswer.Note.Kind.WORKING_CONDITION, "mark 8"));
        return new HourLine(hour, new StandingAnswer(standing, version, notes), report);
    }

    private static ReportVersion report(FactorHour hour) {
        return new ReportVersion(
                1,
                new Mn("3715020000000001"),
                new HourReport(
                        hour,
                        Optional.of(ReportedNumber.of("31.20")),
                        Optional.empty(),
                        Unit.MILLIGRAMS_PER_CUBIC_METRE,
                        Optional.empty(),
                        Delivery.PROMPT,
                        hour.end().plusSeconds(10),
                        new EvidenceRef(41, "0".repeat(64))),
                hour.end().plusSeconds(10));
    }

    @Override
    public CityMonth month(YearMonth month, Variant variant) {
        return month(month, variant, CityFixture.NOW);
    }

    @Override
    public CityMonth month(YearMonth month, Variant variant, Instant cutoff) {
        CityMonth.County failing = county("371503", List.of(new RegionCode("371523")), "茌平区", "E-02", 89_996);
        CityMonth.County passing = county("371502", List.of(), "东昌府区", "E-01", 96_670);
        return new CityMonth(
                month,
                variant,
                cutoff,
                new BigDecimal("0.90"),
                new BigDecimal("0.60"),
                failing.line().plus(passing.line()),
                List.of(passing, failing));
    }

    private static CityMonth.County county(
            String code, List<RegionCode> former, String name, String enterprise, long valid) {
        MonthLine line = new MonthLine(new Counts(100_000, 99_000, 100_000, valid), new Excluded(120, 3, 2, 1));
        CityMonth.OutletMonth outlet = new CityMonth.OutletMonth(
                new OutletId("DA-" + enterprise), "1号", line, List.of(new CityMonth.FactorMonth(SO2, line)));
        return new CityMonth.County(
                new RegionCode(code),
                former,
                name,
                line,
                Optional.of(BigDecimal.valueOf(valid, 5)),
                valid >= 90_000 ? 1 : 0,
                1,
                List.of(new CityMonth.EnterpriseMonth(
                        new EnterpriseId(enterprise), enterprise, line, List.of(outlet))));
    }

    @Override
    public long waiting(YearMonth month) {
        return 3;
    }

    @Override
    public OutletBudget budget(OutletId outlet, YearMonth month, int lost) {
        RateBudget all = RateBudget.of(new Counts(648, 610, 648, 590), 72, 58, TERMS);
        FactorHour hour = new FactorHour(outlet, SO2, CityFixture.NOON);
        return new OutletBudget(
                outlet,
                month,
                CityFixture.NOW,
                TERMS.freezeOf(month),
                all,
                Map.of(SO2, RateBudget.of(new Counts(500, 427, 500, 427), 220, 73, TERMS)),
                List.of(LostHour.of(hour, new Standing.Missing(false), TERMS)));
    }

    @Override
    public List<GapFinding> gaps(OutletId outlet, Instant from, Instant until) {
        Gap gap = new Gap(outlet, SO2, CityFixture.NOON, CityFixture.NOON.plusSeconds(7_200));
        return List.of(new GapFinding(gap, GapCause.LINK_LOST, "connection CLOSED"));
    }
}
