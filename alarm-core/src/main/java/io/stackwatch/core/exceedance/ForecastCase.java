package io.stackwatch.core.exceedance;

import io.stackwatch.core.measurement.Concentration;
import java.math.BigDecimal;
import java.util.List;

/**
 * An hour that is not over, as far as it is known.
 *
 * @param validMinutes the minute means so far that count, in the reference conditions of the limit
 * @param remaining minutes of the hour that are not known yet, 0 to 60; minutes that are known to be invalid are in neither
 * @param allowed the limit in force
 */
public record ForecastCase(List<Concentration> validMinutes, int remaining, Concentration allowed) {

    private static final int MINUTES = 60;

    public ForecastCase {
        validMinutes = List.copyOf(validMinutes);
        if (remaining < 0 || validMinutes.size() + remaining > MINUTES) {
            throw new IllegalArgumentException(
                    validMinutes.size() + " valid minutes and " + remaining + " to come are no hour");
        }
    }

    BigDecimal sum() {
        return validMinutes.stream()
                .map(Concentration::milligramsPerCubicMetre)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
