package io.stackwatch.core.transmission;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an instrument can measure of a factor, in the factor's unit; a figure outside of it does not count.
 *
 * @param least the physical minimum, less what drift allows; empty if none is known
 * @param most the upper end of the range; empty if none is known
 */
public record MeasuringRange(Optional<BigDecimal> least, Optional<BigDecimal> most) {

    /** Nothing is known of it: every figure lies inside. */
    public static final MeasuringRange UNKNOWN = new MeasuringRange(Optional.empty(), Optional.empty());

    public MeasuringRange {
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            throw new IllegalArgumentException("a range from " + least.get() + " to " + most.get());
        }
    }

    /** Whether a figure lies inside; both ends do. */
    boolean contains(BigDecimal figure) {
        return least.map(end -> figure.compareTo(end) >= 0).orElse(true)
                && most.map(end -> figure.compareTo(end) <= 0).orElse(true);
    }

    @Override
    public String toString() {
        return least.map(BigDecimal::toPlainString).orElse("") + " to "
                + most.map(BigDecimal::toPlainString).orElse("");
    }
}
