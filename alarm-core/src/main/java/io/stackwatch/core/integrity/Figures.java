package io.stackwatch.core.integrity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Means, medians and shares of figures. */
final class Figures {

    private Figures() {}

    /** The arithmetic mean to 16 digits; of at least one. */
    static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
    }

    /** The middle one, or the lower of the two in the middle; of at least one. */
    static <T extends Comparable<T>> T median(List<T> values) {
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
    }

    /** Whether a count is at least a share of another. */
    static boolean isShare(int part, int whole, BigDecimal share) {
        return BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(whole))) >= 0;
    }

    /** Pearson's coefficient of pairs; empty if one of the two does not move. */
    static Optional<Double> correlation(List<BigDecimal> ones, List<BigDecimal> others) {
        double one = mean(ones).doubleValue();
        double other = mean(others).doubleValue();
        double both = 0;
        double ofOne = 0;
        double ofOther = 0;
        for (int i = 0; i < ones.size(); i++) {
            double a = ones.get(i).doubleValue() - one;
            double b = others.get(i).doubleValue() - other;
            both += a * b;
            ofOne += a * a;
            ofOther += b * b;
        }
        double spread = Math.sqrt(ofOne) * Math.sqrt(ofOther);
        return spread > 0 ? Optional.of(both / spread) : Optional.empty();
    }

    /** For people: at most so many decimals, without trailing zeros. */
    static String shown(BigDecimal value) {
        return value.setScale(Math.min(Math.max(value.scale(), 0), 3), RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A share for people, in percent. */
    static String percent(BigDecimal share) {
        return share.movePointRight(2)
                        .setScale(1, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    /** A part of a whole for people, in percent. */
    static String percent(int part, int whole) {
        return percent(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64));
    }
}
