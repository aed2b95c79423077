package io.stackwatch.connectors.arrival;

/** What becomes of something that arrived. */
public enum Disposition {
    /** A whole frame of a known station: it enters the record. */
    ACCEPTED,
    /** A whole frame of somebody who is not, or not rightly, known: kept aside, its data never acknowledged. */
    QUARANTINED,
    /** Not acceptable: kept as evidence of what came, never acknowledged. */
    REFUSED
}
