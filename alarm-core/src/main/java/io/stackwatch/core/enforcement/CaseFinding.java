package io.stackwatch.core.enforcement;

/** Something an officer must see before anything follows from a candidate case. Names are stored and never change. */
public enum CaseFinding {
    /** A limit that was used has not been checked against the official text. */
    LIMIT_NOT_VERIFIED,
    /** No ground is registered on which the outlet must have a CEMS. */
    CEMS_DUTY_BASIS_MISSING,
    /** The document of the CEMS duty has not been checked. */
    CEMS_DUTY_NOT_VERIFIED,
    /** No article is known for the time of the violation. */
    LEGAL_BASIS_MISSING,
    /** The article of the time of the violation, or its dates, has not been checked against the official text. */
    LEGAL_BASIS_NOT_VERIFIED,
    /** The law at opening is another than at the time of the violation: compare which is lighter (Code art. 1057). */
    LAW_CHANGED_SINCE,
    /** A local standard is stricter than the permit that was used. */
    STRICTER_LOCAL_STANDARD,
    /** The logger's conversion to the reference oxygen differs from our own. */
    CONVERSION_DEVIATES,
    /** The logger sent no measured mean in at least one hour, so its conversion could not be audited. */
    CONVERSION_NOT_AUDITABLE,
    /** The logger sent no converted mean in at least one hour, and ours was used. */
    CONVERSION_NOT_SENT,
    /** Several limits were in force within the day. */
    SEVERAL_LIMITS
}
