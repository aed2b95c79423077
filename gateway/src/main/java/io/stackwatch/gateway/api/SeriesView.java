package io.stackwatch.gateway.api;

import io.stackwatch.core.measurement.ReadingLog;
import io.stackwatch.core.registry.OutletId;
import java.time.Instant;
import java.util.List;

/** A series for a chart. */
record SeriesView(
        OutletId outlet,
        Named factor,
        String statistic,
        String span,
        Instant from,
        Instant until,
        boolean thinned,
        List<ReadingLog.Point> points) {}
