package io.stackwatch.gateway.records;

import java.time.Instant;
import java.util.List;

/**
 * A day of an outlet that detectors of windows have examined.
 *
 * @param day which
 * @param version from 1; a day that is examined again gets another
 * @param examinedAt when
 * @param hours how many reported hours were looked at, with those before the day
 * @param answers one for each detector: name, answer, reason or number looked at, detail, separated by tabs
 * @param findings in the order of the list of detectors
 */
public record DetectionRow(
        OutletDay day, int version, Instant examinedAt, int hours, List<String> answers, List<FindingRow> findings) {

    public DetectionRow {
        answers = List.copyOf(answers);
        findings = List.copyOf(findings);
    }
}
