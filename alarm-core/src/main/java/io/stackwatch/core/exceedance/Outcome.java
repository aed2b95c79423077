package io.stackwatch.core.exceedance;

/** The three variants of a {@link Verdict} as a label, for storage and counting. */
public enum Outcome {
    WITHIN,
    EXCEEDS,
    NOT_JUDGED
}
