package io.stackwatch.core.averaging;

/**
 * What a factor came to in a minute or an hour.
 *
 * @param measured the mean as measured
 * @param converted the mean converted to the reference oxygen
 */
public record FactorMean(Mean measured, Conversion converted) {}
