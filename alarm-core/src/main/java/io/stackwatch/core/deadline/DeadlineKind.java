package io.stackwatch.core.deadline;

/** What is looked at when a deadline is due. Names are stored and never change. */
public enum DeadlineKind {
    /** Which due hours of the whole city have not been received by the end of the grace; subject: the hour. */
    HOUR_RECEIPT,
    /** Whether a day's exceedance becomes a candidate case, its marking window being closed; subject: outlet, factor, day. */
    MARKING_WINDOW,
    /**
     * Hours that a mark, a decision, an exemption, an own outage or a check of an instrument touches are judged again; subject:
     * outlet, span, cause.
     */
    MARKS_CHANGED,
    /** Whether the figures of a stop agree with it, its hours being over; subject: outlet, span, the mark's version. */
    STOP_CHECK
}
