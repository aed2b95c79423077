package io.stackwatch.gateway.records;

import java.util.Optional;

/**
 * An hour of a factor: what was found, and what was reported.
 *
 * @param verdict the latest version
 * @param report the latest report; empty if none came
 */
public record HourRow(VerdictRow verdict, Optional<ReportVersion> report) {}
