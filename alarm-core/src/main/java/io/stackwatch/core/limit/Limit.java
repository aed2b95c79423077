package io.stackwatch.core.limit;

import io.stackwatch.core.measurement.Concentration;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.OxygenContent;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one instrument allows for one factor.
 *
 * @param id identity
 * @param scope to what it applies
 * @param factor of what
 * @param allowed highest mean that is still within, mg/m3 dry at 273 K and 101.325 kPa, at the reference oxygen
 * @param referenceOxygen reference oxygen content (基准含氧量); empty if the measured mean is compared
 * @param averaging over which time the mean is taken
 * @param source kind of instrument
 * @param instrument standard or permit, with its number
 * @param clause category or table of the instrument
 * @param effective when it is in force
 * @param mark how far the row has been checked
 */
public record Limit(
        LimitId id,
        LimitScope scope,
        FactorCode factor,
        Concentration allowed,
        Optional<OxygenContent> referenceOxygen,
        Averaging averaging,
        LimitSource source,
        String instrument,
        String clause,
        Effective effective,
        Verification mark) {

    private static final BigDecimal OXYGEN_OF_AIR = new BigDecimal("21");

    public Limit {
        referenceOxygen.ifPresent(reference -> {
            if (reference.percent().signum() < 0 || reference.percent().compareTo(OXYGEN_OF_AIR) >= 0) {
                throw new IllegalArgumentException("limit has no possible reference oxygen: " + reference);
            }
        });
        if (allowed.milligramsPerCubicMetre().signum() == 0) {
            throw new IllegalArgumentException("limit " + id + " allows nothing: a ratio to it has no meaning");
        }
    }
}
