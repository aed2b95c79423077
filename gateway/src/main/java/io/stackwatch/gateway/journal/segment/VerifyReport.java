package io.stackwatch.gateway.journal.segment;

import java.util.List;

/**
 * What reading the whole journal and recomputing every checksum and hash showed.
 *
 * <p>A chain proves that nothing was changed or taken out between two hashes that one trusts. Whoever keeps the head hash of
 * an earlier report somewhere else can also tell that nothing was changed before it.
 *
 * @param firstSequence the first record that is kept
 * @param lastSequence the last record that was looked at; 0 for none
 * @param records whole records
 * @param segments segments looked at
 * @param headHash hash of the last record, hexadecimal
 * @param findings what is wrong, in order; empty if nothing is
 */
public record VerifyReport(
        long firstSequence, long lastSequence, long records, int segments, String headHash, List<Finding> findings) {

    public VerifyReport {
        findings = List.copyOf(findings);
    }

    /** Whether every record is there, undamaged and in the chain. A torn tail was never acknowledged and does not count. */
    public boolean isIntact() {
        return findings.stream().allMatch(f -> f.kind() == Kind.TORN_TAIL);
    }

    /** What can be wrong. */
    public enum Kind {
        /** Records that cannot be read back. */
        DAMAGED,
        /** A record whose hash does not follow from its content and the hash before it. */
        CHAIN_BROKEN,
        /** A segment whose header cannot be read. */
        HEADER_DAMAGED,
        /** Bytes behind the last whole record that were never acknowledged; cut off at the next start. */
        TORN_TAIL
    }

    /**
     * One thing that is wrong.
     *
     * @param firstSequence the first record concerned
     * @param lastSequence the last one
     * @param file the segment's file name
     * @param text in words
     */
    public record Finding(Kind kind, long firstSequence, long lastSequence, String file, String text) {}
}
