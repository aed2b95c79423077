package io.stackwatch.simulator.deceit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a logger reports of an hour of a factor; figures as they are written.
 *
 * @param factor its code
 * @param start first instant of the hour
 * @param converted mean at the reference oxygen, of concentrations
 * @param flag the mark
 */
public record HourRow(
        String factor,
        Instant start,
        BigDecimal min,
        BigDecimal avg,
        BigDecimal max,
        Optional<BigDecimal> converted,
        String flag) {}
