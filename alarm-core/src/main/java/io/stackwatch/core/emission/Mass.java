package io.stackwatch.core.emission;

import io.stackwatch.core.exceedance.Fraction;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Mass of a pollutant that was let out, in whole milligrams, never negative: an hour's product of concentration and flow is
 * rounded half even once, here, and sums of hours are exact from then on.
 */
public record Mass(long milligrams) implements Comparable<Mass> {

    /** None was let out. */
    public static final Mass ZERO = new Mass(0);

    private static final int MILLIGRAMS_IN_A_KILOGRAM = 6;
    private static final int MILLIGRAMS_IN_A_TONNE = 9;

    /** A million tonnes: no hour of any outlet comes near, and the sum of all hours of a city's century is a whole long. */
    private static final BigDecimal MOST_IN_AN_HOUR = BigDecimal.valueOf(1_000_000_000L);

    public Mass {
        if (milligrams < 0) {
            throw new IllegalArgumentException("negative mass: " + milligrams + " mg");
        }
    }

    /** Of kilograms, rounded half even to the milligram; empty if that is below zero or no plausible hour. */
    public static Optional<Mass> ofKilograms(Fraction kilograms) {
        if (kilograms.numerator().signum() < 0 || kilograms.compareTo(MOST_IN_AN_HOUR) > 0) {
            return Optional.empty();
        }
        return Optional.of(new Mass(
                kilograms.rounded(MILLIGRAMS_IN_A_KILOGRAM).unscaledValue().longValueExact()));
    }

    /** Of tonnes as a permit states them; finer than a milligram is a broken promise. */
    public static Mass ofTonnes(BigDecimal tonnes) {
        return new Mass(tonnes.movePointRight(MILLIGRAMS_IN_A_TONNE).longValueExact());
    }

    /** Both together. */
    public Mass plus(Mass other) {
        return new Mass(Math.addExact(milligrams, other.milligrams));
    }

    /** In kilograms, exact. */
    public BigDecimal kilograms() {
        return BigDecimal.valueOf(milligrams, MILLIGRAMS_IN_A_KILOGRAM);
    }

    /** In tonnes, exact. */
    public BigDecimal tonnes() {
        return BigDecimal.valueOf(milligrams, MILLIGRAMS_IN_A_TONNE);
    }

    @Override
    public int compareTo(Mass other) {
        return Long.compare(milligrams, other.milligrams);
    }

    @Override
    public String toString() {
        return kilograms() + " kg";
    }
}
