package io.stackwatch.gateway.records;

import java.util.List;

/** All versions of an hour of a factor, oldest first: what was reported, and what was found. */
public record HourHistory(List<ReportVersion> reports, List<VerdictRow> verdicts) {

    public HourHistory {
        reports = List.copyOf(reports);
        verdicts = List.copyOf(verdicts);
    }
}
