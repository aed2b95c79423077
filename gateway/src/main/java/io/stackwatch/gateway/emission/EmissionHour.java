package io.stackwatch.gateway.emission;

import io.stackwatch.core.emission.AccountedHour;
import io.stackwatch.gateway.records.EmissionHourRow;
import java.util.Optional;

/**
 * An hour as it counts in totals, and the row it was recorded in.
 *
 * @param accounted measured, substituted or absent
 * @param row what the instruments gave; empty if nothing was reported
 */
public record EmissionHour(AccountedHour accounted, Optional<EmissionHourRow> row) {}
