package io.stackwatch.gateway.journal;

import io.stackwatch.core.evidence.EvidenceRef;

/**
 * A durable arrival with its place in the chain.
 *
 * @param sequence from 1, without holes, never reused
 * @param arrival what arrived
 * @param sha256 SHA-256 over the previous record's hash and this record's content, lower-case hexadecimal
 */
public record JournalRecord(long sequence, Arrival arrival, String sha256) {

    /** The reference by which a decision points at this record. */
    public EvidenceRef evidence() {
        return new EvidenceRef(sequence, sha256);
    }
}
