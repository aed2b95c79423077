package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.EnterpriseId;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.RegionCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The count of a month of the whole city, from the city down to the factors of an outlet; immutable. Lines are in the order of
 * their codes or ids, whatever the order in which they were counted.
 *
 * @param month which month, in legal time
 * @param variant which of the two figures
 * @param cutoff what was known then is counted
 * @param required the rate required then, such as 0.90
 * @param farBelow below this a circular lists separately, such as 0.60
 * @param line the city, pooled
 * @param counties its divisions
 */
public record CityMonth(
        YearMonth month,
        Variant variant,
        Instant cutoff,
        BigDecimal required,
        BigDecimal farBelow,
        MonthLine line,
        List<County> counties) {

    public CityMonth {
        counties = List.copyOf(counties);
    }

    /**
     * A county or zone, under the code that it had at the end of the month.
     *
     * @param formerCodes codes that it had earlier, if it was re-coded (371523 became 371503)
     * @param meanOfEnterprises mean of the rates of its rated enterprises; empty if none is rated
     * @param passing how many of its rated enterprises reach the required rate
     * @param rated how many of its enterprises are rated
     */
    public record County(
            RegionCode code,
            List<RegionCode> formerCodes,
            String name,
            MonthLine line,
            Optional<BigDecimal> meanOfEnterprises,
            int passing,
            int rated,
            List<EnterpriseMonth> enterprises) {

        public County {
            formerCodes = List.copyOf(formerCodes);
            enterprises = List.copyOf(enterprises);
        }
    }

    /** An enterprise, under the name that it had at the end of the month. */
    public record EnterpriseMonth(EnterpriseId id, String name, MonthLine line, List<OutletMonth> outlets) {

        public EnterpriseMonth {
            outlets = List.copyOf(outlets);
        }
    }

    /** An outlet, under the name that it had at the end of the month. */
    public record OutletMonth(OutletId id, String name, MonthLine line, List<FactorMonth> factors) {

        public OutletMonth {
            factors = List.copyOf(factors);
        }
    }

    /** A factor of an outlet. */
    public record FactorMonth(FactorCode factor, MonthLine line) {}
}
