package io.stackwatch.connectors.opcua.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * From one unit to another: {@code (number + offset) * numerator / denominator}.
 *
 * <p>Kept as a fraction, because 1/3600 and 64/22.4 have no end as decimals. What is left is rounded once, half even, to {@value #DECIMALS} decimals.
 *
 * @param offset added first, in the unit that is converted from
 * @param numerator not 0
 * @param denominator above 0
 */
public record Conversion(BigDecimal offset, BigDecimal numerator, BigDecimal denominator) {

    /** The unit stays. */
    public static final Conversion NONE = new Conversion(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE);

    /** How many decimals are kept: no instrument has as many, and the noise of binary floating point is behind them. */
    public static final int DECIMALS = 12;

    public Conversion {
        if (numerator.signum() == 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("no conversion: " + numerator + "/" + denominator);
        }
    }

    /** The number in the other unit, without trailing zeros. */
    public BigDecimal apply(BigDecimal number) {
        BigDecimal converted = number.add(offset)
                .multiply(numerator)
                .divide(denominator, DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return converted.scale() < 0 ? converted.setScale(0) : converted;
    }
}
