package io.stackwatch.core.quality;

/** How a check is made, which decides how often. Names are stored and never change. */
public enum QaMode {
    /** By the instrument itself. */
    AUTOMATIC,
    /** By a person, on an extractive system (抽取式). */
    MANUAL_EXTRACTIVE,
    /** By a person, on an instrument in the duct (直接测量式). */
    MANUAL_IN_SITU
}
