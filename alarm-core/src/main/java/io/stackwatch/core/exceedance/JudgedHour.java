package io.stackwatch.core.exceedance;

import io.stackwatch.core.evidence.EvidenceRef;
import io.stackwatch.core.measurement.FactorHour;
import java.time.Instant;
import java.util.List;

/**
 * One version of an hour's verdict.
 *
 * @param hour which hour
 * @param version from 1, without holes
 * @param verdict what was found
 * @param knownAt when it was found
 * @param evidence the journal records it rests on; empty if it rests on an absence
 */
public record JudgedHour(FactorHour hour, int version, Verdict verdict, Instant knownAt, List<EvidenceRef> evidence) {

    public JudgedHour {
        if (version < 1) {
            throw new IllegalArgumentException("verdict versions start at 1: " + version);
        }
        evidence = List.copyOf(evidence);
    }
}
