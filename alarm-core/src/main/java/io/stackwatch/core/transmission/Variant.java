package io.stackwatch.core.transmission;

/** Which of the two figures of a month is meant (R-1-2): they differ in what came late. */
public enum Variant {
    /** What was there in time (即时): hours within the grace after their end, marks within the marking window. */
    REAL_TIME,
    /** What was there when the month was frozen (补全): with back-fill, accepted late marks and vouchers. */
    FINAL
}
