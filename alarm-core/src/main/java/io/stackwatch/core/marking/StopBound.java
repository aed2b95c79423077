package io.stackwatch.core.marking;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;

/**
 * What contradicts a stop: a row of {@link StopBounds}.
 *
 * @param factor of which factor
 * @param relation how a figure contradicts
 * @param bound in the unit, or as a share of the range
 * @param unit what figures of the factor count; figures in another unit are not checked
 * @param effective when it holds
 * @param source where it comes from
 * @param mark how far the row has been checked
 */
public record StopBound(
        FactorCode factor,
        Relation relation,
        BigDecimal bound,
        Unit unit,
        Effective effective,
        String source,
        Verification mark) {

    /** How a figure contradicts. */
    public enum Relation {
        /** It lies above the bound. */
        ABOVE,
        /** It lies below the bound. */
        BELOW,
        /** It is at least that share of the instrument's range; only where the range is known. */
        AT_LEAST_SHARE_OF_RANGE
    }

    /** The bound in the unit, for a figure that it is held against. */
    BigDecimal in(StopFigure figure) {
        return relation == Relation.AT_LEAST_SHARE_OF_RANGE
                ? figure.rangeTop()
                        .map(bound::multiply)
                        .orElseThrow(() -> new IllegalArgumentException("no range of " + figure.hour()))
                : bound;
    }

    boolean contradictedBy(StopFigure figure) {
        int compared = figure.value().compareTo(in(figure));
        return switch (relation) {
            case ABOVE -> compared > 0;
            case BELOW -> compared < 0;
            case AT_LEAST_SHARE_OF_RANGE -> compared >= 0;
        };
    }
}
