package io.stackwatch.core.supervision;

/** The moments of the calendar by which a month is closed; rows of {@code month-calendar.csv}. */
public enum MonthMoment {
    /** The month begins; of the month itself, not of the next. */
    BEGINS,
    /** The provisional figure is due. */
    PROVISIONAL,
    /** The preliminary figure is due. */
    PRELIMINARY,
    /** The first instant at which no voucher is accepted any more. */
    VOUCHERS_END,
    /** The figure that counts is due. */
    FREEZE
}
