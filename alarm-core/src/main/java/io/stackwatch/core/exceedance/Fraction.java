package io.stackwatch.core.exceedance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * An exact number as a quotient of decimals; compared by cross-multiplication, never divided before a comparison
 * (decision record 0005).
 *
 * @param numerator any sign
 * @param denominator above zero
 */
public record Fraction(BigDecimal numerator, BigDecimal denominator) implements Comparable<Fraction> {

    /** A broken promise of the text form, longer than any that is written. */
    private static final int MAX_TEXT = 512;

    public Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("denominator must be above zero: " + denominator);
        }
        numerator = numerator.stripTrailingZeros();
        denominator = denominator.stripTrailingZeros();
    }

    /** A decimal as it is. */
    public static Fraction of(BigDecimal number) {
        return new Fraction(number, BigDecimal.ONE);
    }

    /** Reads what {@link #toString} wrote. */
    public static Fraction parse(String text) {
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("a fraction has at most " + MAX_TEXT + " characters: " + text.length());
        }
        int slash = text.indexOf('/');
        return slash < 0
                ? of(new BigDecimal(text))
                : new Fraction(new BigDecimal(text.substring(0, slash)), new BigDecimal(text.substring(slash + 1)));
    }

    /** By how much it is above a number, as a multiple of that number: (this - base) / base. */
    public Fraction excessOver(BigDecimal base) {
        BigDecimal scaled = base.multiply(denominator);
        return new Fraction(numerator.subtract(scaled), scaled);
    }

    /** The arithmetic mean of some numbers, exact; at least one. */
    public static Fraction meanOf(List<Fraction> numbers) {
        Ratio sum = Ratio.sum(numbers);
        return new Fraction(
                new BigDecimal(sum.numerator()),
                new BigDecimal(sum.denominator().multiply(BigInteger.valueOf(numbers.size()))));
    }

    /** Whole numbers without a common divisor: sixty decimals with sixty denominators stay short, and are added in pairs. */
    private record Ratio(BigInteger numerator, BigInteger denominator) {

        static Ratio sum(List<Fraction> numbers) {
            int count = numbers.size();
            if (count == 1) {
                return of(numbers.get(0));
            }
            return sum(numbers.subList(0, count / 2)).plus(sum(numbers.subList(count / 2, count)));
        }

        private static Ratio of(Fraction fraction) {
            int scale = Math.max(fraction.numerator.scale(), fraction.denominator.scale());
            return reduced(whole(fraction.numerator, scale), whole(fraction.denominator, scale));
        }

        private static BigInteger whole(BigDecimal number, int scale) {
            return number.scaleByPowerOfTen(scale).toBigIntegerExact();
        }

        private static Ratio reduced(BigInteger numerator, BigInteger denominator) {
            BigInteger divisor = numerator.gcd(denominator);
            return new Ratio(numerator.divide(divisor), denominator.divide(divisor));
        }

        private Ratio plus(Ratio other) {
            return denominator.equals(other.denominator)
                    ? reduced(numerator.add(other.numerator), denominator)
                    : reduced(
                            numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                            denominator.multiply(other.denominator));
        }
    }

    /** The product of both, exact. */
    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** The quotient of both, exact; the other one is above zero. */
    public Fraction dividedBy(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** A number less this one, exact. */
    public Fraction subtractedFrom(BigDecimal number) {
        return new Fraction(number.multiply(denominator).subtract(numerator), denominator);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Compares with a decimal, exactly. */
    public int compareTo(BigDecimal number) {
        return numerator.compareTo(number.multiply(denominator));
    }

    /** For people only: rounded half-even to a number of decimals. Never compare this. */
    public BigDecimal rounded(int decimals) {
        return numerator.divide(denominator, decimals, RoundingMode.HALF_EVEN);
    }

    /** Exact text form: {@code 36.5}, or {@code 420/11.5}. */
    @Override
    public String toString() {
        return denominator.compareTo(BigDecimal.ONE) == 0
                ? numerator.toPlainString()
                : numerator.toPlainString() + "/" + denominator.toPlainString();
    }
}
