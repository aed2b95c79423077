package io.stackwatch.core.marking;

/** What a mark changes where it counts. */
public enum MarkEffect {
    /** The outlet is stopped: nothing is due. */
    STOP,
    /** The datum is invalid: it does not count for the rate and is not judged. */
    INVALIDATES,
    /** The datum stays valid and is not judged within an allowed duration. */
    ALLOWANCE
}
