package io.stackwatch.gateway.counting;

import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.GapFinding;
import io.stackwatch.core.transmission.Variant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What can be asked about counting. Every method may block on the store and is called from worker threads only; several at a
 * time.
 */
public interface CountView {

    /** How far the count has come: hours whose time to come ends later are not counted yet. */
    Instant asOf();

    /** Every hour of an outlet's legal day that is over, by factor and time, in one figure. */
    List<HourLine> hours(OutletId outlet, LocalDate day, Variant variant);

    /** The month of the city as it is counted: as of now, or as of the freeze of the month if that is past. */
    CityMonth month(YearMonth month, Variant variant);

    /**
     * The month of the city at a cut-off.
     *
     * @param cutoff what was known then is counted in the final figure; counted anew from the reports if that is neither now nor
     *     the freeze of the month
     */
    CityMonth month(YearMonth month, Variant variant, Instant cutoff);

    /** Days of a month that have changed and wait to be counted: while there are any, its figures move. */
    long waiting(YearMonth month);

    /** What an outlet may still lose in a month, with the latest lost hours. */
    OutletBudget budget(OutletId outlet, YearMonth month, int lost);

    /** Gaps of an outlet in {@code [from, until)}, closed ones too, each with its cause. */
    List<GapFinding> gaps(OutletId outlet, Instant from, Instant until);

    /** A view in which there is nothing. */
    static CountView none() {
        return new NoCounts();
    }
}
