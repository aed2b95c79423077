package io.stackwatch.core.penalty;

import io.stackwatch.core.exceedance.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money in yuan (元), exact to the fen (分), never negative. An amount that is no whole number of fen is refused, not
 * rounded; whoever must round says so by {@link #roundedDown}. Equal amounts are equal, however they were written.
 */
public record Yuan(BigDecimal amount) implements Comparable<Yuan> {

    private static final int FEN = 2;

    /** Nothing. */
    public static final Yuan ZERO = new Yuan(BigDecimal.ZERO);

    public Yuan {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("an amount is not negative: " + amount.toPlainString());
        }
        if (amount.stripTrailingZeros().scale() > FEN) {
            throw new IllegalArgumentException("no whole number of fen: " + amount.toPlainString());
        }
        amount = amount.setScale(FEN);
    }

    /** Reads a decimal number of yuan. */
    public static Yuan of(String yuan) {
        return new Yuan(new BigDecimal(yuan));
    }

    /** A whole number of yuan. */
    public static Yuan of(long yuan) {
        return new Yuan(BigDecimal.valueOf(yuan));
    }

    /** An exact number of yuan, rounded down to a multiple of a step; the step is at least a fen. */
    public static Yuan roundedDown(Fraction exact, Yuan step) {
        BigDecimal steps = exact.numerator().divide(exact.denominator().multiply(step.amount), 0, RoundingMode.FLOOR);
        return new Yuan(steps.multiply(step.amount));
    }

    /** The sum. */
    public Yuan plus(Yuan other) {
        return new Yuan(amount.add(other.amount));
    }

    /** The difference; a smaller amount less a greater one is refused. */
    public Yuan minus(Yuan other) {
        return new Yuan(amount.subtract(other.amount));
    }

    /** So many times the amount. */
    public Yuan times(long count) {
        return new Yuan(amount.multiply(BigDecimal.valueOf(count)));
    }

    /** The amount as an exact number of yuan. */
    public Fraction exact() {
        return Fraction.of(amount);
    }

    /** Whether it is at least another. */
    public boolean atLeast(Yuan other) {
        return compareTo(other) >= 0;
    }

    /** In Chinese capital numerals (大写), as documents write it. */
    public String inWords() {
        return CapitalAmount.of(this);
    }

    @Override
    public int compareTo(Yuan other) {
        return amount.compareTo(other.amount);
    }

    /** Such as {@code 200000.00}. */
    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
