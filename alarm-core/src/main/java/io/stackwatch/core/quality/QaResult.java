package io.stackwatch.core.quality;

/** What a check comes to. Names are stored and never change. */
public enum QaResult {
    /** Within the technical requirement (技术要求). */
    PASSES,
    /** Beyond the requirement, not yet out of control: to be calibrated. Neither begins nor ends a period. */
    BEYOND_REQUIREMENT,
    /** Out of control (失控). */
    OUT_OF_CONTROL,
    /** Nothing can be said: no figures that a row judges, and no result stated. */
    NOT_JUDGED
}
