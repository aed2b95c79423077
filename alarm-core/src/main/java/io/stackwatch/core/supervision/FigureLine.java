package io.stackwatch.core.supervision;

import io.stackwatch.core.registry.RegionCode;
import io.stackwatch.core.transmission.MonthLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One line of the figures of a month.
 *
 * @param place whose figures
 * @param name the name that it had at the end of the month; empty text for the city and for factors
 * @param line the figures
 * @param county what is kept of counties alone; present exactly for them
 */
public record FigureLine(LinePlace place, String name, MonthLine line, Optional<CountyFacts> county) {

    public FigureLine {
        if (county.isPresent() != (place.level() == LinePlace.Level.COUNTY)) {
            throw new IllegalArgumentException("facts of a county belong to counties: " + place);
        }
    }

    /**
     * What is kept of a county beside its pooled figures.
     *
     * @param formerCodes codes that it had earlier
     * @param meanOfEnterprises mean of the rates of its rated enterprises; empty if none is rated
     * @param passing how many of its rated enterprises reach the required rate
     * @param rated how many of its enterprises are rated
     */
    public record CountyFacts(
            List<RegionCode> formerCodes, Optional<BigDecimal> meanOfEnterprises, int passing, int rated) {

        public CountyFacts {
            formerCodes = List.copyOf(formerCodes);
            meanOfEnterprises = meanOfEnterprises.map(BigDecimal::stripTrailingZeros);
        }
    }
}
