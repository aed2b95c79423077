package io.stackwatch.gateway.relay;

import io.stackwatch.gateway.records.RelayFigures;
import io.stackwatch.gateway.records.RelayHour;
import io.stackwatch.gateway.records.RelayReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What became of the frames of a day (对账).
 *
 * @param day the legal day in which they arrived here
 * @param figures all of them, as it stands now
 * @param reported the same as it stood in the night behind; empty before that
 * @param hours by hour and station, a page of them
 */
public record Reconciliation(
        LocalDate day, RelayFigures figures, Optional<RelayReport> reported, List<RelayHour> hours) {

    public Reconciliation {
        hours = List.copyOf(hours);
    }
}
