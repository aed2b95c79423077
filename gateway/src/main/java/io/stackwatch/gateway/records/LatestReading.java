package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.measurement.Statistic;
import io.stackwatch.core.measurement.Unit;
import java.time.Instant;
import java.util.Optional;

/**
 * The latest realtime figure of a factor.
 *
 * @param factor of what
 * @param statistic {@code RTD} or {@code ZS_RTD}
 * @param text as sent
 * @param unit what it counts
 * @param flag the logger's mark, if sent
 * @param at the instant that it speaks of, by the logger's clock
 * @param sequence the journal record it stands in
 */
public record LatestReading(
        FactorCode factor,
        Statistic statistic,
        String text,
        Unit unit,
        Optional<DataFlag> flag,
        Instant at,
        long sequence) {}
