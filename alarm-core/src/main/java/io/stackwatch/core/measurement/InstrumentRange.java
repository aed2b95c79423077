package io.stackwatch.core.measurement;

import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an instrument can measure (量程): a row that an officer has registered from the acceptance of the CEMS.
 *
 * @param outlet where
 * @param factor of which factor
 * @param least the lowest figure that it can give; empty if none is stated
 * @param most the upper end of the range, above zero
 * @param unit what both count; figures in another unit are not held against them
 * @param document what says so, with its number
 * @param mark how far the row has been checked
 * @param effective when it holds
 */
public record InstrumentRange(
        OutletId outlet,
        FactorCode factor,
        Optional<BigDecimal> least,
        BigDecimal most,
        Unit unit,
        String document,
        Verification mark,
        Effective effective) {

    public InstrumentRange {
        if (most.signum() <= 0) {
            throw new IllegalArgumentException("a range ends above zero: " + most.toPlainString());
        }
        if (least.filter(end -> end.compareTo(most) >= 0).isPresent()) {
            throw new IllegalArgumentException(
                    "a range from " + least.map(BigDecimal::toPlainString).orElse("") + " to " + most.toPlainString());
        }
    }
}
