package io.stackwatch.core.transmission;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.Effective;
import io.stackwatch.core.registry.OutletId;

/**
 * A factor that an outlet must report hour by hour (考核因子).
 *
 * @param outlet where
 * @param factor of what
 * @param effective when it is on the list
 */
public record AssessedFactor(OutletId outlet, FactorCode factor, Effective effective) {}
