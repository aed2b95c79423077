package io.stackwatch.gateway.counting;

import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.transmission.StandingAnswer;
import io.stackwatch.gateway.records.ReportVersion;
import java.util.Optional;

/**
 * How an hour stands in one figure, with the report that was looked at.
 *
 * @param hour which hour
 * @param answer how it stands, why, and by what
 * @param report the version of the report that was there at the cut-off; leads to the journal
 */
public record HourLine(FactorHour hour, StandingAnswer answer, Optional<ReportVersion> report) {}
