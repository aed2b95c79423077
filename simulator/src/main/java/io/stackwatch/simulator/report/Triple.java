package io.stackwatch.simulator.report;

import java.math.BigDecimal;

/** Smallest, mean and largest value of a span, as they are written on the wire. */
public record Triple(BigDecimal min, BigDecimal avg, BigDecimal max) {}
