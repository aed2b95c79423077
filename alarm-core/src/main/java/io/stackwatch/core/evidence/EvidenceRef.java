package io.stackwatch.core.evidence;

/**
 * Where in the journal the raw bytes stand that a decision rests on, and the hash that proves they are those bytes.
 *
 * @param sequence number of the journal record, from 1, never reused
 * @param sha256 the record's chained SHA-256, 64 lower-case hexadecimal digits
 */
public record EvidenceRef(long sequence, String sha256) {

    public EvidenceRef {
        if (sequence < 1) {
            throw new IllegalArgumentException("journal sequence starts at 1: " + sequence);
        }
        if (sha256.length() != 64) {
            throw new IllegalArgumentException("SHA-256 has 64 hexadecimal digits: '" + sha256 + "'");
        }
    }
}
