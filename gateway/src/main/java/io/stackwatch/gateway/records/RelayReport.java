package io.stackwatch.gateway.records;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The reconciliation of a day as it stood in the night behind it.
 *
 * @param day the day, in legal time, in which the frames arrived here
 * @param takenAt when it was taken
 * @param figures sums over all stations and hours
 */
public record RelayReport(LocalDate day, Instant takenAt, RelayFigures figures) {}
