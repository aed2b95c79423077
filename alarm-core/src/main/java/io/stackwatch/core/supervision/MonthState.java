package io.stackwatch.core.supervision;

/** How far the closing of a month has come. Names are stored and never change. */
public enum MonthState {
    /** It runs, or has ended and was not counted yet. */
    OPEN,
    /** Counted on the first day of the next month. */
    PROVISIONAL,
    /** Counted for the reports of the fifth. */
    PRELIMINARY,
    /** No voucher (凭证) is accepted any more. */
    VOUCHERS_CLOSED,
    /** The figure that counts. It is never changed; an officer may have a further version counted. */
    FROZEN
}
