package io.stackwatch.gateway.records;

import java.util.List;
import java.util.Optional;

/**
 * An hour of a factor: what was found, what was reported, and what the enterprise objected.
 *
 * @param verdict the latest version
 * @param report the latest report; empty if none came
 * @param objections to the hour, in order of filing; they change no verdict
 */
public record HourRow(VerdictRow verdict, Optional<ReportVersion> report, List<HourObjection> objections) {

    public HourRow {
        objections = List.copyOf(objections);
    }
}
