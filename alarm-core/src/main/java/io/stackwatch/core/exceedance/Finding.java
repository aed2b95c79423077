package io.stackwatch.core.exceedance;

/** Something an officer should see beside a verdict; it does not change the verdict. */
public enum Finding {
    /** The logger's converted mean differs from our own by more than the tolerance. */
    CONVERSION_DEVIATES,
    /** The logger sent no converted mean. */
    CONVERSION_NOT_SENT,
    /** The logger sent no measured mean, so its conversion could not be audited. */
    CONVERSION_NOT_AUDITABLE,
    /** The limit has not been checked against the official text. */
    LIMIT_NOT_VERIFIED,
    /** A local standard is stricter than the permit that was used. */
    STRICTER_LOCAL_STANDARD
}
