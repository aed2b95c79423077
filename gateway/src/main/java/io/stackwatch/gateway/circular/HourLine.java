package io.stackwatch.gateway.circular;

import io.stackwatch.core.measurement.DataFlag;
import io.stackwatch.core.measurement.FactorHour;
import io.stackwatch.core.transmission.Standing;
import java.util.Optional;

/**
 * One hour of one factor as it was counted, with what it leads back to.
 *
 * @param hour which
 * @param standing how it counts, and why
 * @param report what the logger said; empty if nothing came, also of an hour that came too late if it is known
 */
public record HourLine(FactorHour hour, Standing standing, Optional<Report> report) {

    /**
     * A report of the logger.
     *
     * @param version which report of this hour, from 1
     * @param value the figure as it was sent; empty if none was
     * @param flag the mark as it was sent; empty if none was
     * @param sequence number of the journal record it stands in
     */
    public record Report(int version, Optional<String> value, Optional<DataFlag> flag, long sequence) {}
}
