package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import java.time.LocalDate;
import java.util.Collection;

/**
 * The counters of one factor of an outlet in one legal day (R-1-1: all four are kept, rates come from their sums).
 *
 * @param outlet where
 * @param factor of what
 * @param day day in legal time
 * @param variant which of the two figures
 * @param line the counters and what was taken out
 */
public record DayCount(OutletId outlet, FactorCode factor, LocalDate day, Variant variant, MonthLine line) {

    /** Counts the standings of the day's hours. */
    public static DayCount of(
            OutletId outlet, FactorCode factor, LocalDate day, Variant variant, Collection<Standing> hours) {
        MonthLine line = MonthLine.NONE;
        for (Standing hour : hours) {
            line = line.plus(new MonthLine(hour.counts(), hour.excluded()));
        }
        return new DayCount(outlet, factor, day, variant, line);
    }
}
