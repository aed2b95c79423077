package io.stackwatch.core.integrity;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Unit;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.Verification;
import java.math.BigDecimal;

/**
 * A factor that detectors look at: a row of {@code watched-factors.csv}.
 *
 * @param factor its code
 * @param role what it says of an outlet
 * @param unit what its figures count; figures in another unit are not looked at
 * @param floor at and below this a figure is one of nothing (检出限), in the unit
 * @param effective when the row holds
 * @param source where it comes from
 * @param mark how far it has been checked
 */
record WatchedFactor(
        FactorCode factor,
        Role role,
        Unit unit,
        BigDecimal floor,
        Effective effective,
        String source,
        Verification mark) {}
