package io.stackwatch.gateway.api;

import io.stackwatch.core.measurement.FactorCode;

/** What people call a factor. Answers at once, from memory; the code itself where nobody knows a name. */
@FunctionalInterface
public interface FactorNames {

    Named of(FactorCode factor);
}
