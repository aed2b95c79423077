package io.stackwatch.gateway.api;

import io.stackwatch.gateway.trail.TrailFinding;
import java.util.Optional;

/** Whether the audit trail is as it was written; the number is of its last row, or of the first that does not fit. */
record TrailView(
        boolean whole,
        long number,
        Optional<String> sha256,
        Optional<TrailFinding.Fault> fault,
        Optional<String> detail) {

    static TrailView of(TrailFinding finding) {
        return finding.match(
                whole -> new TrailView(
                        true, whole.rows(), Optional.of(whole.sha256()), Optional.empty(), Optional.empty()),
                broken -> new TrailView(
                        false,
                        broken.number(),
                        Optional.empty(),
                        Optional.of(broken.fault()),
                        Optional.of(broken.detail())));
    }
}
