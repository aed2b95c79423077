package io.stackwatch.core.supervision;

import io.stackwatch.core.transmission.CityMonth;
import io.stackwatch.core.transmission.MonthLine;
import io.stackwatch.core.transmission.RateBand;
import io.stackwatch.core.transmission.Variant;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;

/**
 * What the figures of a month were counted with.
 *
 * @param month which month, in legal time
 * @param variant which of the two figures
 * @param cutoff what was known then is counted
 * @param required the rate required then, such as 0.9
 * @param farBelow below this a circular lists separately, such as 0.6
 */
public record FigureHead(YearMonth month, Variant variant, Instant cutoff, BigDecimal required, BigDecimal farBelow) {

    public FigureHead {
        required = required.stripTrailingZeros();
        farBelow = farBelow.stripTrailingZeros();
    }

    /** Of a count. */
    public static FigureHead of(CityMonth city) {
        return new FigureHead(city.month(), city.variant(), city.cutoff(), city.required(), city.farBelow());
    }

    /** The band of a line by the thresholds of this count. */
    public RateBand band(MonthLine line) {
        return RateBand.of(line.counts().effective(), required, farBelow);
    }
}
