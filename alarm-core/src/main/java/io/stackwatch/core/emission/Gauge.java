package io.stackwatch.core.emission;

import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.measurement.MinuteTally;

/**
 * The hour of one instrument as it was reported.
 *
 * @param report the latest report
 * @param minutes what is known about its minutes
 */
public record Gauge(HourReport report, MinuteTally minutes) {}
