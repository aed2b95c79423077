package io.stackwatch.core.quality;

/** Kind of a check of an instrument (HJ 75-2017 part 11). Names are stored and never change. */
public enum QaCheck {
    /** Zero drift (零点漂移), found when the zero is calibrated. */
    ZERO_DRIFT,
    /** Span drift (量程漂移), found when the span is calibrated. */
    SPAN_DRIFT,
    /** Calibration of the whole system from the probe on (全系统校准), with its response time. */
    SYSTEM_CALIBRATION,
    /** Error of indication against a standard gas (示值误差). */
    INDICATION_ERROR,
    /** Relative accuracy against a reference method (相对准确度, 校验). */
    RELATIVE_ACCURACY
}
