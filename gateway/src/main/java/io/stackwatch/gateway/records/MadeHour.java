package io.stackwatch.gateway.records;

import io.stackwatch.core.measurement.HourReport;
import io.stackwatch.core.registry.Mn;
import java.time.Instant;

/**
 * An hour that we made beside a logger, and what came of comparing both.
 *
 * @param station the derived station that would have said it
 * @param made what we made
 * @param agreement {@link #AGREES}, {@link #DEVIATES}, or why they could not be compared
 * @param detail how far they are apart
 * @param knownAt when they were compared last
 */
public record MadeHour(Mn station, HourReport made, String agreement, String detail, Instant knownAt) {

    /** Within the tolerance. */
    public static final String AGREES = "AGREES";

    /** Beyond the tolerance. */
    public static final String DEVIATES = "DEVIATES";
}
