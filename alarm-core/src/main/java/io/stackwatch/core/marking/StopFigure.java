package io.stackwatch.core.marking;

import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.measurement.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure of an hour that can speak for or against a stop.
 *
 * @param hour of which factor and hour
 * @param value hourly mean as measured
 * @param unit what it counts
 * @param rangeTop upper end of the instrument's range in the same unit, if it is known
 */
public record StopFigure(FactorHour hour, BigDecimal value, Unit unit, Optional<BigDecimal> rangeTop) {

    public StopFigure {
        rangeTop.ifPresent(top -> {
            if (top.signum() <= 0) {
                throw new IllegalArgumentException("a range ends above zero: " + top);
            }
        });
    }
}
