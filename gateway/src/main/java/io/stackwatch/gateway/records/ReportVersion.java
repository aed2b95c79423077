package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.registry.Mn;
import java.time.Instant;

/**
 * One version of what was reported for an hour of a factor.
 *
 * @param version from 1, without holes
 * @param station who reported it
 * @param report what
 * @param heardAt when the bytes first came: before they were known, if they were let in later
 */
public record ReportVersion(int version, Mn station, HourReport report, Instant heardAt) {}
