package io.stackwatch.core.supervision;

import io.stackwatch.core.registry.OutletId;
import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * The effective transmission rate that the national centre computed of what it received itself (regulation 1.5, reconciliation).
 *
 * @param month which month
 * @param outlet of which outlet
 * @param percent 0 to 100, as the centre gives it
 */
public record NationalRate(YearMonth month, OutletId outlet, BigDecimal percent) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    public NationalRate {
        if (percent.signum() < 0 || percent.compareTo(ALL) > 0) {
            throw new IllegalArgumentException("a rate is 0 to 100 percent: " + percent + " of " + outlet);
        }
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
    }
}
