package io.stackwatch.core.measurement;

import java.math.BigDecimal;

/** Oxygen in dry flue gas, percent by volume; measured or of reference (基准含氧量). Canonical. */
public record OxygenContent(BigDecimal percent) implements Comparable<OxygenContent> {

    public OxygenContent {
        percent = percent.stripTrailingZeros();
    }

    /** From decimal text, in percent. */
    public static OxygenContent of(String text) {
        return new OxygenContent(new BigDecimal(text));
    }

    @Override
    public int compareTo(OxygenContent other) {
        return percent.compareTo(other.percent);
    }

    @Override
    public String toString() {
        return percent.toPlainString() + " %";
    }
}
