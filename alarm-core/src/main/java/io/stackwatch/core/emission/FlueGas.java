package io.stackwatch.core.emission;

import io.stackwatch.core.exceedance.Fraction;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * State of the gas in the duct in an hour.
 *
 * @param celsius temperature ts
 * @param gaugePascal static pressure above that outside Ps, usually below zero
 * @param humidityPercent water by volume Xsw
 */
public record FlueGas(BigDecimal celsius, BigDecimal gaugePascal, BigDecimal humidityPercent) {

    /** The standard's own zero: 273 K, not 273.15 (HJ 75-2017). */
    private static final BigDecimal STANDARD_KELVIN = BigDecimal.valueOf(273);

    private static final BigDecimal STANDARD_PASCAL = BigDecimal.valueOf(101_325);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(3_600);

    /** The wet flow in the duct of a velocity, m3/h: 3600 x F x Kv x Vp. */
    static Fraction wetFlow(BigDecimal metresPerSecond, Duct.Section section) {
        return Fraction.of(SECONDS.multiply(section.squareMetres())
                .multiply(section.velocityFactor())
                .multiply(metresPerSecond));
    }

    /**
     * A wet flow at the state in the duct as dry flow at standard state (formula 7): Qs x 273/(273 + ts) x (Ba + Ps)/101325 x
     * (1 - Xsw). Empty if the state is none that a gas can have.
     *
     * @param wetCubicMetresPerHour not below zero
     */
    Optional<DryFlow> dryStandard(Fraction wetCubicMetresPerHour, BigDecimal ambientPascal) {
        BigDecimal kelvin = STANDARD_KELVIN.add(celsius);
        BigDecimal pressure = ambientPascal.add(gaugePascal);
        BigDecimal dryPercent = HUNDRED.subtract(humidityPercent);
        boolean possible = kelvin.signum() > 0
                && pressure.signum() > 0
                && dryPercent.signum() > 0
                && humidityPercent.signum() >= 0;
        if (!possible) {
            return Optional.empty();
        }
        return Optional.of(new DryFlow(wetCubicMetresPerHour
                .times(new Fraction(STANDARD_KELVIN, kelvin))
                .times(new Fraction(pressure, STANDARD_PASCAL))
                .times(new Fraction(dryPercent, HUNDRED))));
    }
}
