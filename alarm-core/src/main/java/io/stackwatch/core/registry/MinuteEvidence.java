package io.stackwatch.core.registry;

/**
 * What the 45 valid minutes of an outlet's hour are proved by (HJ 75-2017, HJ 76-2017; decision record 0015).
 *
 * <p>Minutes that did not reach us are no proof that the logger lacked them; so the default believes its hour flag.
 */
public enum MinuteEvidence {
    /** The logger's hour flag states at least 45 valid minutes, unless more than 15 are known to be invalid. */
    LOGGER_FLAG_UNLESS_CONTRADICTED,
    /** At least 45 minutes must have been received here and be valid. */
    COUNTED
}
