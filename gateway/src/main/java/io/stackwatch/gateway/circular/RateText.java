package io.stackwatch.gateway.circular;

import io.stackwatch.core.transmission.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rate as people read it: percent with two decimals, half up, and with more where two would say something untrue. A text
 * never stands on the other side of a threshold than its rate: 89.996 % that fails is not shown as 90.00, an hour that is
 * missing is not shown as 100.00, one that is there not as 0.00.
 *
 * @param percent the number to show, with exactly the decimals to show
 * @param failing whether the rate is below what is required
 */
public record RateText(BigDecimal percent, boolean failing) {

    private static final int LEAST_DECIMALS = 2;
    private static final int MOST_DECIMALS = 24;
    private static final BigDecimal WHOLE = BigDecimal.ONE;
    private static final BigDecimal SMALLEST = new BigDecimal("1e-20");

    /**
     * Of a rate; empty if there is none.
     *
     * @param required below this it fails, such as 0.90
     * @param farBelow another threshold of which it must stay on its side, such as 0.60
     */
    public static Optional<RateText> of(Optional<Rate> rate, BigDecimal required, BigDecimal farBelow) {
        return rate.map(exact -> of(exact::percent, exact::atLeast, required, farBelow));
    }

    /** Of a share that is no share of hours, such as a mean of rates. */
    public static RateText ofShare(BigDecimal share, BigDecimal required, BigDecimal farBelow) {
        return of(
                decimals -> share.movePointRight(2).setScale(decimals, RoundingMode.HALF_UP),
                threshold -> share.compareTo(threshold) >= 0,
                required,
                farBelow);
    }

    private static RateText of(
            IntFunction<BigDecimal> percent, Predicate<BigDecimal> atLeast, BigDecimal required, BigDecimal farBelow) {
        for (int decimals = LEAST_DECIMALS; decimals <= MOST_DECIMALS; decimals++) {
            BigDecimal shown = percent.apply(decimals);
            boolean onItsSide = Stream.of(SMALLEST, farBelow, required, WHOLE)
                    .allMatch(
                            threshold -> atLeast.test(threshold) == shown.compareTo(threshold.movePointRight(2)) >= 0);
            if (onItsSide) {
                return new RateText(shown, !atLeast.test(required));
            }
        }
        throw new IllegalStateException("no " + MOST_DECIMALS + " decimals keep " + percent.apply(MOST_DECIMALS)
                + " % on its side of " + farBelow + " and " + required);
    }

    /** The text, with the sign of percent. */
    public String withSign() {
        return percent.toPlainString() + "%";
    }
}
