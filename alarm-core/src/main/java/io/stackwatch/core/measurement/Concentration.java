package io.stackwatch.core.measurement;

import java.math.BigDecimal;

/**
 * Mass concentration that is allowed or was accepted as measured: mg/m3, dry gas at 273 K and 101.325 kPa, never
 * negative. Canonical, so 35.0 equals 35.00.
 */
public record Concentration(BigDecimal milligramsPerCubicMetre) implements Comparable<Concentration> {

    public Concentration {
        if (milligramsPerCubicMetre.signum() < 0) {
            throw new IllegalArgumentException("negative concentration: " + milligramsPerCubicMetre);
        }
        milligramsPerCubicMetre = milligramsPerCubicMetre.stripTrailingZeros();
    }

    /** From decimal text, in mg/m3. */
    public static Concentration of(String text) {
        return new Concentration(new BigDecimal(text));
    }

    @Override
    public int compareTo(Concentration other) {
        return milligramsPerCubicMetre.compareTo(other.milligramsPerCubicMetre);
    }

    @Override
    public String toString() {
        return milligramsPerCubicMetre.toPlainString() + " mg/m3";
    }
}
