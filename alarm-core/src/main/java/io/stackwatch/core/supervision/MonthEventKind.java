package io.stackwatch.core.supervision;

/** What can happen to a month that is closed. Names are stored and never change. */
public enum MonthEventKind {
    /** It began. */
    OPENED(false),
    /** The provisional figure was counted. */
    PROVISIONAL_COUNTED(true),
    /** The preliminary figure was counted. */
    PRELIMINARY_COUNTED(true),
    /** The time for vouchers ended. */
    VOUCHERS_ENDED(false),
    /** The figure that counts was counted. */
    FROZEN(true),
    /** An officer had a further version counted. */
    RECOMPUTED(true);

    private final boolean counts;

    MonthEventKind(boolean counts) {
        this.counts = counts;
    }

    /** Whether it makes a version of the month's figures. */
    public boolean counts() {
        return counts;
    }
}
