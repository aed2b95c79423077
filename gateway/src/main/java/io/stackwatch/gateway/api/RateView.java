package io.stackwatch.gateway.api;

import io.stackwatch.core.transmission.Rate;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A rate as it is shown.
 *
 * @param part the hours that count
 * @param whole the hours that could
 * @param percent half up, with two decimals, or with so many more that a rate below the required one does not look like it
 */
record RateView(long part, long whole, String percent) {

    private static final int DECIMALS = 2;
    private static final int MOST_DECIMALS = 12;

    static Optional<RateView> of(Optional<Rate> rate, BigDecimal required) {
        return rate.map(one -> new RateView(one.part(), one.whole(), percent(one, required)));
    }

    private static String percent(Rate rate, BigDecimal required) {
        BigDecimal threshold = required.movePointRight(2);
        int decimals = DECIMALS;
        while (decimals < MOST_DECIMALS
                && !rate.atLeast(required)
                && rate.percent(decimals).compareTo(threshold) >= 0) {
            decimals++;
        }
        return rate.percent(decimals).toPlainString();
    }
}
