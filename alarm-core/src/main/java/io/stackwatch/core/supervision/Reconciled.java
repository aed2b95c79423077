package io.stackwatch.core.supervision;

import io.stackwatch.core.transmission.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The national centre's rate of an outlet beside the local one. Compared exactly; the difference is rounded for people alone.
 *
 * @param national the centre's
 * @param local ours; empty if the outlet is not rated here or has no line
 * @param answer how they stand to each other
 */
public record Reconciled(NationalRate national, Optional<Rate> local, Answer answer) {

    /** How two rates stand to each other. */
    public enum Answer {
        /** Apart by no more than the tolerance. */
        AGREES,
        /** Apart by more. */
        DIFFERS,
        /** There is no local rate. */
        NO_LOCAL_RATE
    }

    /**
     * Compares.
     *
     * @param tolerance percentage points; a difference of exactly so much agrees
     */
    public static Reconciled of(NationalRate national, Optional<Rate> local, BigDecimal tolerance) {
        return new Reconciled(
                national,
                local,
                local.map(rate -> scaled(national, rate).abs().compareTo(tolerance.multiply(whole(rate))) > 0
                                ? Answer.DIFFERS
                                : Answer.AGREES)
                        .orElse(Answer.NO_LOCAL_RATE));
    }

    /** Local less national in percentage points, for people: half up, two decimals. */
    public Optional<BigDecimal> points() {
        return local.map(rate -> scaled(national, rate).divide(whole(rate), 2, RoundingMode.HALF_UP));
    }

    /** (local - national) times the hours of the local rate. */
    private static BigDecimal scaled(NationalRate national, Rate rate) {
        return BigDecimal.valueOf(rate.part())
                .movePointRight(2)
                .subtract(national.percent().multiply(whole(rate)));
    }

    private static BigDecimal whole(Rate rate) {
        return BigDecimal.valueOf(rate.whole());
    }
}
