package io.stackwatch.core.marking;

/**
 * A mark that touches an hour, and whether it counts there.
 *
 * @param mark identity of the mark
 * @param version which version; 0 for an automatic mark
 * @param kind which kind
 * @param why whether it counts, or why not
 * @param detail figures or names behind it; may be empty text
 */
public record Considered(String mark, int version, MarkCode kind, Why why, String detail) {

    /** Whether a mark counts for an hour, or why not. Names are stored and never change. */
    public enum Why {
        /** It counts. */
        COUNTS,
        /** Another that counts outranks it: a stop before equipment before working conditions, filed ones before automatic ones. */
        OUTRANKED,
        /** It counts, and beyond what is allowed: the hour is judged. */
        BEYOND_THE_ALLOWED_DURATION,
        /** Its industry's row is not for this factor: the hour is judged. */
        FACTOR_NOT_ALLOWED,
        /** No row allows anything for it: the hour is judged. */
        NOTHING_ALLOWED,
        /** It names other factors. */
        OTHER_FACTORS,
        /** An officer has not decided. */
        PENDING,
        /** A stop whose hours are not over. */
        AWAITING_DATA,
        /** An officer refused it. */
        REFUSED,
        /** A later version was filed before anything was decided. */
        REPLACED,
        /** A later version counts. */
        SUPERSEDED,
        /** The mark was withdrawn. */
        WITHDRAWN
    }

    /** The same, outranked by another. */
    Considered outrankedBy(Considered other) {
        return new Considered(mark, version, kind, Why.OUTRANKED, "by " + other.mark());
    }
}
