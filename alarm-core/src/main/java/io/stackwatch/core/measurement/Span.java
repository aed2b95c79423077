package io.stackwatch.core.measurement;

/** What stretch of time a reported value speaks of. */
public enum Span {
    /** An instant: HJ 212 command 2011. */
    REALTIME,
    /** A minute, or several: command 2051; the interval is a property of the station. */
    MINUTE,
    /** A clock hour: command 2061. */
    HOUR,
    /** A calendar day: command 2031. */
    DAY
}
