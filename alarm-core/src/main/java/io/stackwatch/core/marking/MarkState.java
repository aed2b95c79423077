package io.stackwatch.core.marking;

/** Where one version of a mark stands. Names are stored and never change. */
public enum MarkState {
    /** A stop whose hours are not over: checked when their data have come. */
    AWAITING_DATA,
    /** An officer has to decide. */
    PENDING,
    /** It counts by the rules: filed in time, and nothing speaks against it. */
    ACCEPTED,
    /** It counts because an officer decided so. */
    APPROVED,
    /** It does not count because an officer decided so. */
    REFUSED,
    /** A later version came before anything was decided. */
    REPLACED;

    /** Whether the version counts, if no later one does. */
    public boolean counts() {
        return this == ACCEPTED || this == APPROVED;
    }

    /** Whether nothing has been decided yet. */
    public boolean open() {
        return this == AWAITING_DATA || this == PENDING;
    }
}
