package io.stackwatch.gateway.counting;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.registry.OutletId;
import io.stackwatch.core.transmission.LostHour;
import io.stackwatch.core.transmission.RateBudget;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * What an outlet may still lose in a month.
 *
 * @param asOf how far the count has come
 * @param frozenAt when the month is frozen: until then lost hours may be won back
 * @param all its factors pooled: by this the outlet passes or fails
 * @param factors each factor by itself
 * @param lost hours that do not count, the newest first, as many as were asked for
 */
public record OutletBudget(
        OutletId outlet,
        YearMonth month,
        Instant asOf,
        Instant frozenAt,
        RateBudget all,
        Map<FactorCode, RateBudget> factors,
        List<LostHour> lost) {}
