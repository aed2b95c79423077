package io.stackwatch.gateway.counting;

import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.Counts;
import io.stackwatch.core.transmission.GapFinding;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.RateBudget;
import io.stackwatch.core.transmission.RateState;
import io.stackwatch.core.transmission.Variant;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** A view in which nothing was ever due. */
final class NoCounts implements CountView {

    @Override
    public Instant asOf() {
        return Instant.EPOCH;
    }

    @Override
    public List<HourLine> hours(OutletId outlet, LocalDate day, Variant variant) {
        return List.of();
    }

    @Override
    public CityMonth month(YearMonth month, Variant variant) {
        return month(month, variant, Instant.EPOCH);
    }

    @Override
    public CityMonth month(YearMonth month, Variant variant, Instant cutoff) {
        return new CityMonth(month, variant, cutoff, BigDecimal.ONE, BigDecimal.ZERO, MonthLine.NONE, List.of());
    }

    @Override
    public long waiting(YearMonth month) {
        return 0;
    }

    @Override
    public OutletBudget budget(OutletId outlet, YearMonth month, int lost) {
        RateBudget nothing = new RateBudget(Counts.NONE, 0, RateState.NOT_RATED, new RateBudget.NothingDue());
        return new OutletBudget(outlet, month, Instant.EPOCH, Instant.EPOCH, nothing, Map.of(), List.of());
    }

    @Override
    public List<GapFinding> gaps(OutletId outlet, Instant from, Instant until) {
        return List.of();
    }
}
