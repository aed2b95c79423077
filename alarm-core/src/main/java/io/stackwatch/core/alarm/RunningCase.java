package io.stackwatch.core.alarm;

import io.stackwatch.core.exceedance.HourForecast;
import io.stackwatch.core.measurement.Concentration;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;

/**
 * An hour that is running or just over, as far as its minutes are known.
 *
 * @param hour its start
 * @param valid minutes that count, in the reference conditions of the limit
 * @param allowed the limit in force
 * @param forecast what can become of the hour
 * @param now the moment
 */
public record RunningCase(
        Instant hour, List<Concentration> valid, Concentration allowed, HourForecast forecast, Instant now) {

    public RunningCase {
        valid = List.copyOf(valid);
    }

    /** Plain mean of the valid minutes, mg/m3; of at least one. */
    BigDecimal mean() {
        return valid.stream()
                .map(Concentration::milligramsPerCubicMetre)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(valid.size()), MathContext.DECIMAL64);
    }
}
