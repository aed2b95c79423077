package io.stackwatch.simulator.deceit;

/** What is done to figures. */
public enum Deceit {
    /** The analyser stands still, or is held. */
    FREEZES,
    /** Figures are smoothed to next to nothing. */
    STEADIES,
    /** What would be above a wish is written just below it. */
    KEEPS_BELOW,
    /** Peaks are cut off at one figure. */
    CUTS_PEAKS,
    /** The range ends below what comes out, and nothing is marked. */
    RANGE_TOO_SMALL,
    /** A day of the same outlet is sent again. */
    REPLAYS_A_DAY,
    /** A day of another outlet is sent. */
    BORROWS_A_DAY,
    /** Air gets into the sample. */
    DILUTES_THE_SAMPLE,
    /** Oxygen is reported too low. */
    LOWERS_OXYGEN,
    /** Converted figures are multiplied. */
    REWRITES_CONVERTED,
    /** The zero point lies too low. */
    WRONG_ZERO,
    /** Flow is reported as nothing, or nearly. */
    HIDES_FLOW,
    /** All pollutants are written low at once. */
    WRITES_LOW,
    /** The clock is turned back for a while. */
    TURNS_THE_CLOCK,
    /** A slope is set, and figures are lower. */
    TUNES,
    /** A calibration with the wrong gas, and figures are lower. */
    CALIBRATES_DOWN,
    /** Calibrations are begun when figures are high. */
    CALIBRATES_AT_PEAKS,
    /** Maintenance all the time. */
    MAINTAINS_MUCH,
    /** Maintenance when figures are high. */
    MARKS_PEAKS,
    /** Figures are written lower the more the plant produces. */
    HIDES_LOAD
}
