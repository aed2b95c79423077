package io.stackwatch.core.limit;

/** Over which stretch of time the mean is taken that a limit speaks of. */
public enum Averaging {
    /** Any one clock hour (小时均值). */
    HOUR,
    /** A calendar day (日均值). */
    DAY
}
