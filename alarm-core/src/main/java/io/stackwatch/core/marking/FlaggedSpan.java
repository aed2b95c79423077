package io.stackwatch.core.marking;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Window;
import io.stackwatch.core.registry.OutletId;

/**
 * A minute or an hour that a logger marked.
 *
 * @param outlet where
 * @param factor of what
 * @param span the minute or hour
 * @param flag the logger's mark
 */
public record FlaggedSpan(OutletId outlet, FactorCode factor, Window span, DataFlag flag) {}
