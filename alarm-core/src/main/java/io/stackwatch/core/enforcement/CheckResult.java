package io.stackwatch.core.enforcement;

/** What a check on the spot, or of reviewed data, found. Names are stored and never change. */
public enum CheckResult {
    /** The order is obeyed. */
    CORRECTED,
    /** The discharge has stopped, or the plant has (部令28 art. 12). */
    STOPPED,
    /** It discharges illegally as before (部令28 art. 13). */
    STILL_VIOLATING,
    /** The re-check was obstructed (部令28 art. 13). */
    OBSTRUCTED,
    /** As it should be. */
    GOOD,
    /** Not as it should be. */
    BAD
}
