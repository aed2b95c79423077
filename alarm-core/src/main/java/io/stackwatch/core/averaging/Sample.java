package io.stackwatch.core.averaging;

import io.stackwatch.core.measurement.DataFlag;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What was known of one factor at one instant of the grid: a number in the factor's canonical unit, and the data mark that its
 * status was translated to. A value that is no number has only the mark. May be negative or absurd; the mark alone says
 * whether it counts.
 */
public record Sample(Optional<BigDecimal> number, DataFlag flag) {

    /** A number, marked. */
    public static Sample of(BigDecimal number, DataFlag flag) {
        return new Sample(Optional.of(number), flag);
    }

    /** No number, for the reason that the mark names. */
    public static Sample without(DataFlag flag) {
        return new Sample(Optional.empty(), flag);
    }
}
