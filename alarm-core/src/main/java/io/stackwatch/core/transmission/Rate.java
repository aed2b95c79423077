package io.stackwatch.core.transmission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A share of hours, exact: so many of so many. Compared by multiplication, never as a rounded number, so that no rate is
 * rounded up to pass. The share of nothing does not exist: it is neither 0 nor 100 %.
 *
 * @param part the hours that count, 0 to {@code whole}
 * @param whole the hours that could, above zero
 */
public record Rate(long part, long whole) implements Comparable<Rate> {

    public Rate {
        if (whole <= 0 || part < 0 || part > whole) {
            throw new IllegalArgumentException("a rate is 0 to n of n hours: " + part + " of " + whole);
        }
    }

    /** The share, or nothing if there was nothing to share. */
    public static Optional<Rate> of(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of(new Rate(part, whole));
    }

    /** Whether it reaches a threshold such as 0.90. */
    public boolean atLeast(BigDecimal threshold) {
        return BigDecimal.valueOf(part).compareTo(threshold.multiply(BigDecimal.valueOf(whole))) >= 0;
    }

    /** For people only: percent, half up. Never compare this. */
    public BigDecimal percent(int decimals) {
        return BigDecimal.valueOf(part)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Rate other) {
        return BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(other.whole))
                .compareTo(BigDecimal.valueOf(other.part).multiply(BigDecimal.valueOf(whole)));
    }
}
