package io.stackwatch.gateway.forecast;

import io.stackwatch.core.exceedance.HourForecast;
import io.stackwatch.core.limit.Limit;
import io.stackwatch.core.measurement.FactorCode;
import java.time.Instant;

/**
 * One factor of an outlet in the hour that is running.
 *
 * @param hour its start
 * @param limit the limit in force when it started
 * @param converted whether the minutes were converted to the reference conditions by the logger; else they are as measured
 * @param valid minutes that count
 * @param invalid minutes that are known not to count
 * @param open minutes of which nothing is known yet: those to come, and those that have not arrived
 * @param forecast what can become of it
 */
public record RunningHour(
        FactorCode factor,
        Instant hour,
        Limit limit,
        boolean converted,
        int valid,
        int invalid,
        int open,
        HourForecast forecast) {}
