package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.OxygenContent;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What was in force for an hour, as far as it is known.
 *
 * @param limit the limit, in the unit of the report
 * @param reference the reference oxygen of the limit
 * @param rangeTop the upper end of the instrument's range, in the unit of the report
 */
public record HeldAgainst(
        Optional<BigDecimal> limit, Optional<OxygenContent> reference, Optional<BigDecimal> rangeTop) {

    /** Of a factor that has no limit and whose range is not registered. */
    public static final HeldAgainst NOTHING = new HeldAgainst(Optional.empty(), Optional.empty(), Optional.empty());
}
