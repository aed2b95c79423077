package io.stackwatch.core.exceedance;

/** Which figure of the hour was compared with the limit. */
public enum Basis {
    /** The logger's own converted mean (ZsAvg): the legal value. */
    LOGGER_CONVERTED,
    /** The measured mean, converted here with the oxygen of the same hour, since the logger sent no converted one. */
    RECOMPUTED,
    /** The measured mean: the limit has no reference oxygen. */
    MEASURED
}
