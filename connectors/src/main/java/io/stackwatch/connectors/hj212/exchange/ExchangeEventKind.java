package io.stackwatch.connectors.hj212.exchange;

/** What can happen to an exchange. The names are kept in records. */
public enum ExchangeEventKind {
    /** Somebody ordered it. */
    ORDERED,
    /** A second person let it go. */
    RELEASED,
    /** The packet is about to be written; kept before it is. */
    SENT,
    /** The packet could not be written: no connection, or a peer that does not read. */
    NOT_WRITTEN,
    /** A request answer came (9011, QnRtn). */
    ANSWERED,
    /** A notice answer came (9013). */
    NOTICED,
    /** A frame of data came. */
    DATA,
    /** The result came (9012, ExeRtn). */
    RESULTED,
    /** What was waited for did not come in time. */
    TIMED_OUT,
    /** This program was away; the time that was left begins anew, for its absence is not the station's silence. */
    RESUMED,
    /** Somebody called it off. */
    CANCELLED,
    /** An answer with another request number, which is not taken for the answer. */
    FOREIGN,
    /** An answer or data behind the end. */
    LATE
}
