package io.stackwatch.gateway.api;

import io.stackwatch.core.evidence.EvidenceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The newest verdict on one hour of one factor and what it rests on.
 *
 * @param outcome WITHIN, EXCEEDS or NOT_JUDGED
 * @param reason why it was not judged
 * @param measured the mean as reported, character by character
 * @param converted the converted mean as reported, character by character
 * @param delivery PROMPT, LATE or BACK_FILLED; empty where nothing was reported
 */
public record HourView(
        Named factor,
        Instant start,
        int version,
        String outcome,
        Optional<String> reason,
        Optional<String> value,
        Optional<String> unit,
        Optional<String> basis,
        Optional<String> ratio,
        Optional<AppliedLimit> limit,
        Optional<String> oxygen,
        Optional<String> measured,
        Optional<String> converted,
        Optional<String> flag,
        Optional<String> delivery,
        List<String> findings,
        Instant knownAt,
        Optional<EvidenceRef> evidence) {

    public HourView {
        findings = List.copyOf(findings);
    }
}
