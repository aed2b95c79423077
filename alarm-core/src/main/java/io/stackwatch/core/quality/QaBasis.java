package io.stackwatch.core.quality;

/** What the percentage of a check is a part of. Names are stored and never change. */
public enum QaBasis {
    /** Of the full scale (满量程). */
    FULL_SCALE,
    /** Of the nominal value of the standard (标称值). */
    NOMINAL,
    /** Of the reference method's value (参比方法). */
    REFERENCE
}
