package io.stackwatch.core.transmission;

import java.math.BigDecimal;
import java.util.Optional;

/** The bands in which a circular lists those that are rated: 90 % and more, 60 to 90, below 60, nothing at all, stopped. */
public enum RateBand {
    /** The required rate or more. */
    PASSING,
    /** Below the required rate. */
    BELOW,
    /** Far below. */
    FAR_BELOW,
    /** Something was due, nothing counts. */
    ZERO,
    /** Nothing was due: not rated (停运), neither 0 nor 100 %. */
    NOT_RATED;

    /**
     * The band of a rate.
     *
     * @param required from where it passes, such as 0.90
     * @param farBelow under what it is far below, such as 0.60
     */
    public static RateBand of(Optional<Rate> rate, BigDecimal required, BigDecimal farBelow) {
        if (rate.isEmpty()) {
            return NOT_RATED;
        }
        if (rate.get().part() == 0) {
            return ZERO;
        }
        if (rate.get().atLeast(required)) {
            return PASSING;
        }
        return rate.get().atLeast(farBelow) ? BELOW : FAR_BELOW;
    }
}
