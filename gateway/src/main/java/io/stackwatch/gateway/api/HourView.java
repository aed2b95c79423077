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
 * @param objections of the enterprise, with their answers; they change no verdict
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
        List<HourObjectionView> objections,
        Instant knownAt,
        Optional<EvidenceRef> evidence) {

    public HourView {
        findings = List.copyOf(findings);
        objections = List.copyOf(objections);
    }
}
